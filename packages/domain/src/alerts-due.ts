import type { Mail } from './alert.ts'
import type { Instant } from './instant.ts'
import type { Look } from './look.ts'
import type { OutboxMessage } from './message.ts'
import type { Watch } from './watch.ts'

/** What is remembered of a region, its records up to date with the look; and the news that wait for a digest. */
export interface Night extends Pick<Watch, 'records' | 'toldOnce'> {
  readonly news: readonly OutboxMessage[]
  readonly at: Instant
}

/** The digests of a night, at most one for each member, and what is remembered once they are decided. */
export interface Due extends Pick<Watch, 'records' | 'toldOnce'> {
  readonly mails: readonly Mail[]
  /** How many things there was nobody to tell to. */
  readonly untold: number
}

/** What is due to be told on the day of a look, and to whom; told once, it is not due on the nights after. */
export function alertsDue(look: Look, night: Night): Due {
  throw new Error(`not yet: ${look.today} ${night.at}`)
}
