import { isEmployed, patternHalves } from './availability.ts'
import type { FoundGap } from './gap.ts'
import type { HalfDayNumber } from './half-day.ts'
import type { RegionIndex } from './region-index.ts'
import { rolesKnowingSoftware } from './role.ts'

/**
 * Whether a gap would be there without a single absence or booking, for its holders' patterns leave it open, while
 * with other patterns they would do: the remedy is another pattern or window, not cover.
 */
export function isStructural(index: RegionIndex, { supply, shortfalls }: FoundGap): boolean {
  const { need } = supply.ref
  return [...shortfalls.keys()].every((halfDay) => {
    const holders = holdersAt(index, supply.ref, halfDay)
    const onPattern = holders.filter((holder) => (patternHalves(holder, halfDay >> 1) >> (halfDay & 1)) & 1)
    return onPattern.length < need.count && need.count <= holders.length
  })
}

/** The people with the post, the role and the software of a half-day who are employed then. */
const holdersAt = (index: RegionIndex, { requirement, need }: FoundGap['supply']['ref'], halfDay: HalfDayNumber) =>
  index
    .staffAt(requirement)
    .filter((specialist) => isEmployed(specialist, halfDay >> 1))
    .filter((specialist) =>
      rolesKnowingSoftware(index, specialist, requirement, halfDay >> 1).some((role) => need.anyOf.includes(role)),
    )
