import { withPlan } from '@vertretbar/domain/cover'
import type { AssignmentReasons, Explanation, ExplanationProgress, Help } from '@vertretbar/domain/explanation'
import type { Plan } from '@vertretbar/domain/plan'
import type { RegionIndex } from '@vertretbar/domain/region-index'
import { accept, type Result } from '@vertretbar/domain/result'
import { byPersonAndPlace, isIn } from './assignments.ts'
import { Deadline, type Stop } from './deadline.ts'
import { balanceSoFar } from './fairness.ts'
import { helpOf, leftBy } from './help.ts'
import { measuresFor } from './measures.ts'
import type { Solving } from './optimise.ts'
import type { Option } from './options.ts'
import { type Asked, ask, type PlanRefusal, type Question } from './question.ts'
import { alternativeTo, coverOf, type Planned, reasonsFor } from './reasons.ts'
import { inYearsOf, remainders } from './recount.ts'
import { loadSolver } from './solver.ts'
import { shownExplanation, surrogatesFor } from './surrogates.ts'

/** What the plan was asked for, and how long to look for reasons; `now` is a clock in milliseconds. */
export interface ExplainOptions extends Question, Stop {
  readonly timeLimitSeconds: number
  readonly onProgress?: (progress: ExplanationProgress) => void
}

/**
 * Why a plan is as it is, and what would help: each answer found by planning again with one thing changed. The plan
 * must be one of this very region and question. Whatever there is no time for is left out and counted.
 */
export async function explainPlan(
  known: RegionIndex,
  told: Plan,
  options: ExplainOptions,
): Promise<Result<Explanation, PlanRefusal>> {
  const surrogates = surrogatesFor(known)
  const { index } = surrogates
  const plan = { ...told, assignments: surrogates.hidden(told.assignments).toSorted(byPersonAndPlace) }
  const deadline = new Deadline(options, options.now() + 1000 * options.timeLimitSeconds)
  const asked = ask(index, options)
  if (!asked.ok) return asked
  const before = isIn(plan.assignments)
  const planned = plannedIn(asked.value, before, options)
  if (planned.chosen.length !== plan.objective.halfDays)
    throw new Error('the plan to explain is not one of this region')
  let [done, total] = [0, plan.assignments.length]
  const tell = (): void => options.onProgress?.({ done, total })
  const explaining: Explaining = {
    index,
    plan,
    planned,
    question: options,
    solving: { ...options, onProgress: undefined, solve: await loadSolver(), deadline, before, memory: new Map() },
    answered: () => {
      done += 1
      tell()
    },
  }
  tell()
  const assignments = await reasonsOfAll(explaining)
  const found = await measuresOf(explaining)
  total += found.measures.length
  return accept(shownExplanation(surrogates, { assignments, ...(await whatHelps(explaining, found)) }))
}

function plannedIn(asked: Asked, isChosen: (option: Option) => boolean, { first, last }: ExplainOptions): Planned {
  const chosen = asked.options.filter(isChosen)
  return {
    ...asked,
    chosen,
    covered: withPlan(asked.state, chosen.map(coverOf)),
    balance: balanceSoFar(asked.state, inYearsOf(first, last)),
  }
}

interface Explaining {
  readonly index: RegionIndex
  readonly plan: Plan
  readonly planned: Planned
  readonly question: Question
  readonly solving: Solving
  /** Told after each question. */
  readonly answered: () => void
}

/** Half of the time is for those who are planned, in equal shares; the rest for what would help. */
async function reasonsOfAll({ plan, planned, solving, answered }: Explaining): Promise<AssignmentReasons[]> {
  const half = solving.deadline.within(0.5)
  const reasons: AssignmentReasons[] = []
  for (const [position, assignment] of plan.assignments.entries()) {
    const known = reasonsFor(planned, assignment)
    if (half.isOver()) reasons.push(known)
    else {
      const deadline = half.within(1 / (plan.assignments.length - position))
      reasons.push({ ...known, alternative: await alternativeTo(planned, assignment, { ...solving, deadline }) })
    }
    answered()
    await solving.deadline.breathe()
  }
  return reasons
}

/** What may help, if anything is short; what is past nothing helps any more. */
async function measuresOf({ planned: { state, open, chosen }, solving }: Explaining): Promise<Found> {
  const ahead = remainders(open, chosen).filter(
    ({ open: { halfDay, missing } }) => missing > 0 && halfDay >> 1 >= state.today,
  )
  return ahead.some(({ left }) => left > 0)
    ? measuresFor(state, ahead, solving.deadline.within(0.5))
    : { measures: [], complete: true }
}

type Found = Awaited<ReturnType<typeof measuresFor>>

async function whatHelps(
  { index, plan, planned, question, solving, answered }: Explaining,
  { measures, complete }: Found,
): Promise<Omit<Explanation, 'assignments'>> {
  const now = { ...plan, left: leftBy(planned.open, planned.chosen) }
  const help: Help[] = []
  let tried = 0
  for (const measure of measures) {
    if (solving.deadline.isOver()) break
    const found = await helpOf(measure, now, { index, question, solving })
    if (found !== undefined) help.push(found)
    tried += 1
    answered()
    await solving.deadline.breathe()
  }
  return {
    help: help.toSorted(mostHelpful),
    measures: { found: measures.length, tried, complete: complete && tried === measures.length },
  }
}

/** Shortage is what counts, critical before normal; what was found sooner comes first where that is equal. */
const mostHelpful = ({ removed: a }: Help, { removed: b }: Help): number =>
  b.criticalShortage - a.criticalShortage || b.normalShortage - a.normalShortage
