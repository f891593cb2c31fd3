import { type Day, dayOf } from '@vertretbar/domain/half-day'
import type { Address } from '../address/address.ts'
import type { BoardData } from '../server/load-board.ts'
import type { Gap } from './gap-key.ts'
import { isWithin, type Period } from './period.ts'

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
}

/** Counts what a selection of area and authority has in a period. */
export function summaryOf(
  { region, gaps, ahead, days }: BoardData,
  period: Period,
  address: Pick<Address, 'area' | 'authority'>,
): Summary {
  const isChosen = ({ authority, area }: { readonly authority: string; readonly area: string }): boolean =>
    (!address.authority || authority === address.authority) && (!address.area || area === address.area)
  const isShown = (halfDay: string): boolean => isWithin(period, dayOf(halfDay.slice(0, 10)))
  const chosen = gaps.gaps.filter(isChosen)
  const shown = chosen.filter(({ halfDays }) => halfDays.some(({ halfDay }) => isShown(halfDay)))
  const toCome = ahead.gaps.filter(isChosen)
  const requirements = new Set(region.requirements.filter(isChosen).map(({ id }) => id))
  const fragile = gaps.fragile.filter(({ requirement }) => requirements.has(requirement))
  return {
    reach: reachOf(period, days, dayOf(region.today)),
    gaps: shown.toSorted((a, b) => startOf(a).localeCompare(startOf(b)) || rank(a) - rank(b)),
    critical: shown.filter(({ criticality }) => criticality === 'critical').length,
    fragile: fragile.reduce((sum, { halfDays }) => sum + halfDays.filter(isShown).length, 0),
    soon: toCome.filter(({ severity }) => severity !== 'later').length,
    urgent: toCome.filter(({ severity }) => severity === 'urgent').length,
    inAll: toCome.length,
  }
}

function reachOf({ first, last }: Period, loaded: Period, today: Day): Summary['reach'] {
  if (!isWithin(loaded, first) || !isWithin(loaded, last)) return 'loading'
  if (last < today) return 'past'
  return first < today ? 'from-today' : 'all'
}

const startOf = ({ halfDays: [first] }: Gap): string => first?.halfDay ?? ''
const rank = ({ criticality }: Gap): number => (criticality === 'critical' ? 0 : 1)
