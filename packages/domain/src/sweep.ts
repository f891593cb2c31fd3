/**
 * The sweep: who is there, and how many count, for all people and needs over a span of half-days at once.
 *
 * A row is `words` 32-bit words, one bit a half-day (see `half-day-set.ts`). People and needs are numbered; lists of
 * unequal length lie one after the other, `starts[i]` to `starts[i + 1]` being those of item `i`:
 *
 *     patterns   row 0 │ row 1 │ …        one row per distinct pattern, employment included
 *     calendars  row 0 │ row 1 │ …        one row per distinct calendar of working half-days
 *     absences   from,to │ from,to │ …    half-days counted from the origin, both inclusive
 *                └ person 0 ┘ └ person 1
 *
 * A head count is kept in bit planes: bit `h` of plane `k` is binary digit `k` of the number of people at half-day
 * `h`. Adding a person to 32 half-days is then one ripple-carry addition, about two steps, whatever the count.
 */
export interface Staff {
  readonly words: number
  readonly patterns: Uint32Array
  readonly calendars: Uint32Array
  readonly patternOf: Uint32Array
  readonly calendarOf: Uint32Array
  readonly absenceStarts: Uint32Array
  readonly absences: Uint16Array
}

/** One row per person: the half-days at which they are there (on pattern, working half-day, not absent). */
export function thereRows({
  words,
  patterns,
  calendars,
  patternOf,
  calendarOf,
  absenceStarts,
  absences,
}: Staff): Uint32Array {
  const people = patternOf.length
  const rows = new Uint32Array(people * words)
  for (let person = 0, row = 0; person < people; person += 1, row += words) {
    const pattern = (patternOf[person] as number) * words
    const calendar = (calendarOf[person] as number) * words
    for (let word = 0; word < words; word += 1)
      rows[row + word] = (patterns[pattern + word] as number) & (calendars[calendar + word] as number)
    const end = absenceStarts[person + 1] as number
    for (let absence = absenceStarts[person] as number; absence < end; absence += 1)
      clearRange(rows, row, absences[2 * absence] as number, absences[2 * absence + 1] as number)
  }
  return rows
}

/** Takes the half-days `first` to `last` (from the origin, inclusive, within the span) out of the row at `row`. */
function clearRange(rows: Uint32Array, row: number, first: number, last: number): void {
  const begin = row + (first >> 5)
  const end = row + (last >> 5)
  // What stays of the first and of the last word; a shift counts modulo 32, hence the two steps.
  const before = ~(-1 << (first & 31))
  const after = (-1 << (last & 31)) << 1
  if (begin === end) {
    rows[begin] = (rows[begin] as number) & (before | after)
    return
  }
  rows[begin] = (rows[begin] as number) & before
  for (let word = begin + 1; word < end; word += 1) rows[word] = 0
  rows[end] = (rows[end] as number) & after
}

/** Which rows count for which need, how many people it wants, and when it applies. */
export interface Rosters {
  readonly words: number
  readonly rows: Uint32Array
  readonly memberStarts: Uint32Array
  readonly members: Uint32Array
  readonly counts: Uint16Array
  readonly applies: Uint32Array
  readonly appliesOf: Uint32Array
}

/** The head count of one need; valid only during the visit, for the planes are used again. */
export interface Tally {
  readonly planes: Uint32Array
  readonly planeCount: number
  readonly short: Uint32Array
}

/** Visits every need with its head count and the half-days at which it applies and is short of people. */
export function sweep(rosters: Rosters, visit: (need: number, tally: Tally) => void): void {
  const { words, memberStarts, counts } = rosters
  const short = new Uint32Array(words)
  let planes = new Uint32Array(4 * words)
  for (let need = 0; need < counts.length; need += 1) {
    const people = (memberStarts[need + 1] as number) - (memberStarts[need] as number)
    const planeCount = 32 - Math.clz32(Math.max(people, counts[need] as number))
    if (planes.length < planeCount * words) planes = new Uint32Array(planeCount * words)
    planes.fill(0, 0, planeCount * words)
    addMembers(rosters, need, planes)
    markShort(rosters, need, { planes, planeCount, short })
    visit(need, { planes, planeCount, short })
  }
}

function addMembers({ words, rows, memberStarts, members }: Rosters, need: number, planes: Uint32Array): void {
  const end = memberStarts[need + 1] as number
  for (let member = memberStarts[need] as number; member < end; member += 1) {
    const row = (members[member] as number) * words
    for (let word = 0; word < words; word += 1) {
      let carry = rows[row + word] as number
      for (let plane = word; carry !== 0; plane += words) {
        const digit = planes[plane] as number
        planes[plane] = digit ^ carry
        carry &= digit
      }
    }
  }
}

/** Compares the counts with the number wanted, from the highest digit down: less, once a wanted 1 meets a 0. */
function markShort({ words, counts, applies, appliesOf }: Rosters, need: number, tally: Tally): void {
  const wanted = counts[need] as number
  const applied = (appliesOf[need] as number) * words
  for (let word = 0; word < words; word += 1) {
    let less = 0
    let equal = -1
    for (let plane = tally.planeCount - 1; plane >= 0; plane -= 1) {
      const digit = tally.planes[plane * words + word] as number
      if ((wanted >> plane) & 1) {
        less |= equal & ~digit
        equal &= digit
      } else equal &= ~digit
    }
    tally.short[word] = less & (applies[applied + word] as number)
  }
}

/** The number of people a tally counts at a half-day, counted from the origin. */
export function countAt(planes: Uint32Array, words: number, index: number): number {
  let count = 0
  for (let plane = 0, at = index >> 5; at < planes.length; plane += 1, at += words)
    count |= (((planes[at] as number) >>> (index & 31)) & 1) << plane
  return count
}
