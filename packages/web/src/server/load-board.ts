import type { AvailabilityView, GapsView, RegionView } from '@vertretbar/api/contract'
import { dateOf, dayOf, type LocalDate } from '@vertretbar/domain/half-day'
import type { Span } from '../address/address.ts'
import { asked, horizonOf, type Period, periodOf } from '../board/period.ts'
import { type Answer, ask, NoAnswer } from './ask.ts'

/** What the board shows, all of one version of the region. */
export interface BoardData {
  readonly region: RegionView
  readonly availability: AvailabilityView
  /** The gaps of the days shown, from today on. */
  readonly gaps: GapsView
  /** The gaps from today to the end of the horizon, whatever days are shown. */
  readonly ahead: GapsView
  /** The days that are shown: those of the availability, and from today on those of the gaps. */
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
    const { region, availability, gaps, ahead } = loaded
    const isOneVersion = [availability, gaps, ahead].every(({ version }) => version === region.version)
    if (tries === mostTries || isOneVersion) return loaded
  }
}

async function loadOnce(wanted: Wanted, signal: AbortSignal): Promise<BoardData> {
  const { body: region, tag } = fresh(await ask<RegionView>('/v1/region', { signal }))
  const today = dayOf(region.today)
  const horizon = horizonOf(today, region.horizonDays)
  const days = asked(periodOf(wanted.from ?? region.today, wanted.span), horizon)
  const [availability, ahead, gaps] = await Promise.all([
    ask<AvailabilityView>(`/v1/availability?${queryOf(days)}`, { signal }),
    loadGaps(horizon, signal),
    // What was missing on days gone by cannot be mended any more; and the horizon is asked about already.
    days.last <= horizon.last ? undefined : loadGaps({ ...days, first: Math.max(days.first, today) }, signal),
  ])
  return { region, availability: fresh(availability).body, gaps: gaps ?? ahead, ahead, days, tag }
}

const loadGaps = async (days: Period, signal: AbortSignal): Promise<GapsView> =>
  fresh(await ask<GapsView>(`/v1/gaps?${queryOf(days)}`, { signal })).body

const queryOf = ({ first, last }: Period): string => `from=${dateOf(first)}&to=${dateOf(last)}`

/** Who asks without a tag is never told that nothing has changed. */
function fresh<Body>(answer: Answer<Body>): Extract<Answer<Body>, { readonly kind: 'fresh' }> {
  if (answer.kind === 'fresh') return answer
  throw new NoAnswer(304)
}
