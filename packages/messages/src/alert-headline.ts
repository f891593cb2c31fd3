import type { Alert } from '@vertretbar/domain/alert'
import { type AlertWords, alertWords, type Counted } from './alert-words.ts'
import type { Language } from './catalogue.ts'
import type { RegionNames } from './region-names.ts'

/** What alerts come to, what matters most first, and where that is: `2 Lücken neu, 1 dringend – Gemeinde Cremlingen`. */
export function headline(alerts: readonly Alert[], names: RegionNames, language: Language): string {
  const words = alertWords[language]
  const all = order.flatMap((counted) => {
    const found = alerts.filter((alert) => countedAs(alert).includes(counted))
    return found.length === 0 ? [] : [{ text: words.counted[counted](numberOf(found)), alerts: found }]
  })
  const parts = all.slice(0, mostParts)
  const told = parts.map(({ text }) => text).join(', ')
  const more = all.length > mostParts ? ` ${words.andMore}` : ''
  const speakOf = parts.flatMap((part) => part.alerts)
  const where = placesText(speakOf, names, words)
  return `${told}${more}${where === '' ? '' : ` – ${where}`}`
}

/** A subject tells no more than this, and then that there is more. */
const mostParts = 4

/** Cover on which somebody relied comes before everything else. */
const order: readonly Counted[] = [
  'broken',
  'recalled',
  'answer-wanted',
  'gap-new',
  'gap-worse',
  'gap-due',
  'urgent',
  'requested',
  'expired',
  'declined',
  'released',
  'withdrawn',
  'access-missing',
  'statement-wanted',
  'confirmed',
  'lent-in-house',
  'reconciled',
  'agreement-ends',
  'authorisation-ends',
  'software-changes',
  'gap-filled',
]

/** A gap counts as what happened to it, and as urgent where it is; one that is still urgent as that alone. */
function countedAs(alert: Alert): readonly Counted[] {
  if (alert.kind === 'cover') return [alert.notice]
  if (alert.kind === 'gap-urgent') return ['urgent']
  const isUrgent = 'severity' in alert && alert.severity === 'urgent' && alert.kind !== 'gap-filled'
  return isUrgent ? [alert.kind, 'urgent'] : [alert.kind]
}

/** A gap may be told of in several ways, and is one gap. */
const numberOf = (alerts: readonly Alert[]): number => {
  const gaps = alerts.flatMap((alert) => ('gap' in alert ? [alert.gap] : []))
  return alerts.length - gaps.length + new Set(gaps).size
}

/** The area and the authority that all have in common; several authorities are counted. */
function placesText(alerts: readonly Alert[], names: RegionNames, words: AlertWords): string {
  const placed = alerts.filter((alert) => 'authority' in alert)
  const areas = [...new Set(placed.map(({ area }) => area))]
  const authorities = [...new Set(placed.map(({ authority }) => authority))]
  const [authority] = authorities
  if (authority === undefined) return ''
  return [
    ...(areas.length === 1 ? areas.map(names.area) : []),
    authorities.length === 1 ? names.authority(authority) : words.authorities(authorities.length),
  ].join(', ')
}
