import { type CoverState, coverState } from '@vertretbar/domain/cover'
import { type FoundGap, findGaps } from '@vertretbar/domain/gap'
import type { Day } from '@vertretbar/domain/half-day'
import type { RegionIndex } from '@vertretbar/domain/region-index'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { isStructural } from '@vertretbar/domain/structural'
import { coverOptions, type OpenNeed, type Option, openNeeds } from './options.ts'

/** What to plan: the gaps of these days, as seen on a day. */
export interface Question {
  readonly today: Day
  readonly first: Day
  readonly last: Day
  readonly skipStructural?: boolean
  /** The most options that the memory at hand can hold, each about two kilobytes. */
  readonly mostOptions?: number
}

/** Why there is no plan: more options than its memory is made for. */
export interface PlanRefusal {
  readonly code: 'plan-too-large'
  /** There are at least so many. */
  readonly options: number
  readonly maximum: number
}

/** What is to be covered, and all who may. */
export interface Asked {
  readonly state: CoverState
  readonly open: readonly OpenNeed[]
  readonly options: readonly Option[]
}

/** Where nothing else is said: some two and a half gigabytes. */
const usualMost = 1_250_000

/** What is open in a region over some days, and who may cover it. */
export function ask(index: RegionIndex, question: Question): Result<Asked, PlanRefusal> {
  const state = coverState(index, question, question.today)
  const open = openNeeds(state, gapsToCover(state, question))
  const maximum = question.mostOptions ?? usualMost
  const options = coverOptions(state, open, maximum)
  if (options.length > maximum) return refuse({ code: 'plan-too-large', options: options.length, maximum })
  return accept({ state, open, options })
}

function gapsToCover(state: CoverState, { skipStructural = false }: Question): FoundGap[] {
  const gaps = findGaps(state.supply, state.span)
  return skipStructural ? gaps.filter((gap) => !isStructural(state.index, gap)) : gaps
}
