import type { GapsView } from '@vertretbar/api/contract'
import { type Day, dayOf } from '@vertretbar/domain/half-day'
import type { Address } from '../address/address.ts'
import type { BoardData } from '../server/load-board.ts'
import type { Gap } from './gap-key.ts'
import type { OwnPlaces } from './own-places.ts'
import { isWithin, type Period } from './period.ts'

/** That cover is needed somewhere, as partners are told of it. */
export type Need = GapsView['needs'][number]

/** What is chosen to be looked at, by whom. */
export type Selection = Pick<Address, 'area' | 'authority'> & { readonly own: Pick<OwnPlaces, 'seesGaps'> }

/** What the heading tells. */
export interface Summary {
  /** Which days of the period have an answer about gaps: not all are loaded yet, none for all are over, or some, or all. */
  readonly reach: 'loading' | 'past' | 'from-today' | 'all'
  /** Gaps with a half-day in the period, in time order. */
  readonly gaps: readonly Gap[]
  readonly critical: number
  /** Half-days of needs in the period that are met with nobody to spare. */
  readonly fragile: number
  /** Gaps that begin in the next ten working days of their authority. */
  readonly soon: number
  readonly urgent: number
  /** Gaps of the whole horizon. */
  readonly inAll: number
  /** Whether there are places of whose gaps one is told; of all others, only that cover is needed. */
  readonly seesGaps: boolean
  /** Places that need cover in the period and of whose gaps one is not told, in time order. */
  readonly needs: readonly Need[]
  /** How many authorities those are; and how many over the whole horizon. */
  readonly asking: number
  readonly askingInAll: number
}

/** Counts what a selection of area and authority has in a period. */
export function summaryOf({ region, gaps, ahead, days }: BoardData, period: Period, selection: Selection): Summary {
  const isChosen = ({ authority, area }: { readonly authority: string; readonly area: string }): boolean =>
    (!selection.authority || authority === selection.authority) && (!selection.area || area === selection.area)
  const isShown = (halfDay: string): boolean => isWithin(period, dayOf(halfDay.slice(0, 10)))
  const chosen = gaps.gaps.filter(isChosen)
  const shown = chosen.filter(({ halfDays }) => halfDays.some(({ halfDay }) => isShown(halfDay)))
  const toCome = ahead.gaps.filter(isChosen)
  const requirements = new Set(region.requirements.filter(isChosen).map(({ id }) => id))
  const fragile = gaps.fragile.filter(({ requirement }) => requirements.has(requirement))
  const needs = gaps.needs.filter((one) => isChosen(one) && one.halfDays.some(isShown))
  return {
    reach: reachOf(period, days, dayOf(region.today)),
    gaps: shown.toSorted((a, b) => startOf(a).localeCompare(startOf(b)) || rank(a) - rank(b)),
    critical: shown.filter(({ criticality }) => criticality === 'critical').length,
    fragile: fragile.reduce((sum, { halfDays }) => sum + halfDays.filter(isShown).length, 0),
    soon: toCome.filter(({ severity }) => severity !== 'later').length,
    urgent: toCome.filter(({ severity }) => severity === 'urgent').length,
    inAll: toCome.length,
    seesGaps: selection.own.seesGaps,
    needs: needs.toSorted((a, b) => (a.halfDays[0] ?? '').localeCompare(b.halfDays[0] ?? '')),
    asking: authoritiesOf(needs),
    askingInAll: authoritiesOf(ahead.needs.filter(isChosen)),
  }
}

const authoritiesOf = (needs: readonly Need[]): number => new Set(needs.map(({ authority }) => authority)).size

function reachOf({ first, last }: Period, loaded: Period, today: Day): Summary['reach'] {
  if (!isWithin(loaded, first) || !isWithin(loaded, last)) return 'loading'
  if (last < today) return 'past'
  return first < today ? 'from-today' : 'all'
}

const startOf = ({ halfDays: [first] }: Gap): string => first?.halfDay ?? ''
const rank = ({ criticality }: Gap): number => (criticality === 'critical' ? 0 : 1)
