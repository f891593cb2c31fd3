import * as z from 'zod'
import { ReasonCode } from './eligibility.ts'
import { HalfDay } from './half-day.ts'
import { RequirementId } from './identifier.ts'
import { Measure } from './measure.ts'
import { Assignment, levelNames } from './plan.ts'

/** By how much each level is larger; below zero where it is smaller. */
export const LevelChanges = z.record(z.enum(levelNames), z.int()).readonly().meta({ id: 'LevelChanges' })
export type LevelChanges = z.infer<typeof LevelChanges>

/** A need at a half-day, and by how many people its shortage differs. */
export const ShortageChange = z
  .strictObject({ requirement: RequirementId, need: z.int().min(0), halfDay: HalfDay, people: z.int().min(1) })
  .readonly()
  .meta({ id: 'ShortageChange' })
export type ShortageChange = z.infer<typeof ShortageChange>

/** The best plan in which the person is not at the place at any of these half-days. */
export const Alternative = z
  .strictObject({
    /** By how much each level is worse than in the plan; the first that differs decides. */
    price: LevelChanges,
    /** Whether no plan without the assignment is better up to the first level that differs; else there may be one. */
    proven: z.boolean(),
    /** Who would then cover at the place at these half-days, apart from those who do so anyway. */
    instead: z.array(Assignment).readonly(),
  })
  .readonly()
  .meta({ id: 'Alternative' })
export type Alternative = z.infer<typeof Alternative>

/** Why an assignment is part of a plan. */
export const AssignmentReasons = z
  .strictObject({
    assignment: Assignment,
    /** The rules that had anything to look at and are kept at all its half-days, each by the code it would have given. */
    passed: z.array(ReasonCode).readonly(),
    /** The half-days with less notice than the agreement asks for, which the lender waives by consenting. */
    shortNotice: z.array(HalfDay).readonly(),
    /** What the plan's levels are with it, less what they would be if it alone were left out. */
    part: LevelChanges,
    /** Missing where time was up before. */
    alternative: Alternative.optional(),
  })
  .readonly()
  .meta({ id: 'AssignmentReasons' })
export type AssignmentReasons = z.infer<typeof AssignmentReasons>

/** A single change that leaves less shortage than any plan of the region can, found by planning the changed one. */
export const Help = z
  .strictObject({
    measure: Measure,
    /** By how much shortage is smaller than it is proven to be at least without the measure. */
    removed: z.strictObject({ criticalShortage: z.int(), normalShortage: z.int() }).readonly(),
    /** Whether the measure removes exactly that; else it may be more. */
    proven: z.boolean(),
    /** What that plan covers and this one does not, and the other way round. */
    covered: z.array(ShortageChange).readonly(),
    opened: z.array(ShortageChange).readonly(),
  })
  .readonly()
  .meta({ id: 'Help' })
export type Help = z.infer<typeof Help>

/** Why a plan is as it is, and what would help where it leaves something open. */
export const Explanation = z
  .strictObject({
    /** In the order of the plan. */
    assignments: z.array(AssignmentReasons).readonly(),
    /** The most helpful first. */
    help: z.array(Help).readonly(),
    /** How many measures were found, how many of them were tried, and whether that is all there are. */
    measures: z.strictObject({ found: z.int().min(0), tried: z.int().min(0), complete: z.boolean() }).readonly(),
  })
  .readonly()
  .meta({ id: 'Explanation' })
export type Explanation = z.infer<typeof Explanation>

/** How many of the questions that explain a plan are answered. */
export const ExplanationProgress = z
  .strictObject({ done: z.int().min(0), total: z.int().min(0) })
  .readonly()
  .meta({ id: 'ExplanationProgress' })
export type ExplanationProgress = z.infer<typeof ExplanationProgress>
