import * as z from 'zod'
import { ReasonCode } from './eligibility.ts'
import { HalfDay } from './half-day.ts'
import { AgreementId, AreaId, AuthorityId, RequirementId, SpecialistId } from './identifier.ts'

/** The levels of the objective in their order: each is made as small as those before it allow. */
export const levelNames = ['criticalShortage', 'normalShortage', 'handOvers', 'halfDays', 'effort', 'fairness'] as const

/** The six levels of a plan, or a proven lower bound of each. */
export const Levels = z.record(z.enum(levelNames), z.int()).readonly().meta({ id: 'Levels' })
export type Levels = z.infer<typeof Levels>

/** Somebody covers at a place on these half-days, under an agreement unless it is in-house. */
export const Assignment = z
  .strictObject({
    specialist: SpecialistId,
    authority: AuthorityId,
    area: AreaId,
    agreement: AgreementId.optional(),
    halfDays: z.array(HalfDay).min(1).readonly(),
  })
  .readonly()
  .meta({ id: 'Assignment' })
export type Assignment = z.infer<typeof Assignment>

/** A candidate who does not cover a half-day, with every code that says why. */
export const NearestCandidate = z
  .strictObject({ specialist: SpecialistId, codes: z.array(ReasonCode).readonly() })
  .readonly()
  .meta({ id: 'NearestCandidate' })
export type NearestCandidate = z.infer<typeof NearestCandidate>

/** How many people a code speaks against. */
export const CodeCount = z
  .strictObject({ code: ReasonCode, people: z.int().min(1) })
  .readonly()
  .meta({ id: 'CodeCount' })
export type CodeCount = z.infer<typeof CodeCount>

/** How many of the people of an authority each code speaks against, as others are told it. */
export const BarredAtAuthority = z
  .strictObject({ authority: AuthorityId, barred: z.array(CodeCount).min(1).readonly() })
  .readonly()
  .meta({ id: 'BarredAtAuthority' })
export type BarredAtAuthority = z.infer<typeof BarredAtAuthority>

/** Who came nearest of the authority's own people, and what bars how many of each authority. */
const ToldApart = z
  .strictObject({ own: z.array(NearestCandidate).max(3).readonly(), barred: z.array(BarredAtAuthority).readonly() })
  .readonly()
  .meta({ id: 'ToldApart' })
export type ToldApart = z.infer<typeof ToldApart>

/** A shortage that the plan leaves, with the candidates who came nearest and all that speaks against them. */
export const Uncovered = z
  .strictObject({
    requirement: RequirementId,
    need: z.int().min(0),
    halfDay: HalfDay,
    shortage: z.int().min(1),
    nearest: z.array(NearestCandidate).max(3).readonly(),
    /** The same told apart, where the plan is for readers of whom not all may see everybody. */
    apart: ToldApart.optional(),
  })
  .readonly()
  .meta({ id: 'Uncovered' })
export type Uncovered = z.infer<typeof Uncovered>

/** Some of the six levels. */
const KnownLevels = z.partialRecord(z.enum(levelNames), z.int()).readonly()

/**
 * The levels being solved, and how many of their independent parts are done; the levels of the best plan so far and
 * their proven bounds, as far as they are known.
 */
export const PlanProgress = z
  .strictObject({
    firstLevel: z.int().min(1),
    lastLevel: z.int().min(1),
    done: z.int().min(0),
    parts: z.int().min(0),
    objective: KnownLevels.optional(),
    bound: KnownLevels.optional(),
  })
  .readonly()
  .meta({ id: 'PlanProgress' })
export type PlanProgress = z.infer<typeof PlanProgress>

/** The best cover found, its six levels, and what is proven about them. */
export const Plan = z
  .strictObject({
    status: z.enum(['optimal', 'feasible']),
    deterministic: z.boolean(),
    objective: Levels,
    bound: Levels,
    assignments: z.array(Assignment).readonly(),
    uncovered: z.array(Uncovered).readonly(),
  })
  .readonly()
  .meta({ id: 'Plan' })
export type Plan = z.infer<typeof Plan>
