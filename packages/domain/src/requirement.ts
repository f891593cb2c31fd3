import * as z from 'zod'
import { Half, HalfDay, mostListed } from './half-day.ts'
import { AreaId, AuthorityId, Id, Name, RequirementId, RoleId, SpecialistId } from './identifier.ts'
import { periodFields } from './period.ts'

/** The days of the week, Monday first. */
export const Weekday = z.enum(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']).meta({ id: 'Weekday' })
export type Weekday = z.infer<typeof Weekday>

/** The statutory and tariff deadlines of a month. */
export const DeadlineKind = z
  .enum(['contribution-statement', 'contributions', 'payday', 'wage-tax-return'])
  .meta({ id: 'DeadlineKind' })
export type DeadlineKind = z.infer<typeof DeadlineKind>

const Weekly = z.strictObject({
  kind: z.literal('weekly'),
  days: z.array(Weekday).min(1).readonly(),
  halves: z.array(Half).min(1).readonly(),
  validFrom: periodFields.validFrom.optional(),
  validTo: periodFields.validTo,
})

const AroundDeadline = z.strictObject({
  kind: z.literal('deadline'),
  deadline: DeadlineKind,
  workingDaysBefore: z.int().min(0).max(260),
  workingDaysAfter: z.int().min(0).max(260),
  halves: z.array(Half).min(1).readonly(),
})

const OnDates = z.strictObject({ kind: z.literal('dates'), halfDays: z.array(HalfDay).max(mostListed).readonly() })

/** When a requirement applies; always only on working half-days of its authority. */
export const When = z.discriminatedUnion('kind', [Weekly, AroundDeadline, OnDates]).meta({ id: 'When' })
export type When = z.infer<typeof When>

/** So many distinct people with one of these roles; indivisible: fewer are worth nothing. */
export const Need = z
  .strictObject({
    anyOf: z.array(RoleId).min(1).readonly(),
    count: z.int().min(1).max(1000),
    indivisible: z.boolean().optional(),
  })
  .readonly()
  .meta({ id: 'Need' })
export type Need = z.infer<typeof Need>

/** What an office must have there, and when. */
export const Requirement = z
  .strictObject({
    id: Id,
    authority: AuthorityId,
    area: AreaId,
    label: Name,
    criticality: z.enum(['critical', 'normal']),
    when: When,
    needs: z.array(Need).min(1).readonly(),
  })
  .readonly()
  .meta({ id: 'Requirement' })
export type Requirement = z.infer<typeof Requirement>

/** Someone, or the lender on their behalf, refused the gap that contains this half-day. No reason is stored. */
export const CoverRefusal = z
  .strictObject({
    requirement: RequirementId,
    need: z.int().min(0),
    halfDay: HalfDay,
    specialist: SpecialistId,
  })
  .readonly()
  .meta({ id: 'CoverRefusal' })
export type CoverRefusal = z.infer<typeof CoverRefusal>
