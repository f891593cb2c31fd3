import type { Lists, Packed } from './packed.ts'

/** Numbers in no order, any of which can be drawn, added and removed at once. */
export class Pool {
  readonly items: Int32Array
  readonly #place: Int32Array
  size = 0

  constructor(capacity: number) {
    this.items = new Int32Array(capacity)
    this.#place = new Int32Array(capacity).fill(-1)
  }

  add(item: number): void {
    if ((this.#place[item] as number) >= 0) return
    this.items[this.size] = item
    this.#place[item] = this.size
    this.size += 1
  }

  remove(item: number): void {
    const place = this.#place[item] as number
    if (place < 0) return
    this.size -= 1
    const last = this.items[this.size] as number
    this.items[place] = last
    this.#place[last] = place
    this.#place[item] = -1
  }
}

/**
 * A plan in the making over a packed problem: which options are assigned, and what follows from it, kept up to date
 * with each change. It always keeps to the limits as long as only options that fit are assigned.
 */
export class Draft {
  readonly packed: Packed
  readonly assigned: Pool
  /** Needs that are short. */
  readonly short: Pool
  readonly isAssigned: Uint8Array
  readonly used: Int32Array
  readonly served: Int32Array
  readonly along: Int32Array
  /** The first four levels: critical and normal shortage, hand-overs, half-days. */
  readonly levels = new Int32Array(4)

  constructor(packed: Packed) {
    this.packed = packed
    this.assigned = new Pool(packed.options)
    this.short = new Pool(packed.missing.length)
    this.isAssigned = new Uint8Array(packed.options)
    this.used = new Int32Array(packed.most.length)
    this.served = new Int32Array(packed.missing.length)
    this.along = new Int32Array(packed.optionsAlong.starts.length - 1)
    packed.missing.forEach((missing, need) => {
      this.levels[packed.level[need] as number] = (this.levels[packed.level[need] as number] as number) + missing
      this.short.add(need)
    })
  }

  /** Whether an option can be assigned beside the others. */
  fits(option: number): boolean {
    const { limitsOf, most } = this.packed
    if (this.isAssigned[option] === 1) return false
    for (let at = limitsOf.starts[option] as number; at < (limitsOf.starts[option + 1] as number); at += 1) {
      const limit = limitsOf.items[at] as number
      if ((this.used[limit] as number) >= (most[limit] as number)) return false
    }
    return true
  }

  assign(option: number): void {
    this.isAssigned[option] = 1
    this.assigned.add(option)
    this.#change(option, 1)
  }

  release(option: number): void {
    this.isAssigned[option] = 0
    this.assigned.remove(option)
    this.#change(option, -1)
  }

  /** What is left of a need's shortage; one that is worth nothing in part keeps all of it until it is met. */
  left(need: number): number {
    return leftOf(this.packed, need, this.served[need] as number)
  }

  /** By how much the shortage of a need falls if one more comes; also a part of an indivisible need counts here. */
  gain(need: number): number {
    return (this.served[need] as number) < (this.packed.missing[need] as number) ? 1 : 0
  }

  #change(option: number, by: 1 | -1): void {
    const { limitsOf, needsOf, handOver, missing, level } = this.packed
    eachOf(limitsOf, option, (limit) => {
      this.used[limit] = (this.used[limit] as number) + by
    })
    eachOf(needsOf, option, (need) => {
      const before = this.left(need)
      const served = (this.served[need] as number) + by
      this.served[need] = served
      const at = level[need] as number
      this.levels[at] = (this.levels[at] as number) + this.left(need) - before
      if (served < (missing[need] as number)) this.short.add(need)
      else this.short.remove(need)
    })
    this.levels[3] = (this.levels[3] as number) + by
    const week = handOver[option] as number
    if (week < 0) return
    const before = this.along[week] as number
    this.along[week] = before + by
    if (by === 1 ? before === 0 : before === 1) this.levels[2] = (this.levels[2] as number) + by
  }
}

/** The best plan that a draft has been, by all four levels: a search may lead through worse ones. */
export class Best {
  readonly isAssigned: Uint8Array
  readonly levels: Int32Array

  constructor(draft: Draft) {
    this.isAssigned = draft.isAssigned.slice()
    this.levels = draft.levels.slice()
  }

  /** Takes over what the draft is now, if that is better. */
  offer(draft: Draft): void {
    if (compareLevels(draft.levels, this.levels, 4) >= 0) return
    this.isAssigned.set(draft.isAssigned)
    this.levels.set(draft.levels)
  }

  /** Makes the draft the best plan again. */
  restore(draft: Draft): void {
    for (const option of this.isAssigned.keys())
      if (draft.isAssigned[option] === 1 && this.isAssigned[option] === 0) draft.release(option)
    for (const option of this.isAssigned.keys())
      if (draft.isAssigned[option] === 0 && this.isAssigned[option] === 1) draft.assign(option)
  }
}

/** What is left of a need's shortage if so many serve it. */
const leftOf = ({ missing, whole }: Packed, need: number, served: number): number => {
  const asked = missing[need] as number
  if (served >= asked) return 0
  return whole[need] === 1 ? asked : asked - served
}

/** Visits the items of one list. */
export function eachOf({ starts, items }: Lists, list: number, visit: (item: number) => void): void {
  const end = starts[list + 1] as number
  for (let at = starts[list] as number; at < end; at += 1) visit(items[at] as number)
}

/** Below zero if the first so many levels are better: the first that differs decides. */
export function compareLevels(one: ArrayLike<number>, other: ArrayLike<number>, depth: number): number {
  for (let level = 0; level < depth; level += 1) {
    const difference = (one[level] ?? 0) - (other[level] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
