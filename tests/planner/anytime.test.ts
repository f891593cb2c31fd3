import { setImmediate, setTimeout } from 'node:timers/promises'
import { dayOf } from '@vertretbar/domain/half-day'
import { levelNames, type Plan, type PlanProgress } from '@vertretbar/domain/plan'
import type { Region } from '@vertretbar/domain/region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { type PlanOptions, planCover, planOrRefuse } from '@vertretbar/planner/plan'
import { describe, expect, it } from 'vitest'
import { country, dense } from '../generate/country.ts'
import { medium, small } from '../generate/knobs.ts'
import { type Generated, generateRegion } from '../generate/region.ts'
import { checkPlan } from '../oracle/plan.ts'
import { recount } from '../oracle/recount.ts'

const giant = generateRegion(3, { ...medium, authorities: [30, 30] })

const plan = ({ region, today, from, to }: Generated, options: Partial<PlanOptions> = {}): Promise<Plan> =>
  planCover(new RegionIndex(region), {
    today: dayOf(today),
    first: dayOf(from),
    last: dayOf(to),
    timeLimitSeconds: 20,
    now: () => performance.now(),
    ...options,
  })

/** The milliseconds from a moment on until a plan is there. */
async function timed(planning: Promise<Plan>, from = performance.now()): Promise<{ took: number; found: Plan }> {
  const found = await planning
  return { took: performance.now() - from, found }
}

/** The machine may be busy: what the plan owes is half a second beyond what the same work takes alone. */
const tolerance = 500

type Told = NonNullable<PlanProgress['objective']>

/** The first level that differs decides. */
const isWorse = (now: Told, before: Told): boolean => {
  const changed = levelNames.find((level) => now[level] !== before[level])
  return changed !== undefined && (now[changed] ?? 0) > (before[changed] ?? 0)
}

describe('a part too large for the solver', () => {
  it('ends with its deadline, keeps every rule, and says how far from the best it may be', {
    timeout: 60_000,
  }, async () => {
    await plan(giant, { timeLimitSeconds: 1 })
    const { took, found } = await timed(plan(giant, { timeLimitSeconds: 5 }))
    expect(took).toBeLessThan(5000 + tolerance)
    expect(checkPlan(giant.region, giant, found.assignments)).toEqual([])
    expect(recount(giant.region, giant, found.assignments)).toEqual(found.objective)
    for (const level of levelNames) expect(found.bound[level]).toBeLessThanOrEqual(found.objective[level])
    // The relaxation of the first two levels is nearly tight.
    expect(found.objective.criticalShortage - found.bound.criticalShortage).toBeLessThanOrEqual(2)
    expect(found).toMatchObject({ status: 'feasible', deterministic: false })
  })

  it('ends at once when told to stop, with the best plan so far', { timeout: 60_000 }, async () => {
    const controller = new AbortController()
    const planning = plan(giant, { timeLimitSeconds: 60, signal: controller.signal, pause: () => setImmediate() })
    await setTimeout(3000)
    controller.abort()
    const { took, found } = await timed(planning)
    expect(took).toBeLessThan(tolerance)
    expect(checkPlan(giant.region, giant, found.assignments)).toEqual([])
    expect(found.deterministic).toBe(false)
  })

  it('is never told worse than before, nor with a bound that falls', { timeout: 60_000 }, async () => {
    const told: PlanProgress[] = []
    await plan(giant, { timeLimitSeconds: 4, onProgress: (progress) => told.push(progress) })
    const first = told.filter(({ objective }) => objective !== undefined)
    expect(first.length).toBeGreaterThan(3)
    for (const [position, { objective = {}, bound = {} }] of first.entries()) {
      const before = first[position - 1]
      if (before === undefined) continue
      expect(isWorse(objective, before.objective ?? {})).toBe(false)
      for (const level of levelNames.slice(0, 4))
        expect(bound[level]).toBeGreaterThanOrEqual(before.bound?.[level] ?? 0)
    }
  })
})

it('the same region has the same plan, whatever is large in it', { timeout: 60_000 }, async () => {
  const region = country(5, { authorities: 8, weeks: 6 })
  const [one, other] = [await plan(region), await plan(region)]
  expect(one.deterministic).toBe(true)
  expect(other).toEqual(one)
})

const some = generateRegion(11, small)
const changed = (change: (region: Region) => Partial<Region>): Generated => ({
  ...some,
  region: { ...some.region, ...change(some.region) },
})
const daysLater = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 864e5).toISOString().slice(0, 10)

describe('at the edges there is an answer', () => {
  it.each<readonly [boundary: string, asked: Generated]>([
    [
      'everybody may cover no half-day',
      changed(({ specialists }) => ({
        specialists: specialists.map((one) => ({ ...one, coverLimitHalfDaysPerWeek: 0 })),
        bookings: [],
      })),
    ],
    [
      'every agreement carries no half-day',
      changed(({ agreements }) => ({
        agreements: agreements.map((one) => ({ ...one, monthlyHalfDayLimit: 0 })),
        bookings: [],
      })),
    ],
    [
      'nobody is competent',
      changed(({ specialists }) => ({
        specialists: specialists.map((one) => ({ ...one, competences: [] })),
        bookings: [],
      })),
    ],
    [
      'fifty people are asked for',
      changed(({ requirements }) => ({
        requirements: requirements.map((one) => ({ ...one, needs: one.needs.map((need) => ({ ...need, count: 50 })) })),
      })),
    ],
    ['a horizon of one day', { ...some, to: some.from }],
    ['a horizon of two years', { ...some, to: daysLater(some.from, 730) }],
    ['a horizon that is over', { ...some, today: daysLater(some.to, 1) }],
  ])('%s', { timeout: 60_000 }, async (_, asked) => {
    const { took, found } = await timed(plan(asked, { timeLimitSeconds: 10 }))
    expect(took).toBeLessThan(10_000 + tolerance)
    expect(checkPlan(asked.region, asked, found.assignments)).toEqual([])
    expect(recount(asked.region, asked, found.assignments)).toEqual(found.objective)
  })
})

it('more options than the memory is made for are refused, with how many there are at least', async () => {
  const { region, today, from, to } = giant
  const days = { today: dayOf(today), first: dayOf(from), last: dayOf(to) }
  const asked = { ...days, timeLimitSeconds: 20, now: () => performance.now(), mostOptions: 1000 }
  const planned = await planOrRefuse(new RegionIndex(region), asked)
  if (planned.ok) throw new Error('it was planned all the same')
  expect(planned.refusal).toMatchObject({ code: 'plan-too-large', maximum: 1000 })
  expect(planned.refusal.options).toBeGreaterThan(1000)
})

it('a dense country is one web: its plan keeps every rule', { timeout: 60_000 }, async () => {
  const region = country(2, { ...dense, authorities: 24, weeks: 2 })
  const found = await plan(region, { timeLimitSeconds: 3 })
  expect(checkPlan(region.region, region, found.assignments)).toEqual([])
})
