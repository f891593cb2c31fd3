import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { Specialist } from '@vertretbar/domain/specialist'
import { workingDaysAfterUntil } from './calendar.ts'
import { competencesIn, deployedProducts } from './people.ts'
import { authorityOf, type Horizon, type Place, within } from './region.ts'

/** The products that run at the place that day and that the person knows in the area, whatever the role. */
export const knownProducts = (region: Region, specialist: Specialist, place: Place, date: LocalDate): string[] =>
  deployedProducts(region, place, date).filter((product) =>
    competencesIn(specialist, place.area).some(({ products }) => products.includes(product)),
  )

/** Whether the person can log in to the product at the authority that day. */
export const hasAccess = (specialist: Specialist, authority: string, product: string, date: LocalDate): boolean =>
  specialist.access.some(
    (access) => access.authority === authority && access.product === product && within(access, date),
  )

/** Whether an access asked for today is there by that day, in working days of the receiver. */
export function canBeOpened(
  region: Region,
  { today }: Horizon,
  place: Place,
  product: string,
  date: LocalDate,
): boolean {
  const leadTime = region.products.find(({ id }) => id === product)?.accessLeadWorkingDays ?? 0
  return workingDaysAfterUntil(authorityOf(region, place.authority), today, date) >= leadTime
}
