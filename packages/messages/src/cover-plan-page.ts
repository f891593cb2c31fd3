import { dateOf } from '@vertretbar/domain/half-day'
import { alertWords } from './alert-words.ts'
import type { Language } from './catalogue.ts'
import type { CoverPlan, CoverPlanArea, CoverPlanGap } from './cover-plan.ts'
import { anyOfText, type Reading } from './cover-plan-place.ts'
import { coverPlanStyle } from './cover-plan-style.ts'
import { todayTable } from './cover-plan-today.ts'
import { weekTables } from './cover-plan-week.ts'
import { coverPlanWords } from './cover-plan-words.ts'
import { dateText, halfDaysText } from './date-text.ts'
import { html, type Markup } from './html-text.ts'
import { instantText } from './instant-text.ts'
import { rolesText } from './role-words.ts'

/**
 * The cover plan of an authority as one page that needs nothing but itself: no script, no other file, no network. It
 * prints on A4 and says in words what it says in colour, so that it can be read in black and white, and aloud.
 */
export function coverPlanPage(plan: CoverPlan, language: Language): string {
  const words = coverPlanWords[language]
  const { authority, days, areas, version, at, region } = plan
  const today = days
    .slice(0, 1)
    .map((date) => dateText(date, language))
    .join('')
  const reading = { authority, closed: plan.closed, language }
  const made = words.made(instantText(at, language), version, region)
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${words.title(authority, today)}</title>
<style>${coverPlanStyle}</style>
</head>
<body>
<main>
<h1>${words.heading(authority, areas.flatMap(({ gaps }) => gaps).length)}</h1>
<p>${made} ${words.stale} <strong>${words.inConfidence}</strong></p>
<h2>${words.today(today)}</h2>
${todayTable(plan, reading)}
<h2>${words.open}</h2>
${openList(plan, reading)}
<h2>${words.call}</h2>
${contactTable(plan, language)}
${weekTables(plan, reading)}
</main>
</body>
</html>
`.markup
}

function openList({ areas }: CoverPlan, reading: Reading): Markup {
  const items = areas.flatMap((area) => area.gaps.map((gap) => gapItem(area, gap, reading)))
  return items.length === 0 ? html`<p>${coverPlanWords[reading.language].nothingOpen}</p>` : html`<ul>${items}</ul>`
}

function gapItem({ name }: CoverPlanArea, gap: CoverPlanGap, { closed, language }: Reading): Markup {
  const alerts = alertWords[language]
  const numbers = gap.halfDays.map(({ shortage }) => shortage)
  const missing = alerts.missing(Math.min(...numbers), Math.max(...numbers))
  const roles = anyOfText(gap.roles, language)
  const what = roles === '' ? missing : `${missing} ${alerts.forRole(roles)}`
  const isIdle = (day: number): boolean => ['am', 'pm'].every((half) => closed.includes(`${dateOf(day)}/${half}`))
  const when = halfDaysText(
    gap.halfDays.map(({ halfDay }) => halfDay),
    language,
    isIdle,
  )
  const how = `${alerts.severity[gap.severity]}, ${coverPlanWords[language].states[gap.state]}`
  return html`<li><strong>${name[language]}: ${what}</strong> (${how})<br>${when} (${gap.task})</li>
`
}

function contactTable({ contacts, authorities }: CoverPlan, language: Language): Markup {
  const words = coverPlanWords[language]
  if (contacts.length === 0) return html`<p>${words.noContacts}</p>`
  const rows = contacts.map(({ grant, address, isDeputy }) => {
    const role = rolesText({ roles: [grant], authorities, areas: [] }, language)
    return html`<tr><th scope="row">${isDeputy ? words.deputy(role) : role}</th><td><a href="mailto:${address}">${address}</a></td></tr>
`
  })
  return html`<table>
<thead><tr><th scope="col">${words.role}</th><th scope="col">${words.mail}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
<p>${words.callNote}</p>`
}
