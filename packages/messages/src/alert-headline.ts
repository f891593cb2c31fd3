import type { Alert } from '@vertretbar/domain/alert'
import { type AlertWords, alertWords, type Counted } from './alert-words.ts'
import type { Language } from './catalogue.ts'
import type { RegionNames } from './region-names.ts'

/** A part of a headline: how many there are of what. */
interface Part {
  readonly text: string
  readonly alerts: readonly Alert[]
}

/** A subject tells no more than this, and then that there is more. */
const mostParts = 3

/** What alerts come to, what matters most first, and where that is: `2 Lücken neu, 1 dringend – Gemeinde Cremlingen`. */
export function headline(alerts: readonly Alert[], names: RegionNames, language: Language): string {
  const words = alertWords[language]
  const all = [...lostCover(alerts, words), ...counts(alerts, words), ...otherCover(alerts, words)]
  const parts = all.slice(0, mostParts)
  const told = parts.map(({ text }) => text).join(', ')
  const more = all.length > mostParts ? ` ${words.andMore}` : ''
  const where = placesText(
    parts.flatMap((part) => part.alerts),
    names,
    words,
  )
  return `${told}${more}${where === '' ? '' : ` – ${where}`}`
}

/** What a headline counts, in its order. What is still urgent counts only as such: it is nothing new. */
const counted: readonly (readonly [Counted, (alert: Alert) => boolean])[] = [
  ['answer', ({ kind }) => kind === 'answer-wanted'],
  ['statement', ({ kind }) => kind === 'statement-wanted'],
  ['new', ({ kind }) => kind === 'gap-new'],
  ['worse', ({ kind }) => kind === 'gap-worse'],
  ['due', ({ kind }) => kind === 'gap-due'],
  ['urgent', (alert) => 'severity' in alert && alert.severity === 'urgent' && alert.kind !== 'gap-filled'],
  ['access', ({ kind }) => kind === 'access-missing'],
  ['agreement', ({ kind }) => kind === 'agreement-ends'],
  ['authorisation', ({ kind }) => kind === 'authorisation-ends'],
  ['software', ({ kind }) => kind === 'software-changes'],
  ['filled', ({ kind }) => kind === 'gap-filled'],
]

const counts = (alerts: readonly Alert[], words: AlertWords): Part[] =>
  counted.flatMap(([name, isCounted]) => partOf(alerts.filter(isCounted), words.counted[name]))

type Cover = Extract<Alert, { readonly kind: 'cover' }>
type NoticeKind = Cover['notice']

/** Cover on which somebody relied comes before everything else. */
const lost: readonly NoticeKind[] = ['broken', 'recalled']

const lostCover = (alerts: readonly Alert[], words: AlertWords): Part[] =>
  lost.flatMap((notice) => partOf(covers(alerts, notice), words.noticesCounted[notice]))

const otherCover = (alerts: readonly Alert[], words: AlertWords): Part[] =>
  [
    ...new Set(
      alerts.flatMap((alert) => (alert.kind === 'cover' && !lost.includes(alert.notice) ? [alert.notice] : [])),
    ),
  ].flatMap((notice) => partOf(covers(alerts, notice), words.noticesCounted[notice]))

const covers = (alerts: readonly Alert[], notice: NoticeKind): Cover[] =>
  alerts.filter((alert): alert is Cover => alert.kind === 'cover' && alert.notice === notice)

const partOf = (alerts: readonly Alert[], text: (number: number) => string): Part[] =>
  alerts.length === 0 ? [] : [{ text: text(alerts.length), alerts }]

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
