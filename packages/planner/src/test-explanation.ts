import type { Explanation } from '@vertretbar/domain/explanation'
import { dayOf } from '@vertretbar/domain/half-day'
import type { Measure } from '@vertretbar/domain/measure'
import type { Region } from '@vertretbar/domain/region'
import type { Requirement } from '@vertretbar/domain/requirement'
import { testRegion } from '@vertretbar/domain/test-region'
import { explainPlan } from './explain.ts'
import { planCover } from './plan.ts'
import { wanted } from './test-plan.ts'

/** Why the plan of a test region is as it is, from Monday 8 June 2026 to some day. */
export async function explanationOf(fields: Partial<Region>, last = '2026-06-19', seconds = 60): Promise<Explanation> {
  const region = testRegion(fields)
  const options = {
    today: dayOf('2026-06-08'),
    first: dayOf('2026-06-08'),
    last: dayOf(last),
    timeLimitSeconds: seconds,
    now: () => 0,
  }
  const explained = await explainPlan(region, await planCover(region, { ...options, timeLimitSeconds: 60 }), options)
  if (!explained.ok) throw new Error(explained.refusal.code)
  return explained.value
}

/** The half-day at which tests of measures are short of somebody. */
export const halfDay = '2026-06-10/am'

/** The parish wants so many clerks then. */
export const parishWants = (count: number): Requirement => wanted([halfDay], { needs: [{ anyOf: ['clerk'], count }] })

/** The measures that help, and how many were tried. */
export async function triedOf(fields: Partial<Region>): Promise<{ help: Measure[]; tried: number }> {
  const { help, measures } = await explanationOf(fields)
  return { help: help.map(({ measure }) => measure), tried: measures.tried }
}

/** Papers for every role of the payroll of an authority. */
export const authorisation = (who: string, at = 'city'): Measure => ({
  kind: 'authorisation',
  specialist: who,
  authority: at,
  area: 'payroll',
})

/** Software of payroll, learned. */
export const product = (who: string, learned = 'a'): Measure => ({
  kind: 'product',
  specialist: who,
  area: 'payroll',
  product: learned,
})
