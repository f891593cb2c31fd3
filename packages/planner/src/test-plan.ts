import type { ReasonCode } from '@vertretbar/domain/eligibility'
import { dayOf } from '@vertretbar/domain/half-day'
import type { Plan } from '@vertretbar/domain/plan'
import type { Region } from '@vertretbar/domain/region'
import type { Requirement } from '@vertretbar/domain/requirement'
import type { Specialist } from '@vertretbar/domain/specialist'
import { agreement, awayFor, requirement, since, specialist, testRegion } from '@vertretbar/domain/test-region'
import { type PlanOptions, planCover } from './plan.ts'

/**
 * Plans a test region from Monday 8 June to Friday 10 July 2026, as seen on the first day. The parish has nobody but
 * whom a test puts there; the city may serve it in all areas. The clock stands still: only a limit of 0 seconds is ever
 * reached.
 */
export const planOf = (fields: Partial<Region>, options: Partial<PlanOptions> = {}): Promise<Plan> =>
  planCover(testRegion({ agreements: [pool()], ...fields }), {
    today: dayOf('2026-06-08'),
    first: dayOf('2026-06-08'),
    last: dayOf('2026-07-10'),
    timeLimitSeconds: 60,
    now: () => 0,
    ...options,
  })

/** The city may serve the parish in all areas. */
export const pool = (fields: Partial<Region['agreements'][number]> = {}) =>
  agreement('pool', { areas: ['payroll', 'audit', 'registry'], ...fields })

/** One clerk in the parish's payroll at these half-days. */
export const wanted = (halfDays: readonly string[], fields: Partial<Requirement> = {}): Requirement =>
  requirement(`${fields.authority ?? 'parish'}.${fields.area ?? 'payroll'}`, {
    when: { kind: 'dates', halfDays },
    ...fields,
  })

/** One auditor at the parish at these half-days. */
export const auditWanted = (halfDays: readonly string[], fields: Partial<Requirement> = {}): Requirement =>
  wanted(halfDays, { area: 'audit', needs: [{ anyOf: ['auditor'], count: 1 }], ...fields })

/** Able in payroll and audit. */
export const inBoth = {
  competences: [
    { area: 'payroll', roles: ['clerk', 'approver'], products: [] },
    { area: 'audit', roles: ['auditor'], products: [] },
  ],
}

/** Who covers where and when, as `city-p1 parish payroll 2026-06-10/am`. */
export const coverIn = ({ assignments }: Plan): string[] =>
  assignments.flatMap(({ specialist: who, authority, area, halfDays }) =>
    halfDays.map((halfDay) => `${who} ${authority} ${area} ${halfDay}`),
  )

/** Critical payroll is covered first, so that what stays open is the normal need beside it. */
export const critical = (...halfDays: string[]): Requirement => ({
  ...wanted(halfDays, { criticality: 'critical' }),
  id: 'critical',
})

/** Registrars in the parish, worth something only all together. */
export const registryWanted = (halfDay: string, count = 1): Requirement =>
  wanted([halfDay], { area: 'registry', needs: [{ anyOf: ['registrar'], count, indivisible: true }] })

/** Clerks in the parish on 10 June in the morning. */
export const clerks = (count: number, indivisible: boolean): Requirement =>
  wanted(['2026-06-10/am'], { needs: [{ anyOf: ['clerk'], count, indivisible }] })

/** Clerks needed in the city on 10 June in the morning. */
export const home = (count: number): Requirement =>
  wanted(['2026-06-10/am'], { authority: 'city', needs: [{ anyOf: ['clerk'], count }] })

/** Able in payroll and registry. */
export const able = (id: string, fields: Partial<Specialist> = {}): Specialist =>
  specialist(id, {
    competences: [
      { area: 'payroll', roles: ['clerk'], products: [] },
      { area: 'registry', roles: ['registrar'], products: [] },
    ],
    ...fields,
  })

/** Must not act in an area of the parish. */
export const notIn = (area: string) => ({ exclusions: [{ authority: 'parish', area, ...since }] })

/** Away on 10 June in the morning. */
export const awayThen = (id: string) => [awayFor(id, '2026-06-10/am', '2026-06-10/am')]

/** The nearest candidates of a half-day, each with their codes. */
export type Told = readonly (readonly [specialist: string, ...codes: ReasonCode[]])[]

/** The nearest candidates of each half-day that a plan leaves open. */
export async function toldOf(fields: Partial<Region>, options: Partial<PlanOptions> = {}): Promise<Told[]> {
  const { uncovered } = await planOf(fields, options)
  return uncovered.map(({ nearest }) => nearest.map((one) => [one.specialist, ...one.codes] as const))
}
