import type { Agreement } from '@vertretbar/domain/agreement'
import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { Specialist } from '@vertretbar/domain/specialist'
import { type Cover, liveCovers } from './assignments.ts'
import { workingDaysAfterUntil } from './calendar.ts'
import { monthOf } from './dates.ts'
import { authorityOf, type Horizon, type Place, specialistOf, within } from './region.ts'

/** The agreements under which the person's home may serve the place that day. */
export const validAgreements = (region: Region, specialist: Specialist, place: Place, date: LocalDate): Agreement[] =>
  region.agreements.filter(
    (agreement) =>
      agreement.givers.includes(specialist.authority) &&
      agreement.receivers.includes(place.authority) &&
      agreement.areas.includes(place.area) &&
      within(agreement, date),
  )

/** Half-days (of each person) that a giver gives under an agreement in a month, in live bookings and these covers. */
export const givenInMonth = (
  region: Region,
  covers: readonly Cover[],
  { agreement, giver, month }: { agreement: string; giver: string; month: string },
): number =>
  new Set(
    [...liveCovers(region), ...covers]
      .filter(
        (cover) =>
          cover.agreement === agreement &&
          specialistOf(region, cover.specialist).authority === giver &&
          monthOf(cover.date) === month,
      )
      .map(({ specialist, halfDay }) => `${specialist} ${halfDay}`),
  ).size

/** Whether the agreement asks for more notice than there is until the day, in working days of the giver. */
export const isShortNotice = (
  region: Region,
  { today }: Horizon,
  { agreement, giver, date }: { agreement: Agreement; giver: string; date: LocalDate },
): boolean => workingDaysAfterUntil(authorityOf(region, giver), today, date) < (agreement.noticeWorkingDays ?? 0)
