import type { Alert } from './alert.ts'
import { canonicalText } from './canonical-text.ts'
import type { Audience } from './message.ts'
import type { Reach } from './recipient.ts'

/** An alert and whom it is for. */
export interface Addressed {
  readonly alert: Alert
  readonly to: readonly Audience[]
}

/** What each member is told, by their id, and how many audiences nobody belongs to. */
export interface Delivered {
  readonly alerts: ReadonlyMap<string, readonly Alert[]>
  readonly untold: number
}

/** Hands alerts to the members that they are for: to each once, in whatever roles; of a gap the first alone. */
export function delivered(addressed: readonly Addressed[], reach: Reach): Delivered {
  const byMember = new Map<string, Map<string, Alert>>()
  let untold = 0
  for (const { alert, to } of addressed)
    for (const audience of to) {
      const members = reach(audience)
      if (members.length === 0) untold += 1
      for (const { id } of members) {
        const told = byMember.get(id) ?? new Map<string, Alert>()
        byMember.set(id, told)
        if (!told.has(thingOf(alert))) told.set(thingOf(alert), alert)
      }
    }
  return { alerts: new Map([...byMember].map(([id, told]) => [id, withoutRepeats([...told.values()])])), untold }
}

/** What an alert speaks of: of one gap nobody is told twice in a mail. */
const thingOf = (alert: Alert): string => ('gap' in alert ? `gap ${alert.gap}` : canonicalText(alert))

/** Whoever is told that their answer is wanted need not be told besides that it was asked for. */
const withoutRepeats = (alerts: readonly Alert[]): Alert[] =>
  alerts.filter(
    (one) =>
      one.kind !== 'cover' ||
      one.notice !== 'requested' ||
      !alerts.some((other) => other.kind === 'answer-wanted' && other.booking === one.booking),
  )
