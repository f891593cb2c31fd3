import type { Addressed } from './addressed.ts'
import type { LocalDate } from './half-day.ts'
import type { Reach } from './recipient.ts'
import type { ToldOnce } from './watch.ts'

/** Something that comes up for some time and is told once in it. */
export interface Once extends Addressed {
  /** What tells it from others; where it stands for several things, each of them. They name no person. */
  readonly keys: readonly string[]
  /** The last day on which it can come up. */
  readonly until: LocalDate
}

/** What of all that is up has not been told yet, and what is to be remembered once it is. */
export function notToldYet(
  up: readonly Once[],
  toldOnce: readonly ToldOnce[],
  { date, reach }: { readonly date: LocalDate; readonly reach: Reach },
): { readonly due: readonly Addressed[]; readonly toldOnce: readonly ToldOnce[] } {
  const told = new Set(toldOnce.map(({ key }) => key))
  const due = up.filter(({ keys }) => keys.some((key) => !told.has(key)))
  // Where there is nobody to tell, it waits until there is.
  const now = due.filter(({ to }) => to.some((audience) => reach(audience).length > 0))
  const standing = new Set(up.flatMap(({ keys }) => keys))
  const added = now.flatMap(({ keys, until }) => keys.filter((key) => !told.has(key)).map((key) => ({ key, until })))
  const kept = toldOnce.filter(({ key, until }) => until >= date || standing.has(key))
  return { due: due.map(({ alert, to }) => ({ alert, to })), toldOnce: [...kept, ...added] }
}
