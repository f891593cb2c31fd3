import type { Shortfall } from '@vertretbar/domain/gap'
import type { GapState } from '@vertretbar/domain/gap-state'
import type { HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import type { LocalName } from '@vertretbar/domain/identifier'
import type { Instant } from '@vertretbar/domain/instant'
import type { Grant } from '@vertretbar/domain/member'
import type { Severity } from '@vertretbar/domain/severity'

/** What a printed cover plan says of one authority: as much as its HR manager may see, and nothing of why. */
export interface CoverPlan {
  readonly region: string
  readonly authority: string
  /** The version of the region that it was made of, and when. */
  readonly version: number
  readonly at: Instant
  /** Two weeks from today on, weekends included. */
  readonly days: readonly LocalDate[]
  readonly closed: readonly HalfDay[]
  readonly areas: readonly CoverPlanArea[]
  readonly contacts: readonly CoverPlanContact[]
  /** The names of the authorities that the contacts are of. */
  readonly authorities: readonly { readonly id: string; readonly name: string }[]
}

/** An area of the authority: its own people, who covers in it, and where people are missing. */
export interface CoverPlanArea {
  readonly name: LocalName
  readonly people: readonly CoverPlanRow[]
  readonly covers: readonly CoverPlanRow[]
  readonly gaps: readonly CoverPlanGap[]
}

/** Somebody, from where they come, and what they are at each half-day of the plan that is worth saying. */
export interface CoverPlanRow {
  readonly name: string
  readonly home: CoverPlanPlace
  readonly halfDays: ReadonlyMap<HalfDay, CoverPlanState>
}

/** Where somebody has a post, or covers. */
export interface CoverPlanPlace {
  readonly authority: string
  readonly area: LocalName
}

/**
 * `there` and, on request or for sure, elsewhere; of who comes from elsewhere, covering here or asked to. Whoever is not
 * there for whatever reason has no state at all: a page that lies about says of nobody that they are absent.
 */
export type CoverPlanState =
  | { readonly kind: 'there' }
  | { readonly kind: 'asked' | 'covers'; readonly place: CoverPlanPlace }

/** Some people are missing, and what is being done about it. */
export interface CoverPlanGap {
  readonly task: string
  readonly roles: readonly LocalName[]
  readonly halfDays: readonly Shortfall[]
  readonly severity: Severity
  readonly state: GapState
}

/** Whom to call: somebody with a role, by mail, for no more is stored. */
export interface CoverPlanContact {
  readonly grant: Grant
  readonly address: string
  readonly isDeputy: boolean
}
