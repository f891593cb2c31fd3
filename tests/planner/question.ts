import { type CoverState, coverState } from '@vertretbar/domain/cover'
import { findGaps } from '@vertretbar/domain/gap'
import { dayOf } from '@vertretbar/domain/half-day'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { coverOptions, type OpenNeed, openNeeds } from '@vertretbar/planner/options'
import { type CoverProblem, coverProblem } from '@vertretbar/planner/problem'
import type { Generated } from '../generate/region.ts'

/** A region's gaps as the planner sees them. */
export interface Question {
  readonly state: CoverState
  readonly open: readonly OpenNeed[]
  readonly problem: CoverProblem
}

/** All that is short in a region within its horizon, and who may cover. */
export function questionOf({ region, today, from, to }: Generated): Question {
  const state = coverState(new RegionIndex(region), { first: dayOf(from), last: dayOf(to) }, dayOf(today))
  const open = openNeeds(state, findGaps(state.supply, state.span))
  return { state, open, problem: coverProblem(state, open, coverOptions(state, open)) }
}
