import { dayOf } from '@vertretbar/domain/half-day'
import type { Plan } from '@vertretbar/domain/plan'
import type { Region } from '@vertretbar/domain/region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { planCover } from '@vertretbar/planner/plan'
import { expect } from 'vitest'
import { campaign } from '../campaign.ts'
import { type Random, randomOf } from '../generate/random.ts'
import { generateRegion } from '../generate/region.ts'
import { coversOf } from '../oracle/assignments.ts'
import { allNeeds, shortageOf } from '../oracle/counting.ts'
import { oracleGaps } from '../oracle/gaps.ts'
import { checkPlan } from '../oracle/plan.ts'
import { recount } from '../oracle/recount.ts'
import { type Horizon, samePlace } from '../oracle/region.ts'

const planOf = (region: Region, { today, from, to }: Horizon, before?: Plan): Promise<Plan> =>
  planCover(new RegionIndex(region), {
    today: dayOf(today),
    first: dayOf(from),
    last: dayOf(to),
    timeLimitSeconds: 60,
    now: () => performance.now(),
    before: before?.assignments,
  })

type Refusal = Region['refusals'][number]

/** Somebody planned refuses one of the gaps that the cover would lie in. */
function refusalOf(region: Region, random: Random, plan: Plan): Refusal | undefined {
  const covers = coversOf(plan.assignments)
  if (covers.length === 0) return undefined
  const { specialist, halfDay, ...place } = random.pick(covers)
  const short = allNeeds(region).filter(
    (one) => samePlace(one.requirement, place) && shortageOf(region, one, halfDay) > 0,
  )
  const { requirement, need } = random.pick(short)
  return { requirement: requirement.id, need, halfDay, specialist }
}

/** The half-days of the gap that a refusal names. */
function refusedHalfDays(region: Region, horizon: Horizon, { requirement, need, halfDay }: Refusal): string[] {
  const gap = oracleGaps(region, horizon).gaps.find(
    (one) =>
      one.requirement === requirement && one.need === need && one.halfDays.some((short) => short.halfDay === halfDay),
  )
  return gap?.halfDays.map((short) => short.halfDay) ?? []
}

campaign('planner: a proposal that was refused is never proposed again', { test: 8, prove: 500 }, async (seed) => {
  const random = randomOf(seed)
  const { region: first, ...horizon } = generateRegion(seed)
  let region = first
  let plan = await planOf(region, horizon)
  for (let round = 0; round < 4; round += 1) {
    const refusal = refusalOf(region, random, plan)
    if (refusal === undefined) return
    region = { ...region, refusals: [...region.refusals, refusal] }
    plan = await planOf(region, horizon, plan)
    expect(checkPlan(region, horizon, plan.assignments)).toEqual([])
    for (const refused of region.refusals) {
      const place = region.requirements.find(({ id }) => id === refused.requirement)
      const halfDays = refusedHalfDays(region, horizon, refused)
      const again = coversOf(plan.assignments).filter(
        (cover) =>
          cover.specialist === refused.specialist &&
          place !== undefined &&
          samePlace(cover, place) &&
          halfDays.includes(cover.halfDay),
      )
      expect(again).toEqual([])
    }
  }
})

campaign(
  'planner: planning again keeps what is best, and is no worse than from nothing',
  { test: 8, prove: 500 },
  async (seed) => {
    const { region, ...horizon } = generateRegion(seed)
    const plan = await planOf(region, horizon)
    expect(await planOf(region, horizon, plan)).toEqual(plan)
    const refusal = refusalOf(region, randomOf(seed), plan)
    if (refusal === undefined) return
    const changed = { ...region, refusals: [...region.refusals, refusal] }
    const [again, fresh] = [await planOf(changed, horizon, plan), await planOf(changed, horizon)]
    expect(again.objective).toEqual(fresh.objective)
    expect(recount(changed, horizon, again.assignments)).toEqual(again.objective)
  },
)
