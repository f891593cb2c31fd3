import type { CoverState } from '@vertretbar/domain/cover'
import type { Help, ShortageChange } from '@vertretbar/domain/explanation'
import { halfDayOf } from '@vertretbar/domain/half-day'
import type { Measure } from '@vertretbar/domain/measure'
import { takeMeasure } from '@vertretbar/domain/measure'
import type { Plan } from '@vertretbar/domain/plan'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { solveParts } from './cover-parts.ts'
import type { Solving } from './optimise.ts'
import type { OpenNeed } from './options.ts'
import { coverProblem } from './problem.ts'
import { type Asked, ask, type Question } from './question.ts'
import { asNeeded } from './raised-limits.ts'
import type { Planned } from './reasons.ts'
import { type Remainder, remainders } from './recount.ts'

/** What a plan leaves short need by need, its first levels and what is proven of them. */
export interface Now extends Pick<Plan, 'objective' | 'bound'> {
  readonly left: ReadonlyMap<string, Remainder>
}

interface Then {
  readonly state: CoverState
  readonly chosen: Planned['chosen']
  readonly critical: number
  readonly normal: number
  readonly proven: boolean
  readonly left: ReadonlyMap<string, Remainder>
}

/** Solves levels 1 to 4 of what was asked; tells the first two, and the cover that reaches them. */
async function leastShortage({ state, open, options }: Asked, solving: Solving): Promise<Then> {
  const problem = coverProblem(state, open, options)
  const parts = await solveParts(problem, { ...solving, onProgress: () => undefined })
  const assigned = new Set(parts.flatMap((part) => part.assigned))
  const chosen = options.filter((_, number) => assigned.has(number))
  const total = (level: 0 | 1, lost: number): number =>
    parts.reduce((sum, { levels }) => sum + (levels[level] ?? 0), lost)
  return {
    state,
    chosen,
    critical: total(0, problem.lost.critical),
    normal: total(1, problem.lost.normal),
    proven: parts.every(({ levels, bounds }) => [0, 1].every((level) => (bounds[level] ?? 0) >= (levels[level] ?? 0))),
    left: leftBy(open, chosen),
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

/** What a measure is sure to remove; undefined if that is nothing, or the region then is too large to plan. */
export async function helpOf(
  measure: Measure,
  now: Now,
  { index, question, solving }: { index: RegionIndex; question: Question; solving: Solving },
): Promise<Help | undefined> {
  const asked = ask(new RegionIndex(takeMeasure(index.region, measure)), question)
  if (!asked.ok) return undefined
  const then = await leastShortage(asked.value, solving)
  const removed = removedBy(now, then)
  if (removed.criticalShortage < 0 || (removed.criticalShortage === 0 && removed.normalShortage <= 0)) return undefined
  return {
    measure: asNeeded(measure, then.state, then.chosen),
    removed,
    proven: isSure(now, 'criticalShortage') && isSure(now, 'normalShortage') && then.proven,
    covered: shorter(now.left, then.left),
    opened: shorter(then.left, now.left),
  }
}

const isSure = ({ objective, bound }: Now, level: 'criticalShortage' | 'normalShortage'): boolean =>
  bound[level] === objective[level]

/** Against what is proven, not what was found: else longer search would be told as the help of any measure. */
function removedBy(now: Now, { critical, normal }: Then): Help['removed'] {
  const criticalShortage = now.bound.criticalShortage - critical
  const normalShortage = now.bound.normalShortage - normal
  // The bound of the second level holds under the first as it was found.
  if (!isSure(now, 'criticalShortage')) return { criticalShortage, normalShortage: 0 }
  return {
    criticalShortage,
    normalShortage: isSure(now, 'normalShortage') ? normalShortage : Math.max(0, normalShortage),
  }
}

/** Where the second leaves less short than the first. */
const shorter = (first: Now['left'], second: Now['left']): ShortageChange[] =>
  [...first].flatMap(([key, { open, left }]) => {
    const people = left - (second.get(key)?.left ?? 0)
    if (people <= 0) return []
    const { requirement, position } = open.ref
    return [{ requirement: requirement.id, need: position, halfDay: halfDayOf(open.halfDay), people }]
  })
