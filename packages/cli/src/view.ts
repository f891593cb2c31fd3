import { dateOf, type HalfDay } from '@vertretbar/domain/half-day'
import type { Horizon } from '@vertretbar/domain/horizon'
import type { Place, RegionIndex } from '@vertretbar/domain/region-index'
import type { Catalogue, Language } from '@vertretbar/messages/catalogue'
import { dateText, halfDaysText } from '@vertretbar/messages/date-text'
import type { Page } from './table.ts'

/** All that a table of a region needs: whose names, which days, which language, and where it is printed. */
export interface View {
  readonly index: RegionIndex
  readonly horizon: Horizon
  readonly language: Language
  readonly texts: Catalogue
  readonly page: Page
}

/** The authority and the area of a place, by name; where a row has one line, its labels must tell the area. */
export const officeName = (place: Place, view: View): string =>
  view.page.isOneLine ? view.index.authority(place.authority).name : placeName(place, view)

/** The authority and the area of a place, by name. */
export const placeName = ({ authority, area }: Place, { index, language }: View): string =>
  `${index.authority(authority).name}, ${index.area(area).name[language]}`

/** A person with the name of their authority. */
export function personText(id: string, { index }: View): string {
  const { displayName, authority } = index.specialist(id)
  return `${displayName} (${index.authority(authority).name})`
}

/** The label of a requirement; where it has several needs, with the roles of this one. */
export function needName(
  ref: { readonly requirement: string; readonly need: number },
  { index, language }: View,
): string {
  const { label, area, needs } = index.requirement(ref.requirement)
  if (needs.length === 1) return label
  const roles = index.area(area).roles.filter(({ id }) => needs[ref.need]?.anyOf.includes(id))
  return `${label} (${roles.map(({ name }) => name[language]).join(' / ')})`
}

/** What a gap holds up beside itself. */
export const blocksOf = (
  { blocks }: { readonly blocks: readonly string[] },
  { index, language, texts }: View,
): string[] =>
  blocks.length === 0 ? [] : [texts.blocks(blocks.map((area) => index.area(area).name[language]).join(', '))]

/** As much as a row of one line has room for when it tells the time. */
const shortWhen = 36

/** Half-days by the working days of an authority; where a row has one line, a long text gives way to its start. */
export function whenText(
  authority: string,
  halfDays: readonly HalfDay[],
  { index, language, texts, page }: View,
): string {
  const calendar = index.calendar(authority)
  const text = halfDaysText(halfDays, language, (day) => !calendar.isWorkingDay(day))
  const [first] = halfDays.toSorted()
  return page.isOneLine && text.length > shortWhen && first !== undefined
    ? `${texts.from} ${dateText(first.slice(0, 10), language)}, ${texts.halfDays(halfDays.length)}`
    : text
}

/** The first rows, and a line that says how many more there are. */
export function cut<Row>(rows: readonly Row[], most: number, { texts }: View): { shown: readonly Row[]; rest: string } {
  const more = rows.length - most
  return more > 0 ? { shown: rows.slice(0, most), rest: `\n  ${texts.more(more)}` } : { shown: rows, rest: '' }
}

/** The days looked at, as a line. */
export const periodLine = ({ horizon, language, texts }: View): string =>
  texts.period(
    dateText(dateOf(horizon.first), language),
    dateText(dateOf(horizon.last), language),
    dateText(dateOf(horizon.today), language),
  )
