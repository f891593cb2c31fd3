import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { Cover } from './assignments.ts'
import { allNeeds, lendable, type NeedRef, shortageToPlan, spareOf } from './counting.ts'
import { dateOf } from './dates.ts'
import { occurrenceAt } from './occurrences.ts'
import { canServe } from './people.ts'
import { needOf, samePlace, specialistOf } from './region.ts'

/** Who covers where at one half-day, and the critical and normal shortage that stays then. */
export interface JointChoice {
  readonly covers: readonly Cover[]
  readonly critical: number
  readonly normal: number
}

interface ShortNeed {
  readonly critical: boolean
  readonly indivisible: boolean
  readonly shortage: number
  readonly serves: (cover: Cover) => boolean
}

interface Home {
  readonly people: readonly string[]
  readonly spare: number
}

/**
 * Every way to use the options of one half-day that the homes can spare, nobody twice. Left out is a choice from which
 * one person can be taken without any shortage growing: it would be feasible, and cheaper, without them. Undefined if
 * there are more ways than asked for.
 */
export function jointChoices(
  region: Region,
  halfDay: HalfDay,
  options: readonly Cover[],
  most: number,
): JointChoice[] | undefined {
  const applied = allNeeds(region).filter(({ requirement }) => occurrenceAt(region, requirement, halfDay) !== undefined)
  const needs = applied.map((need) => shortNeed(region, need, halfDay))
  const homes = applied.map((need) => ({
    people: lendable(region, need, halfDay),
    spare: Math.max(0, spareOf(region, need, halfDay)),
  }))
  let ways: (readonly Cover[])[] = [[]]
  for (const own of Map.groupBy(options, ({ specialist }) => specialist).values()) {
    const withPerson = ways.flatMap((way) => own.map((option) => [...way, option]))
    ways = ways.concat(withPerson.filter((way) => homes.every((home) => canSpare(home, way))))
    if (ways.length > most) return undefined
  }
  return ways.filter((way) => isLean(needs, way)).map((way) => ({ covers: way, ...shortageLeft(needs, way) }))
}

function shortNeed(region: Region, need: NeedRef, halfDay: HalfDay): ShortNeed {
  const { requirement } = need
  const { anyOf, indivisible } = needOf(requirement, need.need)
  return {
    critical: requirement.criticality === 'critical',
    indivisible: indivisible === true,
    shortage: shortageToPlan(region, need, halfDay),
    serves: (cover) =>
      samePlace(cover, requirement) &&
      canServe(
        region,
        { specialist: specialistOf(region, cover.specialist), place: requirement, anyOf },
        dateOf(halfDay),
      ),
  }
}

const canSpare = ({ people, spare }: Home, way: readonly Cover[]): boolean =>
  way.filter(({ specialist }) => people.includes(specialist)).length <= spare

function isLean(needs: readonly ShortNeed[], way: readonly Cover[]): boolean {
  const all = shortageLeft(needs, way)
  return way.every((_, index) => {
    const fewer = shortageLeft(needs, way.toSpliced(index, 1))
    return fewer.critical > all.critical || fewer.normal > all.normal
  })
}

function shortageLeft(needs: readonly ShortNeed[], way: readonly Cover[]): { critical: number; normal: number } {
  const left = { critical: 0, normal: 0 }
  for (const { critical, indivisible, shortage, serves } of needs) {
    const after = Math.max(0, shortage - way.filter(serves).length)
    left[critical ? 'critical' : 'normal'] += indivisible && after > 0 ? shortage : after
  }
  return left
}
