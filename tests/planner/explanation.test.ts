import type { Explanation } from '@vertretbar/domain/explanation'
import { dayOf } from '@vertretbar/domain/half-day'
import { levelNames, type Plan } from '@vertretbar/domain/plan'
import type { Region } from '@vertretbar/domain/region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { explainPlan } from '@vertretbar/planner/explain'
import { measureKey } from '@vertretbar/planner/measures'
import { planCover } from '@vertretbar/planner/plan'
import { expect } from 'vitest'
import { campaign } from '../campaign.ts'
import { randomOf } from '../generate/random.ts'
import { type Generated, generateRegion } from '../generate/region.ts'
import { type Best, bruteForce } from '../oracle/brute-force.ts'
import { after, canBeMoved, everyPaper, everyProduct } from '../oracle/measures.ts'
import { recount } from '../oracle/recount.ts'
import { type Horizon, samePlace } from '../oracle/region.ts'

const mostOptions = 60

/** About so many changes are tried in each region. */
const mostChanges = 20

interface Explained {
  readonly region: Region
  readonly horizon: Horizon
  readonly plan: Plan
  readonly explanation: Explanation
}

const optionsOf = ({ today, from, to }: Horizon) => ({
  today: dayOf(today),
  first: dayOf(from),
  last: dayOf(to),
  timeLimitSeconds: 60,
  now: () => performance.now(),
})

async function explained({ region, ...horizon }: Generated): Promise<Explained> {
  const index = new RegionIndex(region)
  const plan = await planCover(index, optionsOf(horizon))
  const explanation = await explainPlan(index, plan, optionsOf(horizon))
  if (!explanation.ok) throw new Error(explanation.refusal.code)
  return { region, horizon, plan, explanation: explanation.value }
}

/** The same; undefined where a region is too large to try every way. */
const explainedIfSmall = async (generated: Generated): Promise<Explained | undefined> => {
  const { region, ...horizon } = generated
  return bruteForce(region, horizon, { mostOptions }) === undefined ? undefined : explained(generated)
}

const firstFour = ['criticalShortage', 'normalShortage', 'handOvers', 'halfDays'] as const

campaign(
  'planner: what an assignment does and what the next best costs equal brute force',
  { test: 8, prove: 500 },
  async (seed) => {
    const found = await explainedIfSmall(generateRegion(seed))
    if (found === undefined) return
    const { region, horizon, plan, explanation } = found
    expect(explanation.assignments.map(({ assignment }) => assignment)).toEqual(plan.assignments)
    explanation.assignments.forEach(({ assignment, part, alternative }, position) => {
      const without = recount(region, horizon, plan.assignments.toSpliced(position, 1))
      expect(part).toEqual(difference(plan.objective, without, levelNames))
      const best = bruteForce(region, horizon, {
        mostOptions,
        permits: ({ specialist, halfDay, ...place }) =>
          specialist !== assignment.specialist ||
          !samePlace(place, assignment) ||
          !assignment.halfDays.includes(halfDay),
      })
      if (best === undefined) return
      expect(alternative?.price).toMatchObject(difference(best.objective, plan.objective, firstFour))
    })
  },
)

/** By how much some levels of the first are above those of the second. */
const difference = <Level extends string>(
  one: Readonly<Record<Level, number>>,
  other: Readonly<Record<Level, number>>,
  levels: readonly Level[],
) => Object.fromEntries(levels.map((level) => [level, one[level] - other[level]]))

/** The shortage left at best, critical and normal. */
const leastShort = ({ objective: { criticalShortage, normalShortage } }: Pick<Plan, 'objective'> | Best) => ({
  criticalShortage,
  normalShortage,
})

const isLess = (one: ReturnType<typeof leastShort>, other: ReturnType<typeof leastShort>): boolean =>
  one.criticalShortage < other.criticalShortage ||
  (one.criticalShortage === other.criticalShortage && one.normalShortage < other.normalShortage)

campaign('planner: what would help equals brute force on the changed region', { test: 8, prove: 500 }, async (seed) => {
  const found = await explainedIfSmall(generateRegion(seed))
  if (found === undefined) return
  const { region, horizon, plan, explanation } = found
  const now = leastShort(plan)
  expect(explanation.measures.complete).toBe(true)
  for (const { measure, removed, covered, opened } of explanation.help) {
    if (measure.kind === 'absence') expect(canBeMoved(region, horizon, measure)).toBe(true)
    const then = bruteForce(after(region, measure), horizon, { mostOptions: 2 * mostOptions })
    if (then === undefined) continue
    const short = leastShort(then)
    expect({ measure, ...removed }).toEqual({
      measure,
      criticalShortage: now.criticalShortage - short.criticalShortage,
      normalShortage: now.normalShortage - short.normalShortage,
    })
    expect(isLess(short, now)).toBe(true)
    const people = (changes: typeof covered): number => changes.reduce((sum, one) => sum + one.people, 0)
    expect(people(covered) - people(opened)).toBe(removed.criticalShortage + removed.normalShortage)
  }
})

campaign(
  'planner: no single paper, product or limit would help that is not told',
  { test: 4, prove: 200 },
  async (seed) => {
    // Whoever is booked somewhere may lack a paper there, and hold back those whose home it is.
    const drawn = generateRegion(seed, { bookings: [2, 8] })
    // What is past nothing helps any more.
    const { region, horizon, plan, explanation } = await explained({ ...drawn, from: drawn.today })
    const told = new Set(explanation.help.map(({ measure }) => measureKey(measure)))
    const changes = [...everyPaper(region), ...everyProduct(region)]
    for (const measure of randomOf(seed).some(changes, mostChanges / changes.length)) {
      // Brute force would take minutes on so many regions; that plans equal it is shown elsewhere.
      const then = await planCover(new RegionIndex(after(region, measure)), optionsOf(horizon))
      if (isLess(leastShort(then), leastShort(plan))) expect(told).toContain(measureKey(measure))
    }
  },
)
