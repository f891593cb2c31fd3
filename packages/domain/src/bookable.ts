import type { CoverBar } from './command-refusal.ts'
import { type CoverHalfDay, type CoverState, coverState, horizonFrom, widened, withPlan } from './cover.ts'
import { agreementsFor, type Candidacy, exceedsMonthlyLimit, isBar, reasonsAgainst } from './eligibility.ts'
import { type Day, type HalfDay, type HalfDayNumber, halfDayOf, numberOf } from './half-day.ts'
import { holds } from './half-day-set.ts'
import { narrowed } from './narrowed.ts'
import { type NeedRef, type Place, placeKey, type RegionIndex } from './region-index.ts'
import type { Specialist } from './specialist.ts'

/** A cover that somebody wants to book, or to say yes to. */
export interface Cover {
  readonly specialist: Specialist
  readonly place: Place
  readonly halfDays: readonly HalfDay[]
}

/** A half-day that must not be booked, with all that bars it. */
export interface Barred {
  readonly halfDay: HalfDay
  readonly codes: readonly CoverBar[]
}

/** Which needs there must be to serve: `short` ones when cover is asked for, `any` when it is agreed to. */
export type Wanted = 'short' | 'any'

/**
 * What bars a cover by every rule of § 6 on the region as it stands, half-day by half-day; none if it may be booked
 * whole. Its own half-days count toward the limits, each with those before it that may be booked: without the barred ones
 * the others may.
 */
export function barredHalfDays(
  index: RegionIndex,
  cover: Cover,
  {
    today,
    wanted,
    agreement,
  }: { readonly today: Day; readonly wanted: Wanted; readonly agreement: string | undefined },
): Barred[] {
  const numbers = cover.halfDays.map(numberOf).toSorted((a, b) => a - b)
  let state = stateAround(index, cover, today)
  const taken: CoverHalfDay[] = []
  return numbers.flatMap((halfDay) => {
    const codes = barsAt(state, cover, { halfDay, wanted, agreement })
    if (codes.length > 0) return [{ halfDay: halfDayOf(halfDay), codes }]
    taken.push({ specialist: cover.specialist.id, place: cover.place, halfDay, agreement })
    state = withPlan(state, taken)
    return []
  })
}

/** The agreements that are valid on some day of a cover, by id; none in-house. */
export function agreementsOf(index: RegionIndex, { specialist, place, halfDays }: Cover): string[] {
  const ids = halfDays.flatMap((halfDay) =>
    index.agreements(specialist.authority, place, numberOf(halfDay) >> 1).map(({ id }) => id),
  )
  return [...new Set(ids)].toSorted()
}

/** Over the region's horizon, so that a gap is seen as it is planned for, and as far as the cover goes. */
function stateAround(index: RegionIndex, { specialist, place, halfDays }: Cover, today: Day): CoverState {
  const { id, authority, homeArea } = specialist
  const places = [place, { authority, area: homeArea }]
  const about = narrowed(index, { places, givers: [authority], people: [id] })
  return coverState(about, widened(horizonFrom(index, today), halfDays.map(numberOf)), today)
}

interface Question {
  readonly halfDay: HalfDayNumber
  readonly wanted: Wanted
  readonly agreement: string | undefined
}

/** The bars of the need that has the fewest, for passing for one need is enough. */
function barsAt(state: CoverState, cover: Cover, { halfDay, wanted, agreement }: Question): CoverBar[] {
  if (halfDay >> 1 < state.today) return ['over']
  const needs = needsAt(state, cover.place, { halfDay, wanted })
  if (needs.length === 0) return ['not-short']
  const [fewest = []] = needs
    .map((ref) => barsFor({ state, candidate: cover.specialist, ref, halfDay }, agreement))
    .toSorted((a, b) => a.length - b.length)
  return fewest
}

function needsAt(
  { supply, span }: CoverState,
  place: Place,
  { halfDay, wanted }: Pick<Question, 'halfDay' | 'wanted'>,
): NeedRef[] {
  const here = supply.filter(({ ref }) => placeKey(ref.requirement) === placeKey(place))
  const asked = here.filter(({ short, applies }) => holds(wanted === 'short' ? short : applies, span, halfDay))
  return asked.map(({ ref }) => ref)
}

/** The codes against the person, and against the one agreement that is named. */
function barsFor(candidacy: Candidacy, named: string | undefined): CoverBar[] {
  const codes = reasonsAgainst(candidacy).filter(isCoverBar)
  if (named === undefined) return codes
  const agreement = agreementsFor(candidacy).find(({ id }) => id === named)
  const further: CoverBar[] =
    agreement === undefined ? ['no-agreement'] : exceedsMonthlyLimit(candidacy, agreement) ? ['agreement-limit'] : []
  return [...new Set([...codes, ...further])]
}

const isCoverBar = (code: ReturnType<typeof reasonsAgainst>[number]): code is Exclude<CoverBar, 'not-short' | 'over'> =>
  isBar(code) && code !== 'used-elsewhere' && code !== 'not-enough' && code !== 'short-notice'
