import { expect, it } from 'vitest'
import { alertsDue } from './alerts-due.ts'
import { dayOf } from './half-day.ts'
import { lookAt } from './look.ts'
import type { Region } from './region.ts'
import { staff } from './test-nights.ts'
import { agreement, authority, runsA, specialist, testRegion } from './test-region.ts'
import type { ToldOnce } from './watch.ts'

const today = '2026-06-01'

function due(fields: Partial<Region>, toldOnce: readonly ToldOnce[] = [], date = today) {
  const look = lookAt(testRegion({ members: staff, ...fields }), dayOf(date))
  return alertsDue(look, { records: [], toldOnce, news: [], at: `${date}T01:30:00.000Z` })
}

/** What ends, as it is told to whom. */
const told = (...args: Parameters<typeof due>): string[] =>
  due(...args).mails.map(
    ({ to, alerts }) =>
      `${to}: ${alerts.map((alert) => ('on' in alert ? `${alert.kind} ${alert.on}` : alert.kind)).join(', ')}`,
  )

const all = (what: string): string[] => ['hr', 'lender', 'chair'].map((to) => `${to}: ${what}`)
const ends = (validTo: string, id = 'pool') => agreement(id, { validTo })

it.each<readonly [string, Partial<Region>, readonly string[]]>([
  ['sixty days before', { agreements: [ends('2026-07-31')] }, all('agreement-ends 2026-07-31')],
  ['not sixty-one days before', { agreements: [ends('2026-08-01')] }, []],
  ['on its last day', { agreements: [ends(today)] }, all('agreement-ends 2026-06-01')],
  ['not once it has ended', { agreements: [ends('2026-05-31')] }, []],
  ['not where it has no end', { agreements: [agreement('pool')] }, []],
  [
    'not where another follows',
    { agreements: [ends('2026-06-30'), agreement('next', { validFrom: '2026-07-01' })] },
    [],
  ],
  [
    'where another follows a day late',
    { agreements: [ends('2026-06-30'), agreement('next', { validFrom: '2026-07-02' })] },
    all('agreement-ends 2026-06-30'),
  ],
  [
    'where another follows for another area',
    { agreements: [ends('2026-06-30'), agreement('next', { areas: ['audit'] })] },
    all('agreement-ends 2026-06-30'),
  ],
  [
    'where another follows for one of two givers',
    {
      authorities: [authority('city'), authority('parish'), authority('town')],
      agreements: [agreement('pool', { givers: ['city', 'town'], validTo: '2026-06-30' }), agreement('next')],
    },
    ['hr: agreement-ends 2026-06-30', 'lender: agreement-ends 2026-06-30', 'chair: agreement-ends 2026-06-30'],
  ],
])('that an agreement ends is told %s', (_, fields, expected) => expect(told(fields)).toEqual(expected))

interface Authorised {
  readonly validFrom: string
  readonly validTo?: string
  readonly area?: string
}
const authorised = (...periods: readonly Authorised[]) =>
  periods.map((period) => ({ authority: 'parish', area: 'payroll', ...period }))
const clerk = (id: string, ...periods: readonly Authorised[]) =>
  specialist(id, { authorisations: authorised(...periods) })
const soon = { validFrom: '2025-01-01', validTo: '2026-06-30' }

it.each<readonly [string, Partial<Region>, readonly string[]]>([
  ['to the office of who has it', { specialists: [clerk('one', soon)] }, ['lender: authorisation-ends 2026-06-30']],
  [
    'once for several people whose authorisations end alike',
    { specialists: [clerk('one', soon), clerk('two', soon)] },
    ['lender: authorisation-ends 2026-06-30'],
  ],
  ['not where it goes on', { specialists: [clerk('one', soon, { validFrom: '2026-07-01' })] }, []],
  [
    'where another goes on for another area',
    { specialists: [clerk('one', soon, { validFrom: '2026-07-01', area: 'audit' })] },
    ['lender: authorisation-ends 2026-06-30'],
  ],
  [
    'not of who has left by then',
    {
      specialists: [
        specialist('one', {
          authorisations: authorised(soon),
          employment: { validFrom: '2025-01-01', validTo: '2026-06-30' },
        }),
      ],
    },
    [],
  ],
  ['not long before', { specialists: [clerk('one', { validFrom: '2025-01-01', validTo: '2026-08-01' })] }, []],
])('that an authorisation ends is told %s', (_, fields, expected) => expect(told(fields)).toEqual(expected))

const runs = (...deployments: readonly (typeof runsA & { readonly validTo?: string })[]) => ({
  authorities: [authority('city'), authority('parish', { deployments })],
})

it.each<readonly [string, Partial<Region>, readonly string[]]>([
  [
    'to the office that changes it',
    runs({ ...runsA, validTo: '2026-06-30' }, { ...runsA, product: 'b', validFrom: '2026-07-01' }),
    ['hr: software-changes 2026-06-30', 'chair: software-changes 2026-06-30'],
  ],
  [
    'where none follows',
    runs({ ...runsA, validTo: '2026-06-30' }),
    ['hr: software-changes 2026-06-30', 'chair: software-changes 2026-06-30'],
  ],
  ['not where the same goes on', runs({ ...runsA, validTo: '2026-06-30' }, { ...runsA, validFrom: '2026-07-01' }), []],
  ['not long before', runs({ ...runsA, validTo: '2026-08-01' }), []],
])('that software changes is told %s', (_, fields, expected) => expect(told(fields)).toEqual(expected))

it('what ends is told once, and again if it is to end on another day', () => {
  const { toldOnce } = due({ agreements: [ends('2026-06-30')] })
  expect(toldOnce).toEqual([{ key: 'agreement-ends pool 2026-06-30', until: '2026-06-30' }])
  expect(told({ agreements: [ends('2026-06-30')] }, toldOnce, '2026-06-02')).toEqual([])
  expect(told({ agreements: [ends('2026-07-15')] }, toldOnce, '2026-06-02')).toEqual(all('agreement-ends 2026-07-15'))
})

it('one more whose authorisation ends alike is told again, one fewer is not', () => {
  const two = due({ specialists: [clerk('one', soon), clerk('two', soon)] })
  expect(told({ specialists: [clerk('one', soon)] }, two.toldOnce)).toEqual([])
  const three = [clerk('one', soon), clerk('two', soon), clerk('three', soon)]
  expect(told({ specialists: three }, two.toldOnce)).toEqual(['lender: authorisation-ends 2026-06-30'])
})

it('what was told is remembered to the last day on which it could come up, and names nobody', () => {
  const { toldOnce } = due({ specialists: [clerk('one', soon)], agreements: [ends('2026-06-30')] })
  expect(JSON.stringify(toldOnce)).not.toContain('one')
  expect(due({}, toldOnce, '2026-06-30').toldOnce).toEqual(toldOnce)
  expect(due({}, toldOnce, '2026-07-01').toldOnce).toEqual([])
})

it('what ends is told as soon as there is anybody to tell', () => {
  const nobody = due({ agreements: [ends('2026-06-30')], members: [] })
  expect([nobody.mails, nobody.toldOnce, nobody.untold]).toEqual([[], [], 3])
  expect(told({ agreements: [ends('2026-06-30')] }, nobody.toldOnce)).toEqual(all('agreement-ends 2026-06-30'))
})

it('a digest is one for each member, with an id of its own, and there when it is wanted', () => {
  const members = staff.map((one) => (one.id === 'hr' ? { ...one, digestTime: '07:15' } : one))
  const { mails } = due({ agreements: [ends('2026-06-30')], members })
  expect(mails.map(({ id, kind, at, notBefore }) => [id, kind, at, notBefore])).toEqual([
    ['digest.2026-06-01.hr', 'digest', '2026-06-01T01:30:00.000Z', '2026-06-01T05:15:00.000Z'],
    ['digest.2026-06-01.lender', 'digest', '2026-06-01T01:30:00.000Z', '2026-06-01T04:00:00.000Z'],
    ['digest.2026-06-01.chair', 'digest', '2026-06-01T01:30:00.000Z', '2026-06-01T04:00:00.000Z'],
  ])
})
