import { dayOf } from '@vertretbar/domain/half-day'
import type { Plan } from '@vertretbar/domain/plan'
import type { Region } from '@vertretbar/domain/region'
import type { Requirement } from '@vertretbar/domain/requirement'
import { agreement, requirement, testRegion } from '@vertretbar/domain/test-region'
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
  assignments.flatMap(({ specialist, authority, area, halfDays }) =>
    halfDays.map((halfDay) => `${specialist} ${authority} ${area} ${halfDay}`),
  )
