import { describe, expect, it } from 'vitest'
import { accessOf } from './access.ts'
import { dayOf } from './half-day.ts'
import type { Member } from './member.ts'
import { fileFor } from './own-file.ts'
import { parseRegion } from './read-region.ts'
import { agreement, authority, awayFor, booking, requirement, specialist, testRegion } from './test-region.ts'

const refusal = (need: string, who: string) => ({
  requirement: need,
  need: 0,
  halfDay: '2026-12-07/am',
  specialist: who,
})
const mark = (need: string) => ({
  id: `mark-${need}`,
  kind: 'acknowledged' as const,
  requirement: need,
  need: 0,
  halfDays: [{ halfDay: '2026-12-07/am', shortage: 1 }],
  by: 'somebody',
  at: '2026-11-23T08:00:00.000Z',
})
const member = (fields: Partial<Member>): Member => ({
  id: 'asking',
  address: 'a@example.de',
  language: 'de',
  validFrom: '2026-01-01',
  roles: [{ role: 'coordinator' }],
  ...fields,
})
const hrOf = (id: string) => ({ role: 'hr-manager' as const, authority: id })

const ids = (things: readonly { readonly id: string }[] = []) => things.map(({ id }) => id).join(' ')

/** What somebody may take out of a region in which the city lends somebody to the parish, and the parish to the city. */
function taken(fields: Partial<Member>) {
  const index = testRegion({
    agreements: [
      agreement('pool'),
      agreement('once', { givers: ['parish'], receivers: ['city'] }),
      agreement('theirs', { givers: ['other'], receivers: ['parish'] }),
    ],
    authorities: ['city', 'parish', 'other'].map((id) => authority(id)),
    specialists: [specialist('anna'), specialist('bert'), specialist('cleo', { authority: 'parish' })],
    requirements: [requirement('run'), requirement('home', { authority: 'city' })],
    absences: [awayFor('anna', '2026-12-14/am'), awayFor('cleo', '2026-12-14/am')],
    bookings: [
      booking('anna', '2026-12-07/am', { id: 'lent', authority: 'parish', area: 'payroll', agreement: 'theirs' }),
      booking('cleo', '2026-12-08/am', { id: 'back', authority: 'city', area: 'payroll', agreement: 'once' }),
    ],
    refusals: [refusal('run', 'anna'), refusal('run', 'cleo'), refusal('home', 'bert')],
    gapMarks: [mark('run'), mark('home')],
    members: [member(fields)],
  })
  const file = fileFor(index, accessOf(index, { kind: 'member', id: 'asking' }, dayOf('2026-11-23')))
  expect(parseRegion(file).ok).toBe(true)
  return {
    people: ids(file.specialists),
    absences: file.absences.map((one) => one.specialist).join(' '),
    bookings: ids(file.bookings),
    agreements: ids(file.agreements),
    requirements: ids(file.requirements),
    refusals: file.refusals.map((one) => `${one.specialist} ${one.requirement}`).join(', '),
    marks: ids(file.gapMarks),
    shared: [file.authorities, file.serviceAreas, file.products].map((list) => list.length).join(' '),
  }
}

describe('a file of what is theirs', () => {
  it.each<readonly [who: string, fields: Partial<Member>, expected: Partial<ReturnType<typeof taken>>]>([
    [
      'the lender’s HR, with an agreement only because a booking names it',
      { roles: [hrOf('city')] },
      {
        people: 'anna bert',
        absences: 'anna',
        bookings: 'lent',
        agreements: 'pool once theirs',
        requirements: 'home',
        refusals: 'bert home',
        marks: 'mark-home',
      },
    ],
    [
      'the receiver’s HR, without the people who are lent to them',
      { roles: [hrOf('parish')] },
      { people: 'cleo', bookings: 'back', requirements: 'run', refusals: 'cleo run', marks: 'mark-run' },
    ],
    [
      'a specialist who is HR elsewhere, without what was refused for them',
      { roles: [hrOf('parish'), { role: 'specialist', authority: 'city' }], specialist: 'anna' },
      { people: 'anna cleo', absences: 'anna cleo', bookings: 'lent back', refusals: 'cleo run' },
    ],
    [
      'the coordinator, without people and without what was said of gaps',
      { roles: [{ role: 'coordinator' }] },
      {
        people: '',
        absences: '',
        bookings: '',
        agreements: 'pool once theirs',
        requirements: 'run home',
        refusals: '',
        marks: '',
      },
    ],
    [
      'whoever left, without anything of anybody',
      { validTo: '2026-11-22' },
      { people: '', agreements: '', requirements: '' },
    ],
  ])('holds together, and what it has to for %s', (_, fields, expected) => {
    expect(taken(fields)).toMatchObject({ ...expected, shared: '3 3 2' })
  })
})
