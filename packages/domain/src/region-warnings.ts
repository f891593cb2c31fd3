import { isLive } from './booking.ts'
import { halfDayOf, numberOf } from './half-day.ts'
import type { Warning } from './problem.ts'
import type { Region } from './region.ts'
import { RegionIndex } from './region-index.ts'

/** What holds together in a region file but will surprise whoever relies on it, with its place. */
export function regionWarnings(region: Region): Warning[] {
  return [...closedDates(region), ...bookingsWithoutAgreement(region), ...areasWithoutRate(region)]
}

/** A listed half-day on which the office is closed asks for nobody. */
function closedDates(region: Region): Warning[] {
  const index = new RegionIndex(region)
  return region.requirements.flatMap(({ authority, when }, position) =>
    when.kind === 'dates'
      ? when.halfDays.flatMap((halfDay, listed) =>
          index.calendar(authority).isWorkingHalfDay(numberOf(halfDay))
            ? []
            : [
                {
                  pointer: `/requirements/${position}/when/halfDays/${listed}`,
                  code: 'closed-half-day' as const,
                  halfDay: halfDayOf(numberOf(halfDay)),
                },
              ],
        )
      : [],
  )
}

function bookingsWithoutAgreement({ bookings, specialists }: Region): Warning[] {
  const homes = new Map(specialists.map(({ id, authority }) => [id, authority]))
  return bookings.flatMap((booking, position) =>
    isLive(booking) && booking.agreement === undefined && homes.get(booking.specialist) !== booking.authority
      ? [{ pointer: `/bookings/${position}`, code: 'booking-without-agreement' as const }]
      : [],
  )
}

function areasWithoutRate({ agreements }: Region): Warning[] {
  return agreements.flatMap(({ areas, ratesCentsPerHour }, position) =>
    areas
      .filter((area) => !(area in ratesCentsPerHour))
      .map((area) => ({ pointer: `/agreements/${position}/ratesCentsPerHour`, code: 'no-rate' as const, area })),
  )
}
