import { type Booking, isBinding, statusOn } from './booking.ts'
import { isInHouse, lenderOf, receiverOf } from './booking-change.ts'
import { coverOf } from './cover-alerts.ts'
import { type Day, dayOf } from './half-day.ts'
import { neededAccesses } from './hand-over.ts'
import type { Audience } from './message.ts'
import type { RegionIndex } from './region-index.ts'
import type { Once } from './told-once.ts'

/** The covers that are over and of which a side has not said yet what was worked. */
export const statementsWanted = (index: RegionIndex, today: Day): Once[] =>
  index.liveBookings
    .filter((booking) => booking.halfDays.length > 0 && statusOn(booking, today) === 'done')
    .flatMap((booking) => {
      const cover = coverOf(index, booking, booking.halfDays)
      if (cover === undefined) return []
      return silentSides(index, booking).map(({ side, who }) => ({
        keys: [`statement-wanted ${booking.id} ${side}`],
        until: lastDate(booking),
        alert: { kind: 'statement-wanted' as const, ...cover },
        to: [who],
      }))
    })

/** In-house both sides are one. */
function silentSides(index: RegionIndex, booking: Booking): { readonly side: string; readonly who: Audience }[] {
  const sides = [
    ...(isInHouse(index, booking) ? [] : [{ side: 'lender' as const, who: lenderOf(index, booking) }]),
    { side: 'receiver' as const, who: receiverOf(booking) },
  ]
  return sides.filter(({ side }) => booking.worked?.[side] === undefined)
}

/**
 * The covers that begin on the receiver's next working day, or before it, without access to any product that is in use
 * there and that the person knows: one of them is enough. The office whose product it is opens it.
 */
export const accessesMissing = (index: RegionIndex, today: Day): Once[] =>
  index.liveBookings
    .filter((booking) => isBinding(booking) && beginsNext(index, booking, today))
    .flatMap((booking) => {
      const needed = neededAccesses(index, booking)
      const cover = coverOf(index, booking, booking.halfDays)
      if (cover === undefined || needed.some(({ isOpen }) => isOpen)) return []
      return needed.map(({ product }) => ({
        keys: [`access-missing ${booking.id} ${product} ${firstDate(booking)}`],
        until: firstDate(booking),
        alert: { kind: 'access-missing' as const, product, ...cover },
        to: [receiverOf(booking), { kind: 'coordinator' as const }],
      }))
    })

function beginsNext(index: RegionIndex, booking: Booking, today: Day): boolean {
  if (booking.halfDays.length === 0) return false
  const first = dayOf(firstDate(booking))
  // Who confirms late, or misses a night, is still told on the day itself.
  return first >= today && index.calendar(booking.authority).workingDays(today, first) <= 1
}

const datesOf = ({ halfDays }: Booking): string[] => halfDays.map((halfDay) => halfDay.slice(0, 10)).toSorted()

const firstDate = (booking: Booking): string => datesOf(booking)[0] ?? ''

const lastDate = (booking: Booking): string => datesOf(booking).at(-1) ?? ''
