import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Language } from '@vertretbar/messages/catalogue'

/** How much time the board shows at once. */
export const spans = ['week', 'month', 'quarter'] as const
export type Span = (typeof spans)[number]

/** What the page shows, whole: whoever opens the same address sees the same. */
export interface Address {
  readonly language: Language
  /** A day of the first week shown; without one, today. */
  readonly from: LocalDate | undefined
  readonly span: Span
  readonly area: string | undefined
  readonly authority: string | undefined
  readonly search: string
  /** The key of the gap that is open beside the board. */
  readonly gap: string | undefined
  /** The id of the plan whose proposals are shown. */
  readonly plan: string | undefined
  readonly view: 'board' | 'table'
}

/** The address of a query; what makes no sense counts as not given. */
export function readAddress(query: string, wished: readonly string[]): Address {
  const given = new URLSearchParams(query)
  const text = (name: string): string | undefined => given.get(name) || undefined
  return {
    language: languageOf(text('lang'), wished),
    from: isDate(text('from')),
    span: spans.find((span) => span === text('span')) ?? 'month',
    area: text('area'),
    authority: text('authority'),
    search: text('search') ?? '',
    gap: text('gap'),
    plan: text('plan'),
    view: text('view') === 'table' ? 'table' : 'board',
  }
}

/** The query of an address; what is as it would be anyway is left out, but for the language. */
export function queryOf(address: Address): string {
  const query = new URLSearchParams({ lang: address.language })
  const { from, span, area, authority, search, gap, plan, view } = address
  const shown = { from, span: span === 'month' ? undefined : span, area, authority, search, gap, plan }
  for (const [name, value] of Object.entries(shown)) if (value !== undefined && value !== '') query.set(name, value)
  if (view === 'table') query.set('view', view)
  return `?${query}`
}

/** German unless English is asked for, or is what the browser asks for first. */
function languageOf(asked: string | undefined, wished: readonly string[]): Language {
  if (asked === 'de' || asked === 'en') return asked
  const [first] = wished.map((tag) => tag.slice(0, 2).toLowerCase()).filter((tag) => tag === 'de' || tag === 'en')
  return first === 'en' ? 'en' : 'de'
}

function isDate(text: string | undefined): LocalDate | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const time = Date.parse(`${text}T00:00:00Z`)
  // Date.parse rolls 2026-02-30 over into March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? undefined : text
}
