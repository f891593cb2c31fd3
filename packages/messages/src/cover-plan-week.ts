import { dayOf, type HalfDay, type LocalDate, weekdayOf } from '@vertretbar/domain/half-day'
import type { CoverPlan, CoverPlanArea, CoverPlanGap, CoverPlanRow, CoverPlanState } from './cover-plan.ts'
import { anyOfText, placeFrom, type Reading } from './cover-plan-place.ts'
import { coverPlanWords } from './cover-plan-words.ts'
import { dateText, dayAndMonth } from './date-text.ts'
import { html, type Markup } from './html-text.ts'

/** The days of a plan, a table for each week of it, with a row for each person and each gap; weekends are left out. */
export function weekTables(plan: CoverPlan, reading: Reading): Markup[] {
  const weeks = [plan.days.slice(0, 7), plan.days.slice(7)]
  return weeks.map((days) =>
    weekTable(
      plan.areas,
      days.filter((date) => weekdayOf(dayOf(date)) < 5),
      reading,
    ),
  )
}

function weekTable(areas: readonly CoverPlanArea[], days: readonly LocalDate[], reading: Reading): Markup {
  const { language } = reading
  const words = coverPlanWords[language]
  const [first = '', last = first] = [days[0], days.at(-1)].map((date) => dateText(date ?? '', language))
  const halfDays = days.flatMap((date) => [`${date}/am`, `${date}/pm`])
  const halves = days.map(
    () => html`<th scope="col">${words.shortMorning}</th><th scope="col">${words.shortAfternoon}</th>`,
  )
  return html`<section>
<h2>${words.week(first, last)}</h2>
<div class="wide" role="region" tabindex="0" aria-label="${words.weekTable(first, last)}">
<table class="week">
<col>${days.map(() => html`<colgroup span="2"></colgroup>`)}
<thead>
<tr><th scope="col" rowspan="2">${words.who}</th>${days.map((date) => html`<th scope="colgroup" colspan="2">${dayAndMonth(date, language)}</th>`)}</tr>
<tr>${halves}</tr>
</thead>
${areas.map((area) => areaRows(area, halfDays, reading))}
</table>
</div>
</section>
`
}

function areaRows(
  { name, people, covers, gaps }: CoverPlanArea,
  halfDays: readonly HalfDay[],
  reading: Reading,
): Markup {
  const { language } = reading
  const words = coverPlanWords[language]
  const short = gaps.filter((gap) => gap.halfDays.some(({ halfDay }) => halfDays.includes(halfDay)))
  const coming = covers.filter((row) => halfDays.some((halfDay) => row.halfDays.has(halfDay)))
  const from = (row: CoverPlanRow): Markup =>
    html`${row.name} <span class="from">${words.from(placeFrom(reading, row.home))}</span>`
  const row = (
    head: Markup,
    cell: (halfDay: HalfDay) => Markup,
  ): Markup => html`<tr><th scope="row">${head}</th>${halfDays.map(cell)}</tr>
`
  return html`<tbody>
<tr><th scope="rowgroup" colspan="${halfDays.length + 1}" class="area">${name[language]}</th></tr>
${[
  ...short.map((gap) =>
    row(html`${words.gap(gap.task, anyOfText(gap.roles, language))}`, (halfDay) => gapCell(gap, halfDay, reading)),
  ),
  ...people.map((one) => row(html`${one.name}`, (halfDay) => ownCell(one, halfDay, reading))),
  ...coming.map((one) => row(from(one), (halfDay) => comingCell(one, halfDay, reading))),
]}</tbody>
`
}

/** A half-day of which there is nothing to say but that; a sign is enough for the eye, the words are for whoever listens. */
function quietCell(
  halfDay: HalfDay,
  reading: Reading,
  { sign, text }: Readonly<Record<'sign' | 'text', string>>,
): Markup {
  const isClosed = reading.closed.includes(halfDay)
  const said = html`<span class="unseen">${isClosed ? coverPlanWords[reading.language].cell.closed : text}</span>`
  return isClosed
    ? html`<td class="closed">${said}</td>`
    : html`<td><span aria-hidden="true">${sign}</span>${said}</td>`
}

function gapCell({ halfDays }: CoverPlanGap, halfDay: HalfDay, reading: Reading): Markup {
  const { cell } = coverPlanWords[reading.language]
  const found = halfDays.find((one) => one.halfDay === halfDay)
  if (found === undefined) return quietCell(halfDay, reading, { sign: '', text: cell.noGap })
  return html`<td class="gap">${cell.missing(found.shortage)}</td>`
}

function ownCell({ halfDays }: CoverPlanRow, halfDay: HalfDay, reading: Reading): Markup {
  const { cell } = coverPlanWords[reading.language]
  const state = halfDays.get(halfDay)
  if (state === undefined) return quietCell(halfDay, reading, { sign: '–', text: cell.notThere })
  return html`<td class="${state.kind}">${ownText(state, reading)}</td>`
}

function ownText(state: CoverPlanState, reading: Reading): string {
  const { cell } = coverPlanWords[reading.language]
  return state.kind === 'there' ? cell.there : cell[state.kind](placeFrom(reading, state.place))
}

function comingCell({ halfDays }: CoverPlanRow, halfDay: HalfDay, reading: Reading): Markup {
  const { cell } = coverPlanWords[reading.language]
  const state = halfDays.get(halfDay)
  if (state === undefined) return quietCell(halfDay, reading, { sign: '', text: cell.notHere })
  return html`<td class="${state.kind}">${state.kind === 'covers' ? cell.coversHere : cell.askedHere}</td>`
}
