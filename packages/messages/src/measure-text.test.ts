import type { Measure } from '@vertretbar/domain/measure'
import { expect, it } from 'vitest'
import { measureText } from './measure-text.ts'

const named = (kind: string) => (id: string) => `${kind} ${id}`
const names = {
  authority: named('authority'),
  area: named('area'),
  product: named('product'),
  person: named('person'),
  authorityOf: named('home of'),
}

const limit: Measure = { kind: 'agreement-limit', agreement: 'g', halfDays: 40 }

it.each<[Measure, string]>([
  [{ kind: 'agreement', giver: 'g', receiver: 'r', area: 'a' }, 'Vereinbarung: authority g hilft authority r (area a)'],
  [
    { kind: 'authorisation', specialist: 's', authority: 'r', area: 'a' },
    'Bestellung oder Vollmacht für person s (home of s) bei authority r (area a)',
  ],
  [
    { kind: 'access', specialist: 's', authority: 'r', product: 'p' },
    'Zugang für person s (home of s) zu product p bei authority r',
  ],
  [{ kind: 'product', specialist: 's', area: 'a', product: 'p' }, 'person s (home of s) lernt product p'],
  [
    { kind: 'weekly-limit', specialist: 's', halfDays: 6 },
    'Wochengrenze von person s (home of s) auf 6 Halbtage anheben',
  ],
  [limit, 'Monatsgrenze der Vereinbarung g auf 40 Halbtage anheben'],
  [
    { kind: 'absence', absence: 'b', specialist: 's', from: '2026-12-21/am', days: -1 },
    'Abwesenheit von person s (home of s) ab Mo., 21. Dez. 2026 einen Tag früher',
  ],
  [
    { kind: 'absence', absence: 'b', specialist: 's', from: '2026-12-21/pm', days: 1 },
    'Abwesenheit von person s (home of s) ab Mo., 21. Dez. 2026 einen Tag später',
  ],
])('tells what is to be done: %j', (measure, text) => expect(measureText(measure, names, 'de')).toBe(text))

it('calls an agreement by its name where it has one', () => {
  const withNames = { ...names, agreement: named('agreement') }
  expect(measureText(limit, withNames, 'en')).toBe('Raise the monthly limit of agreement g to 40 half-days')
  expect(measureText(limit, withNames, 'de')).toBe('Monatsgrenze der agreement g auf 40 Halbtage anheben')
})
