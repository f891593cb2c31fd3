import { describe, expect, it } from 'vitest'
import { changed } from '../change.ts'
import { dayOf } from '../half-day.ts'
import type { Member } from '../member.ts'
import type { Region } from '../region.ts'
import { regionProblems } from '../region-rules.ts'
import { booking, requirement, specialist, testRegion } from '../test-region.ts'
import { expired } from './delete-expired.ts'

const today = '2026-11-23'

/** What is left of a region on a day. */
const leftOf = (lists: Partial<Region>, on = today): Region => {
  const region = {
    ...testRegion({ specialists: [specialist('p')], requirements: [requirement('r')] }).region,
    ...lists,
  }
  return changed(region, expired(region, dayOf(on)))
}

const absence = (to: string | undefined) => ({
  id: 'a',
  specialist: 'p',
  from: '2024-01-01/am',
  ...(to === undefined ? { reviewOn: '2024-02-01' } : { to }),
})

it.each<readonly [string, string | undefined, string, boolean]>([
  ['ended a year and a day ago', '2025-11-22/pm', today, false],
  ['ended a year ago to the day', '2025-11-23/am', today, true],
  ['ended on 28 February, a year before 29 February', '2027-02-28/pm', '2028-02-29', true],
  ['ended on 27 February, a year before 29 February', '2027-02-27/pm', '2028-02-29', false],
  ['ended on 29 February, a year before 28 February', '2028-02-29/pm', '2029-02-28', true],
  ['ended at the end of the year before last', '2025-12-31/pm', '2027-01-01', false],
  ['has no end, however long ago it was to be looked at', undefined, today, true],
])('an absence that %s is kept or not', (_, to, on, isKept) => {
  expect(leftOf({ absences: [absence(to)] }, on).absences).toHaveLength(isKept ? 1 : 0)
})

const cover = (fields: Partial<ReturnType<typeof booking>>) => booking('p', '2025-06-02/am', { id: 'b', ...fields })

it.each<readonly [string, Partial<ReturnType<typeof booking>>, boolean]>([
  ['settled a year and a day ago', { status: 'reconciled', closedAt: '2025-11-22T23:00:00.000Z' }, false],
  ['settled a year ago', { status: 'reconciled', closedAt: '2025-11-23T00:00:00.000Z' }, true],
  ['settled lately, for half-days long ago', { status: 'reconciled', closedAt: '2026-11-01T08:00:00.000Z' }, true],
  ['ended a year and a day ago', { status: 'ended', reason: 'declined', closedAt: '2025-11-22T10:00:00.000Z' }, false],
  ['settled no one knows when, with half-days more than a year ago', { status: 'reconciled' }, false],
  [
    'ended no one knows when, of whose half-days the last left it a year ago',
    {
      status: 'ended',
      halfDays: [],
      released: [{ halfDays: ['2025-11-23/pm'], reason: 'broken', at: '2025-06-01T08:00:00.000Z', confirmed: true }],
    },
    true,
  ],
  ['worked long ago and never settled', { status: 'confirmed' }, true],
  ['asked for long ago and never answered', { status: 'requested' }, true],
])('a booking that was %s is kept or not', (_, fields, isKept) => {
  expect(leftOf({ bookings: [cover(fields)] }).bookings).toHaveLength(isKept ? 1 : 0)
})

it.each([
  ['2025-11-22/pm', 0],
  ['2025-11-23/am', 1],
])('a refusal and a mark of %s are kept as long as anything', (halfDay, left) => {
  const refusals = [{ requirement: 'r', need: 0, halfDay, specialist: 'p' }]
  const halfDays = [
    { halfDay, shortage: 1 },
    { halfDay: '2025-01-01/am', shortage: 1 },
  ]
  const mark = {
    id: 'm',
    kind: 'acknowledged',
    requirement: 'r',
    need: 0,
    halfDays,
    by: 'x',
    at: '2025-01-01T08:00:00.000Z',
  }
  const region = leftOf({ refusals, gapMarks: [{ ...mark, kind: 'acknowledged' }] })
  expect([region.refusals.length, region.gapMarks?.length ?? 0]).toEqual([left, left])
})

const member = (id: string, fields: Partial<Member>): Member => ({
  id,
  address: `${id}@example.de`,
  language: 'de',
  roles: [{ role: 'coordinator' }],
  validFrom: '2020-01-01',
  ...fields,
})

describe('somebody who had access', () => {
  it('is kept for a year, and then their deputies stand for the others only', () => {
    const region = leftOf({
      members: [
        member('gone', { validTo: '2025-11-22', deputyOf: ['left'] }),
        member('left', { validTo: '2025-11-23' }),
        member('deputy', { deputyOf: ['gone', 'left'] }),
      ],
    })
    expect(region.members).toEqual([
      member('deputy', { deputyOf: ['left'] }),
      member('left', { validTo: '2025-11-23' }),
    ])
    expect(regionProblems(region)).toEqual([])
  })
})
