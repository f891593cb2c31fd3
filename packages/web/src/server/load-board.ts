import type { AvailabilityView, GapsView, RegionView } from '@vertretbar/api/contract'
import { dateOf, dayOf, type LocalDate } from '@vertretbar/domain/half-day'
import type { Span } from '../address/address.ts'
import { asked, type Period, periodOf } from '../board/period.ts'
import { type Answer, ask, NoAnswer } from './ask.ts'

/** What the board shows, all of one version of the region. */
export interface BoardData {
  readonly region: RegionView
  readonly availability: AvailabilityView
  readonly gaps: GapsView
  /** The days the answers cover. */
  readonly days: Period
  /** What to ask with, to hear only of a newer version. */
  readonly tag: string | undefined
}

/** What is to be shown. */
export interface Wanted {
  readonly from: LocalDate | undefined
  readonly span: Span
}

/** A region that is written to all the time is shown after so many tries, though its answers may differ in version. */
const mostTries = 4

/** Loads what the board shows. */
export async function loadBoard(wanted: Wanted, signal: AbortSignal): Promise<BoardData> {
  for (let tries = 1; ; tries += 1) {
    const loaded = await loadOnce(wanted, signal)
    const { region, availability, gaps } = loaded
    if (tries === mostTries || (region.version === availability.version && region.version === gaps.version))
      return loaded
  }
}

async function loadOnce(wanted: Wanted, signal: AbortSignal): Promise<BoardData> {
  const { body: region, tag } = fresh(await ask<RegionView>('/v1/region', { signal }))
  const today = dayOf(region.today)
  const days = asked(periodOf(wanted.from ?? region.today, wanted.span), today, region.horizonDays)
  const [availability, gaps] = await Promise.all([
    ask<AvailabilityView>(`/v1/availability?${queryOf(days)}`, { signal }),
    // What was missing on days gone by cannot be mended any more.
    days.last < today
      ? undefined
      : ask<GapsView>(`/v1/gaps?${queryOf({ ...days, first: Math.max(days.first, today) })}`, { signal }),
  ])
  const [from, to] = [dateOf(days.first), dateOf(days.last)]
  return {
    region,
    availability: fresh(availability).body,
    gaps: gaps === undefined ? { version: region.version, from, to, gaps: [], fragile: [] } : fresh(gaps).body,
    days,
    tag,
  }
}

const queryOf = ({ first, last }: Period): string => `from=${dateOf(first)}&to=${dateOf(last)}`

/** Who asks without a tag is never told that nothing has changed. */
function fresh<Body>(answer: Answer<Body>): Extract<Answer<Body>, { readonly kind: 'fresh' }> {
  if (answer.kind === 'fresh') return answer
  throw new NoAnswer(304)
}
