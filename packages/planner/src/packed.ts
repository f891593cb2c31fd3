import type { CoverProblem } from './problem.ts'

/**
 * A problem of cover as typed arrays, for a search that tries many thousand changes a second. Lists of unequal length
 * lie one after the other, `starts[i]` to `starts[i + 1]` being those of item `i`:
 *
 *     limitsOf      limits of option 0 │ limits of option 1 │ …
 *     needsOf       needs that option 0 serves │ …
 *     optionsIn     options under limit 0 │ …
 *     optionsFor    options that serve need 0 │ …
 *     optionsAlong  options of hand-over 0 │ …
 *
 * `handOver[option]` is −1 where coming costs none. `level[need]` is 0 for critical and 1 for normal needs.
 */
export interface Packed {
  readonly options: number
  readonly limitsOf: Lists
  readonly needsOf: Lists
  readonly optionsIn: Lists
  readonly optionsFor: Lists
  readonly optionsAlong: Lists
  readonly handOver: Int32Array
  readonly most: Int32Array
  readonly missing: Int32Array
  readonly whole: Uint8Array
  readonly level: Uint8Array
}

/** Lists one after the other. */
export interface Lists {
  readonly starts: Int32Array
  readonly items: Int32Array
}

/** A problem in typed arrays. */
export function packed({ options, limits, needs, handOvers }: CoverProblem): Packed {
  const along = handOvers.map(({ halfDays }) => halfDays.flat())
  const handOver = new Int32Array(options.length).fill(-1)
  along.forEach((group, number) => {
    for (const option of group) handOver[option] = number
  })
  const optionsIn = listsOf(limits.map((limit) => limit.options))
  const optionsFor = listsOf(needs.map((need) => need.options))
  return {
    options: options.length,
    limitsOf: turned(optionsIn, options.length),
    needsOf: turned(optionsFor, options.length),
    optionsIn,
    optionsFor,
    optionsAlong: listsOf(along),
    handOver,
    most: Int32Array.from(limits, ({ most }) => most),
    missing: Int32Array.from(needs, ({ missing }) => missing),
    whole: Uint8Array.from(needs, ({ whole }) => (whole ? 1 : 0)),
    level: Uint8Array.from(needs, ({ criticality }) => (criticality === 'critical' ? 0 : 1)),
  }
}

function listsOf(lists: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(lists.length + 1)
  lists.forEach((list, position) => {
    starts[position + 1] = (starts[position] ?? 0) + list.length
  })
  const items = new Int32Array(starts.at(-1) ?? 0)
  lists.forEach((list, position) => {
    items.set(list, starts[position] ?? 0)
  })
  return { starts, items }
}

/** The lists the other way round: of each item the lists that hold it. */
function turned({ starts, items }: Lists, count: number): Lists {
  const turnedStarts = new Int32Array(count + 1)
  for (const item of items) turnedStarts[item + 1] = (turnedStarts[item + 1] ?? 0) + 1
  for (let item = 0; item < count; item += 1)
    turnedStarts[item + 1] = (turnedStarts[item + 1] ?? 0) + (turnedStarts[item] ?? 0)
  const next = turnedStarts.slice()
  const turnedItems = new Int32Array(items.length)
  for (let list = 0; list + 1 < starts.length; list += 1)
    for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at += 1) {
      const item = items[at] ?? 0
      const place = next[item] ?? 0
      turnedItems[place] = list
      next[item] = place + 1
    }
  return { starts: turnedStarts, items: turnedItems }
}
