import type { Deadline } from './deadline.ts'
import { compareLevels, type Draft, eachOf } from './draft.ts'
import type { Draw } from './random.ts'

/** Fills a draft need by need, scarce ones first: those with the fewest options for each person they miss. */
export function fillGreedily(draft: Draft): void {
  const { missing, level, optionsFor } = draft.packed
  const scarcity = (need: number): number =>
    ((optionsFor.starts[need + 1] as number) - (optionsFor.starts[need] as number)) / (missing[need] as number)
  const order = [...missing.keys()].toSorted(
    (a, b) => (level[a] as number) - (level[b] as number) || scarcity(a) - scarcity(b) || a - b,
  )
  const made: number[] = []
  for (const need of order) fill(draft, need, { draw: () => 1, made })
  prune(draft, made)
}

/** As many steps between two looks at the clock. */
const stride = 64

/** Until when to search, how many of the levels count, and where chance comes from. */
export interface Searching {
  readonly deadline: Deadline
  readonly depth: number
  readonly draw: Draw
}

/**
 * Takes a few assignments back and covers again what that leaves short, scarce needs first and with some chance left
 * out; keeps the outcome unless one of the levels that count is worse. Ends after so many steps, or with the deadline.
 */
export async function ruinAndRecreate(
  draft: Draft,
  steps: number,
  { deadline, depth, draw }: Searching,
): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    if (step % stride === 0) {
      if (deadline.isOver()) return
      await deadline.breathe()
    }
    tryStep(draft, draw, depth)
  }
}

function tryStep(draft: Draft, draw: Draw, depth: number): void {
  const before = draft.levels.slice()
  const taken = draft.short.size > 0 && draw(2) === 0 ? makeRoom(draft, draw) : takeWeeks(draft, draw)
  const made: number[] = []
  for (const need of affected(draft, taken, draw)) fill(draft, need, { draw, made })
  prune(draft, made)
  if (compareLevels(draft.levels, before, depth) <= 0) return
  for (const option of made) if (draft.isAssigned[option] === 1) draft.release(option)
  for (const option of taken) draft.assign(option)
}

/** Takes back what stands in the way of somebody who could cover a need that is short. */
function makeRoom(draft: Draft, draw: Draw): number[] {
  const { optionsFor, limitsOf, optionsIn, most } = draft.packed
  const need = draft.short.items[draw(draft.short.size)] as number
  const from = optionsFor.starts[need] as number
  const count = (optionsFor.starts[need + 1] as number) - from
  const taken: number[] = []
  for (let one = Math.min(count, 1 + draw(3)); one > 0; one -= 1) {
    const option = optionsFor.items[from + draw(count)] as number
    eachOf(limitsOf, option, (limit) => {
      if ((draft.used[limit] as number) < (most[limit] as number)) return
      const inTheWay: number[] = []
      eachOf(optionsIn, limit, (other) => {
        if (draft.isAssigned[other] === 1) inTheWay.push(other)
      })
      const other = inTheWay[draw(inTheWay.length)]
      if (other !== undefined) taken.push(release(draft, other))
    })
  }
  return taken
}

/** Takes back a person's week at a place, and weeks of others who serve the same needs. */
function takeWeeks(draft: Draft, draw: Draw): number[] {
  if (draft.assigned.size === 0) return []
  const { needsOf, optionsFor } = draft.packed
  const taken = takeWeek(draft, draft.assigned.items[draw(draft.assigned.size)] as number)
  for (let further = draw(4); further > 0; further -= 1) {
    const option = taken[draw(taken.length)]
    if (option === undefined) break
    const needs = needsOf.starts[option] as number
    const need = needsOf.items[needs + draw((needsOf.starts[option + 1] as number) - needs)] as number
    const from = optionsFor.starts[need] as number
    const rival = optionsFor.items[from + draw((optionsFor.starts[need + 1] as number) - from)] as number
    const inWeek = assignedAlong(draft, rival)[0]
    if (inWeek !== undefined) taken.push(...takeWeek(draft, inWeek))
  }
  return taken
}

const takeWeek = (draft: Draft, option: number): number[] =>
  assignedAlong(draft, option).map((other) => release(draft, other))

/** What the person of an option covers at its place in its week. */
function assignedAlong(draft: Draft, option: number): number[] {
  const week = draft.packed.handOver[option] as number
  if (week < 0) return draft.isAssigned[option] === 1 ? [option] : []
  const found: number[] = []
  eachOf(draft.packed.optionsAlong, week, (other) => {
    if (draft.isAssigned[other] === 1) found.push(other)
  })
  return found
}

function release(draft: Draft, option: number): number {
  draft.release(option)
  return option
}

/** The needs that are short now because of what was taken, and one more; critical and scarce ones first. */
function affected(draft: Draft, taken: readonly number[], draw: Draw): number[] {
  const { needsOf, level, optionsFor } = draft.packed
  const needs = new Set<number>()
  for (const option of taken)
    eachOf(needsOf, option, (need) => {
      if (draft.gain(need) > 0) needs.add(need)
    })
  if (draft.short.size > 0) needs.add(draft.short.items[draw(draft.short.size)] as number)
  const rank = new Map(
    [...needs].map((need) => [
      need,
      1e6 * (level[need] as number) +
        (optionsFor.starts[need + 1] as number) -
        (optionsFor.starts[need] as number) +
        draw(8),
    ]),
  )
  return [...needs].toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
}

interface Filling {
  readonly draw: Draw
  readonly made: number[]
}

/** Assigns the best options to a need until it is met or nobody fits; now and then the best is passed over. */
function fill(draft: Draft, need: number, { draw, made }: Filling): void {
  while (draft.gain(need) > 0) {
    let best = -1
    let bestWorth = -1
    eachOf(draft.packed.optionsFor, need, (option) => {
      if (!draft.fits(option) || draw(12) === 0) return
      const worth = worthOf(draft, option) + draw(4)
      if (worth <= bestWorth) return
      best = option
      bestWorth = worth
    })
    if (best < 0) return
    draft.assign(best)
    made.push(best)
  }
}

/** Shortage first; then a person who comes that week anyway, or whose week there would serve much that is short. */
function worthOf(draft: Draft, option: number): number {
  const { needsOf, level, handOver, optionsAlong } = draft.packed
  let worth = 0
  eachOf(needsOf, option, (need) => {
    worth += draft.gain(need) * (level[need] === 0 ? 1e6 : 1e4)
  })
  const week = handOver[option] as number
  if (week < 0 || (draft.along[week] as number) > 0) return worth + 1000
  let further = 0
  eachOf(optionsAlong, week, (other) => {
    eachOf(needsOf, other, (need) => {
      further += draft.gain(need)
    })
  })
  return worth + 8 * Math.min(further, 100)
}

/** Takes back of the options made those without which no shortage grows: a half-day for nothing is worse than none. */
function prune(draft: Draft, made: readonly number[]): void {
  for (const option of made) {
    if (draft.isAssigned[option] === 0) continue
    const [critical, normal] = draft.levels
    draft.release(option)
    if (draft.levels[0] !== critical || draft.levels[1] !== normal) draft.assign(option)
  }
}
