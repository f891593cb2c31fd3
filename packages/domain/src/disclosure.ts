import { CoverBar } from './command-refusal.ts'
import { isBar, ReasonCode } from './eligibility.ts'
import type { BarredAtAuthority, CodeCount } from './plan.ts'

/** What concerns nobody but the person and those they work for: to everybody else they are just not available. */
const personal: ReadonlySet<string> = new Set<ReasonCode>(['conflict', 'refused', 'weekly-limit', 'home-short'])

const order: readonly string[] = [...ReasonCode.options, ...CoverBar.options]

/** The codes against somebody as another authority is told them, each once and in the order of the list (spec § 12). */
export const toldToOthers = <Code extends ReasonCode | CoverBar>(codes: readonly Code[]): (Code | 'not-available')[] =>
  // The order of what was merged would tell it apart again.
  [...new Set(codes.map((code) => (personal.has(code) ? ('not-available' as const) : code)))].toSorted(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  )

/** Somebody who does not come, and all that speaks against them. */
interface Barred {
  readonly authority: string
  readonly codes: readonly ReasonCode[]
}

/** How many people of each authority each code bars, as others are told it; authorities in the order of their ids. */
export const barredAtAuthorities = (people: readonly Barred[]): BarredAtAuthority[] =>
  [...Map.groupBy(people, ({ authority }) => authority)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([authority, ones]) => {
      const barred = countsToldToOthers(ones.map(({ codes }) => codes.filter(isBar)))
      return barred.length === 0 ? [] : [{ authority, barred }]
    })

/** How many of some people each code speaks against; whoever has several is in each. */
function countsToldToOthers(codesOfPeople: readonly (readonly ReasonCode[])[]): CodeCount[] {
  const told = codesOfPeople.flatMap((codes) => toldToOthers(codes))
  return ReasonCode.options.flatMap((code) => {
    const people = told.filter((one) => one === code).length
    return people === 0 ? [] : [{ code, people }]
  })
}
