import type { Actor } from './actor.ts'
import type { Change } from './change.ts'
import type { CommandRefusal } from './command-refusal.ts'
import type { Day } from './half-day.ts'
import type { LedgerEntry } from './ledger.ts'
import type { Notice } from './message.ts'
import type { RegionIndex } from './region-index.ts'
import type { Result } from './result.ts'

/** What a command is decided on: the region at one version, and what was settled of the booking it names. */
export interface State {
  readonly index: RegionIndex
  readonly ledger: readonly LedgerEntry[]
}

/** Who decides, and when; `now` in milliseconds since 1970, `today` the day in Germany. */
export interface Context {
  readonly actor: Actor
  readonly now: number
  readonly today: Day
  readonly newId: () => string
}

/** All that a command makes different, and what there is to tell of it. */
export interface Decision {
  readonly changes: readonly Change[]
  readonly ledger: readonly LedgerEntry[]
  readonly notices: readonly Notice[]
}

/** Decides a command: pure, the same on the same state. */
export type Decide<Command> = (state: State, command: Command, context: Context) => Result<Decision, CommandRefusal>

/** A decision that changes one thing after another and tells of it. */
export const decision = (changes: readonly Change[], notices: readonly Notice[] = []): Decision => ({
  changes,
  ledger: [],
  notices,
})
