import type { Booking } from '@vertretbar/domain/booking'
import type { Region } from '@vertretbar/domain/region'
import { agreement, authority, specialist, testRegion } from '@vertretbar/domain/test-region'
import { coverPlanView } from './cover-plan-view.ts'

/** For tests only: Tuesday 2 June 2026, 03:31 in Germany. */
export const now = Date.parse('2026-06-02T01:31:00Z')

/** For tests only: CI P1 of the city covers the payroll of the parish on the Monday after. */
export const cover = (id: string, fields: Partial<Booking>): Booking => ({
  id,
  specialist: 'city-p1',
  authority: 'parish',
  area: 'payroll',
  agreement: 'pool',
  halfDays: ['2026-06-08/am'],
  status: 'confirmed',
  ...fields,
})

/** For tests only: the plan of an authority. The city lends to the parish, which has one of its own; the town has nothing to do with both. */
export const planOf = (of: string, fields: Partial<Region> = {}, at = now) => {
  const index = testRegion({
    authorities: ['city', 'parish', 'town'].map((id) => authority(id, { name: `Stadt ${id}` })),
    agreements: [agreement('pool')],
    specialists: [
      specialist('city-p1', { displayName: 'CI P1' }),
      specialist('parish-p1', { authority: 'parish', displayName: 'PA P1' }),
    ],
    ...fields,
  })
  return coverPlanView({ version: 7, state: 'one', region: index.region, index }, at)(of)
}
