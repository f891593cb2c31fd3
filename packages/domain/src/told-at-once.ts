import type { Mail } from './alert.ts'
import type { Day } from './half-day.ts'
import type { OutboxMessage } from './message.ts'
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
  throw new Error(`not yet: ${index.region.region.id} ${message.id} ${today}`)
}
