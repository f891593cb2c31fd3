import { dayOf } from '@vertretbar/domain/half-day'
import type { Address } from '../address/address.ts'
import type { BoardData } from '../server/load-board.ts'
import type { Gap } from './gap-key.ts'
import { isWithin, type Period } from './period.ts'

/** What the heading tells. */
export interface Summary {
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
  { region, gaps }: BoardData,
  period: Period,
  address: Pick<Address, 'area' | 'authority'>,
): Summary {
  const isChosen = ({ authority, area }: { readonly authority: string; readonly area: string }): boolean =>
    (!address.authority || authority === address.authority) && (!address.area || area === address.area)
  const isShown = (halfDay: string): boolean => isWithin(period, dayOf(halfDay.slice(0, 10)))
  const chosen = gaps.gaps.filter(isChosen)
  const shown = chosen.filter(({ halfDays }) => halfDays.some(({ halfDay }) => isShown(halfDay)))
  const requirements = new Set(region.requirements.filter(isChosen).map(({ id }) => id))
  const fragile = gaps.fragile.filter(({ requirement }) => requirements.has(requirement))
  return {
    gaps: shown.toSorted((a, b) => startOf(a).localeCompare(startOf(b)) || rank(a) - rank(b)),
    critical: shown.filter(({ criticality }) => criticality === 'critical').length,
    fragile: fragile.reduce((sum, { halfDays }) => sum + halfDays.filter(isShown).length, 0),
    soon: chosen.filter(({ severity }) => severity !== 'later').length,
    urgent: chosen.filter(({ severity }) => severity === 'urgent').length,
    inAll: chosen.length,
  }
}

const startOf = ({ halfDays: [first] }: Gap): string => first?.halfDay ?? ''
const rank = ({ criticality }: Gap): number => (criticality === 'critical' ? 0 : 1)
