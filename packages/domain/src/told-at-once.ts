import { type Addressed, delivered } from './addressed.ts'
import type { Mail } from './alert.ts'
import { dateInGermany } from './calendar.ts'
import { alertsOf, answersTo } from './cover-alerts.ts'
import { type Day, dateOf } from './half-day.ts'
import { millisecondsOf } from './instant.ts'
import { atOnceId } from './mail-id.ts'
import type { Notice, OutboxMessage } from './message.ts'
import { reachOn } from './recipient.ts'
import type { RegionIndex } from './region-index.ts'

/** What becomes of a message: mails to be sent at once, one for each member, and what waits for the next digest. */
export interface ToldAtOnce {
  readonly mails: readonly Mail[]
  readonly rest: OutboxMessage | undefined
  /** How many things there was nobody to tell to. */
  readonly untold: number
}

/**
 * Tells apart what of a message is told at once: cover that is lost, and whatever concerns a half-day of the very day on
 * which it happened. That goes by the message alone, and so do the ids of the mails: done again, it comes to the same.
 */
export function toldAtOnce(index: RegionIndex, message: OutboxMessage, today: Day): ToldAtOnce {
  const { id, at, notices } = message
  const on = dateInGermany(millisecondsOf(at))
  const rest = notices.filter((notice) => !isUrgent(notice, on))
  const urgent = notices.filter((notice) => isUrgent(notice, on))
  const addressed = urgent.flatMap((notice) => alertsNow(index, { ...message, notices: [notice] }, today))
  const { alerts, untold } = delivered(addressed, reachOn(index.region.members ?? [], dateOf(today)))
  return {
    mails: [...alerts].map(([to, told]) => ({
      id: atOnceId(id, to),
      kind: 'at-once',
      to,
      at,
      notBefore: at,
      alerts: told,
    })),
    rest: rest.length === 0 ? undefined : { ...message, notices: rest },
    untold,
  }
}

const isUrgent = ({ kind, halfDays }: Notice, on: string): boolean =>
  kind === 'broken' || kind === 'recalled' || halfDays.some((halfDay) => halfDay.slice(0, 10) === on)

/** A request that still waits is told with the answer that is wanted, and until when. */
function alertsNow(index: RegionIndex, message: OutboxMessage, today: Day): Addressed[] {
  const [notice] = message.notices
  const booking = index.liveBookings.find(({ id }) => id === notice?.booking.id)
  const answers =
    notice?.kind === 'requested' && booking !== undefined ? answersTo(index, booking, { today, at: message.at }) : []
  return answers.length > 0 ? answers : alertsOf(index, message, today)
}
