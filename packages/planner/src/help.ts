import type { Help, ShortageChange } from '@vertretbar/domain/explanation'
import { halfDayOf } from '@vertretbar/domain/half-day'
import type { Measure } from '@vertretbar/domain/measure'
import { takeMeasure } from '@vertretbar/domain/measure'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { solveParts } from './cover-parts.ts'
import type { Solving } from './optimise.ts'
import type { OpenNeed } from './options.ts'
import { coverProblem } from './problem.ts'
import { type Asked, ask, type Question } from './question.ts'
import { asNeeded } from './raised-limits.ts'
import type { Planned } from './reasons.ts'
import { type Remainder, remainders } from './recount.ts'

/** The least shortage found over what was asked, need by need, and whether it is proven that none is less. */
export interface LeastShortage {
  readonly critical: number
  readonly normal: number
  readonly proven: boolean
  readonly left: ReadonlyMap<string, Remainder>
}

/** Solves levels 1 to 4 of what was asked; tells the first two, and the cover that reaches them. */
async function leastShortage(
  { state, open, options }: Asked,
  solving: Solving,
): Promise<LeastShortage & Pick<Planned, 'chosen'>> {
  const problem = coverProblem(state, open, options)
  const parts = await solveParts(problem, { ...solving, onProgress: () => undefined })
  const assigned = new Set(parts.flatMap((part) => part.assigned))
  const chosen = options.filter((_, number) => assigned.has(number))
  const total = (level: 0 | 1, lost: number): number =>
    parts.reduce((sum, { levels }) => sum + (levels[level] ?? 0), lost)
  return {
    critical: total(0, problem.lost.critical),
    normal: total(1, problem.lost.normal),
    proven: parts.every(({ levels, bounds }) => [0, 1].every((level) => (bounds[level] ?? 0) >= (levels[level] ?? 0))),
    left: leftBy(open, chosen),
    chosen,
  }
}

/** What some cover leaves short, by need and half-day. */
export const leftBy = (open: readonly OpenNeed[], chosen: Planned['chosen']): ReadonlyMap<string, Remainder> =>
  new Map(
    remainders(open, chosen).map((one) => [
      `${one.open.ref.requirement.id} ${one.open.ref.position} ${one.open.halfDay}`,
      one,
    ]),
  )

/** What a measure changes against the plan; undefined if no shortage goes, or the region then is too large to plan. */
export async function helpOf(
  measure: Measure,
  now: LeastShortage,
  { index, question, solving }: { index: RegionIndex; question: Question; solving: Solving },
): Promise<Help | undefined> {
  const asked = ask(new RegionIndex(takeMeasure(index.region, measure)), question)
  if (!asked.ok) return undefined
  const then = await leastShortage(asked.value, solving)
  const removed = {
    criticalShortage: now.critical - then.critical,
    normalShortage: now.normal - then.normal,
  }
  if (removed.criticalShortage < 0 || (removed.criticalShortage === 0 && removed.normalShortage <= 0)) return undefined
  return {
    measure: asNeeded(measure, asked.value.state, then.chosen),
    removed,
    proven: now.proven && then.proven,
    covered: shorter(now.left, then.left),
    opened: shorter(then.left, now.left),
  }
}

/** Where the second leaves less short than the first. */
const shorter = (first: LeastShortage['left'], second: LeastShortage['left']): ShortageChange[] =>
  [...first].flatMap(([key, { open, left }]) => {
    const people = left - (second.get(key)?.left ?? 0)
    if (people <= 0) return []
    const { requirement, position } = open.ref
    return [{ requirement: requirement.id, need: position, halfDay: halfDayOf(open.halfDay), people }]
  })
