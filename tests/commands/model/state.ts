import type { StateRefusal } from '@vertretbar/domain/command-refusal'
import type { HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import type { Instant } from '@vertretbar/domain/instant'
import type { Region } from '@vertretbar/domain/region'
import { type Booking, sortedRegion } from './sorted-region.ts'

/** All that the model remembers: the region, and what was settled for which half-day. */
export interface State {
  readonly region: Region
  readonly settled: readonly Settled[]
}

/** What one half-day of cover is settled as; once there are minutes and a rate, only `worked` is ever corrected. */
export interface Settled {
  readonly booking: string
  readonly halfDay: HalfDay
  readonly giver: string
  readonly receiver: string
  readonly area: string
  readonly agreement: string | undefined
  readonly minutes: number
  readonly rateCentsPerHour: number
  readonly worked: boolean
}

/** When a command is given, by whom, and the names that the system found for what is new. */
export interface Moment {
  readonly now: number
  readonly at: Instant
  readonly today: LocalDate
  readonly actor: string
  readonly newIds: readonly string[]
}

/** A half-day that must not be booked, and why: one of these lists of codes, for each is as short as any. */
export interface Bar {
  readonly proposal: number
  readonly halfDay: HalfDay
  readonly codes: readonly (readonly string[])[]
}

/** A reason to refuse a command; what exactly is invalid is told by tests of its own. */
export type No =
  | Exclude<StateRefusal, { readonly code: 'barred' }>
  | { readonly code: 'barred'; readonly halfDays: readonly Bar[] }
  | { readonly code: 'invalid' }

/** What is to become of a command: a state after it, or every reason why there is none. */
export type Verdict = { readonly after: State } | { readonly nos: readonly No[] }

/** Judges one kind of command. */
export type Judge<Command> = (state: State, command: Command, moment: Moment) => Verdict

/** The verdict that refuses. */
export const no = (...nos: readonly No[]): Verdict => ({ nos })

/** The verdict that leaves these lists of the region different. */
export const changed = (state: State, lists: Partial<Region>): Verdict => ({
  after: { ...state, region: sortedRegion({ ...state.region, ...lists }) },
})

/** The bookings with one of them in a new version. */
export const replaced = (bookings: readonly Booking[], next: Booking): Booking[] =>
  bookings.map((booking) => (booking.id === next.id ? next : booking))
