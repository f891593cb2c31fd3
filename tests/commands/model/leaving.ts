import type { Command } from '@vertretbar/domain/command'
import { dateOf } from '../../oracle/dates.ts'
import { bookingOf, ended, lessened } from './bookings.ts'
import { changed, type Judge, no, replaced } from './state.ts'

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>

/** The receiver takes it back: a request whole, a cover as far as it has not begun. */
export const withdrawn: Judge<Of<'withdraw-booking'>> = (state, { booking: id }, moment) => {
  const found = bookingOf(state, id, { today: moment.today, statuses: ['requested', 'confirmed', 'active'] })
  if (!('booking' in found)) return no(...found.nos)
  const { booking } = found
  if (booking.status === 'requested')
    return changed(state, { bookings: replaced(state.region.bookings, ended(booking, 'withdrawn', moment)) })
  const gone = booking.halfDays.filter((halfDay) => dateOf(halfDay) > moment.today)
  if (gone.length === 0) return no({ code: 'all-begun' })
  return changed(state, {
    bookings: replaced(state.region.bookings, lessened(booking, gone, { reason: 'withdrawn', moment })),
  })
}

/** Person or lender take back what has not begun. */
export const recalled: Judge<Of<'recall-booking'>> = (state, { booking: id }, moment) => {
  const found = bookingOf(state, id, { today: moment.today, statuses: ['confirmed', 'active'] })
  if (!('booking' in found)) return no(...found.nos)
  const gone = found.booking.halfDays.filter((halfDay) => dateOf(halfDay) > moment.today)
  if (gone.length === 0) return no({ code: 'all-begun' })
  return changed(state, {
    bookings: replaced(state.region.bookings, lessened(found.booking, gone, { reason: 'recalled', moment })),
  })
}

/** What of the hand-over is settled is noted until the cover is over. */
export const noted: Judge<Of<'note-hand-over'>> = (state, { booking: id, handOver }, { today }) => {
  const found = bookingOf(state, id, { today, statuses: ['requested', 'confirmed', 'active'] })
  if (!('booking' in found)) return no(...found.nos)
  return changed(state, { bookings: replaced(state.region.bookings, { ...found.booking, handOver }) })
}
