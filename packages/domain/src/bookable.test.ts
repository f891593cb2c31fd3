import { expect, it } from 'vitest'
import { barredHalfDays } from './bookable.ts'
import { dayOf } from './half-day.ts'
import { agreement, awayFor, booking, requirement, specialist, testRegion } from './test-region.ts'

/** What bars city-p1, who may cover two half-days a week, in the parish, where nobody is. */
function barsOf(...halfDays: string[]) {
  const index = testRegion({
    agreements: [agreement('pool')],
    specialists: [specialist('city-p1', { coverLimitHalfDaysPerWeek: 2 })],
    requirements: [requirement('wanted')],
    absences: [awayFor('city-p1', '2026-06-09/am', '2026-06-09/pm')],
    bookings: [booking('city-p1', '2026-06-10/am')],
  })
  const cover = { specialist: index.specialist('city-p1'), place: { authority: 'parish', area: 'payroll' }, halfDays }
  const barred = barredHalfDays(index, cover, { today: dayOf('2026-06-01'), wanted: 'short', agreement: undefined })
  return barred.map(({ halfDay, codes }) => [halfDay, ...codes])
}

it.each([
  ['a limit that is reached', ['2026-06-08/am'], []],
  ['one more than that', ['2026-06-08/am', '2026-06-08/pm'], [['2026-06-08/pm', 'weekly-limit']]],
  ['one more, of which one is barred', ['2026-06-09/am', '2026-06-11/am'], [['2026-06-09/am', 'not-available']]],
  ['a half-day that is booked, with another', ['2026-06-10/am', '2026-06-11/am'], [['2026-06-10/am', 'not-available']]],
])('those half-days are barred without which the others may be booked: %s', (_, halfDays, expected) => {
  expect(barsOf(...halfDays)).toEqual(expected)
})
