import type { Instant } from './instant.ts'
import type { Look } from './look.ts'
import type { Watch } from './watch.ts'

/** What is remembered of the gaps of a region after a look at it. */
export type Sighting = Pick<Watch, 'day' | 'lookedUntil' | 'records'>

/** When it was looked, and where the ids of further gaps come from. */
export interface Sighted {
  readonly at: Instant
  readonly newId: () => string
}

/**
 * Brings what is remembered of gaps up to date with a look. A record to which nothing happened is the same object, and
 * the same look again changes nothing.
 */
export function recorded(before: Sighting | undefined, look: Look, sighted: Sighted): Sighting {
  throw new Error(`not yet: ${before?.day} ${look.today} ${sighted.at}`)
}
