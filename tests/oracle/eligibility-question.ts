import type { HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { Specialist } from '@vertretbar/domain/specialist'
import { type Cover, coversOf, without } from './assignments.ts'
import type { NeedRef } from './counting.ts'
import { dateOf } from './dates.ts'
import { type Assignment, type Horizon, needOf, type Place, requirementOf, specialistOf } from './region.ts'

/** A requirement by its id and one of its needs by its index. */
export interface NeedId {
  readonly requirement: string
  readonly need: number
}

/** May this person cover for this need at this half-day? */
export interface Question {
  readonly region: Region
  readonly horizon: Horizon
  readonly specialist: Specialist
  readonly need: NeedRef
  readonly anyOf: readonly string[]
  readonly place: Place
  readonly halfDay: HalfDay
  readonly date: LocalDate
  /** What the plan does besides; nothing if there is no plan. */
  readonly plan: readonly Cover[]
  /** The plan's own use of the person there at that half-day. */
  readonly own: Cover | undefined
}

/** A reason code and when it applies. */
export type Rule = readonly [code: string, applies: (question: Question) => boolean]

/** Looks up what the rules need to know. */
export function questionOf(
  { region, horizon, plan }: { region: Region; horizon: Horizon; plan: readonly Assignment[] },
  specialistId: string,
  { requirement: requirementId, need }: NeedId,
  halfDay: HalfDay,
): Question {
  const requirement = requirementOf(region, requirementId)
  const place = { authority: requirement.authority, area: requirement.area }
  const covers = coversOf(plan)
  const besides = without(covers, { specialist: specialistId, halfDay, ...place })
  return {
    region,
    horizon,
    specialist: specialistOf(region, specialistId),
    need: { requirement, need },
    anyOf: needOf(requirement, need).anyOf,
    place,
    halfDay,
    date: dateOf(halfDay),
    plan: besides,
    own: covers.find((cover) => !besides.includes(cover)),
  }
}
