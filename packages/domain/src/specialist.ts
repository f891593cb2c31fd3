import * as z from 'zod'
import { HalfDay, LocalDate } from './half-day.ts'
import { AreaId, AuthorityId, Id, Name, ProductId, RoleId, SpecialistId } from './identifier.ts'
import { periodFields } from './period.ts'

/** What is worked on one day of the week; a day that is not named is off. */
const Worked = z.enum(['full', 'am', 'pm'])

/** One week of a work pattern. */
export const PatternWeek = z
  .strictObject({
    mo: Worked.optional(),
    tu: Worked.optional(),
    we: Worked.optional(),
    th: Worked.optional(),
    fr: Worked.optional(),
    sa: Worked.optional(),
    su: Worked.optional(),
  })
  .readonly()
  .meta({ id: 'PatternWeek' })
export type PatternWeek = z.infer<typeof PatternWeek>

/** One to four rotating weeks, the first being the ISO week of `validFrom`; of several valid ones the latest holds. */
export const WorkPattern = z
  .strictObject({ ...periodFields, weeks: z.array(PatternWeek).min(1).max(4).readonly() })
  .readonly()
  .meta({ id: 'WorkPattern' })
export type WorkPattern = z.infer<typeof WorkPattern>

/** What a person can do: roles of one area, on which products. */
export const Competence = z
  .strictObject({ area: AreaId, roles: z.array(RoleId).readonly(), products: z.array(ProductId).readonly() })
  .readonly()
  .meta({ id: 'Competence' })
export type Competence = z.infer<typeof Competence>

/** Council appointment, power to open bids or signing power, for one authority and area. */
export const Authorisation = z
  .strictObject({ authority: AuthorityId, area: AreaId, ...periodFields })
  .readonly()
  .meta({ id: 'Authorisation' })

/** The person can log in to a product of an authority. */
export const Access = z
  .strictObject({ authority: AuthorityId, product: ProductId, ...periodFields })
  .readonly()
  .meta({ id: 'Access' })

/** The person must not act for an authority, or in one area of it. No reason is stored. */
export const Exclusion = z
  .strictObject({ authority: AuthorityId, area: AreaId.optional(), ...periodFields })
  .readonly()
  .meta({ id: 'Exclusion' })

const WeeklyMinutes = z
  .strictObject({ ...periodFields, minutes: z.int().min(0).max(10_080) })
  .readonly()
  .meta({ id: 'WeeklyMinutes' })

/** A person whose post [Stelle] is the home area at the home authority. No cover limit means unlimited. */
export const Specialist = z
  .strictObject({
    id: Id,
    displayName: Name,
    authority: AuthorityId,
    homeArea: AreaId,
    employment: z.strictObject(periodFields).readonly(),
    weeklyMinutes: z.array(WeeklyMinutes).readonly(),
    workPattern: z.array(WorkPattern).readonly(),
    competences: z.array(Competence).readonly(),
    authorisations: z.array(Authorisation).readonly(),
    access: z.array(Access).readonly(),
    exclusions: z.array(Exclusion).readonly(),
    coverLimitHalfDaysPerWeek: z.int().min(0).max(14).optional(),
  })
  .readonly()
  .meta({ id: 'Specialist' })
export type Specialist = z.infer<typeof Specialist>

/** Away from the first to the last half-day, or open-ended with a review date. No kind, no reason, no comment: ever. */
export const Absence = z
  .strictObject({
    id: Id,
    specialist: SpecialistId,
    from: HalfDay,
    to: HalfDay.optional(),
    reviewOn: LocalDate.optional(),
  })
  .readonly()
  .meta({ id: 'Absence' })
export type Absence = z.infer<typeof Absence>
