import { coverState } from '@vertretbar/domain/cover'
import { findGaps } from '@vertretbar/domain/gap'
import { dayOf } from '@vertretbar/domain/half-day'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { coverOptions, openNeeds } from '@vertretbar/planner/options'
import { type CoverProblem, coverProblem } from '@vertretbar/planner/problem'
import type { Generated } from '../generate/region.ts'

/** All that is short in a region within its horizon, and who may cover, in plain numbers. */
export function questionOf({ region, today, from, to }: Generated): { readonly problem: CoverProblem } {
  const state = coverState(new RegionIndex(region), { first: dayOf(from), last: dayOf(to) }, dayOf(today))
  const open = openNeeds(state, findGaps(state.supply, state.span))
  return { problem: coverProblem(state, open, coverOptions(state, open)) }
}
