import type { HalfDay } from '@vertretbar/domain/half-day'
import type { CoverPlan, CoverPlanArea, CoverPlanGap, CoverPlanRow } from './cover-plan.ts'
import { anyOfText, placeFrom, type Reading } from './cover-plan-place.ts'
import { coverPlanWords } from './cover-plan-words.ts'
import { html, type Markup } from './html-text.ts'

/** The first day of a plan: by area and half-day who is there, who covers, and who is missing. */
export function todayTable({ days, areas }: CoverPlan, reading: Reading): Markup {
  const words = coverPlanWords[reading.language]
  const halfDays = days.slice(0, 1).flatMap((date) => [`${date}/am`, `${date}/pm`])
  const isClosed = (halfDay: HalfDay): boolean => reading.closed.includes(halfDay)
  if (halfDays.every(isClosed)) return html`<p>${words.closedToday}</p>`
  const cell = (area: CoverPlanArea, halfDay: HalfDay): Markup =>
    isClosed(halfDay)
      ? html`<td class="closed">${words.cell.closed}</td>`
      : html`<td>${linesOf(area, halfDay, reading)}</td>`
  const row = (area: CoverPlanArea): Markup =>
    html`<tr><th scope="row">${area.name[reading.language]}</th>${halfDays.map((halfDay) => cell(area, halfDay))}</tr>
`
  return html`<table>
<thead><tr><th scope="col">${words.area}</th><th scope="col">${words.morning}</th><th scope="col">${words.afternoon}</th></tr></thead>
<tbody>
${areas.map(row)}</tbody>
</table>`
}

/** What is so at a half-day, a line each; but for who is there, what is not so is not said. */
function linesOf({ people, covers, gaps }: CoverPlanArea, halfDay: HalfDay, reading: Reading): Markup[] {
  const words = coverPlanWords[reading.language]
  const inState = (rows: readonly CoverPlanRow[], kinds: readonly string[]): CoverPlanRow[] =>
    rows.filter((row) => kinds.includes(row.halfDays.get(halfDay)?.kind ?? ''))
  const from = (row: CoverPlanRow): string => `${row.name} (${words.from(placeFrom(reading, row.home))})`
  const there = inState(people, ['there', 'asked']).map(({ name }) => name)
  const lines: readonly (readonly [string, readonly string[]])[] = [
    [words.there, there.length === 0 ? [words.nobody] : there],
    [words.coveringHere, inState(covers, ['covers']).map(from)],
    [words.askedHere, inState(covers, ['asked']).map(from)],
    [words.elsewhere, inState(people, ['covers']).map((row) => elsewhereText(row, halfDay, reading))],
    [words.missing, gaps.flatMap((gap) => missingText(gap, halfDay, reading))],
  ]
  return lines.flatMap(([label, told]) =>
    told.length === 0 ? [] : [html`<p><strong>${label}:</strong> ${told.join(', ')}</p>`],
  )
}

function elsewhereText({ name, halfDays }: CoverPlanRow, halfDay: HalfDay, reading: Reading): string {
  const state = halfDays.get(halfDay)
  return state === undefined || state.kind === 'there' ? name : `${name} (${placeFrom(reading, state.place)})`
}

function missingText({ halfDays, roles, state }: CoverPlanGap, halfDay: HalfDay, { language }: Reading): string[] {
  const words = coverPlanWords[language]
  const found = halfDays.find((one) => one.halfDay === halfDay)
  if (found === undefined) return []
  return [`${words.cell.missing(found.shortage)}: ${anyOfText(roles, language)} (${words.states[state]})`]
}
