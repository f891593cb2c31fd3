import type { GapsView } from '@vertretbar/api/contract'

/** A gap as the server tells it. */
export type Gap = GapsView['gaps'][number]

/** A need of a requirement, as one word. */
export const needKey = ({ requirement, need }: { readonly requirement: string; readonly need: number }): string =>
  `${requirement}.${need}`

/** What a gap is called in the address: its need and its first short half-day. */
export const gapKey = (gap: Gap): string => `${needKey(gap)}@${gap.halfDays[0]?.halfDay.replace('/', '-')}`
