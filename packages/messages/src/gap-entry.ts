import type { LocalDate } from '@vertretbar/domain/half-day'
import type { GapAlert } from './alert-section.ts'
import { type AlertEntry, isSaid, type Mark, placeText, sentence, type Telling } from './alert-telling.ts'
import { type AlertWords, alertWords } from './alert-words.ts'
import { type LinkTarget, linkTo } from './screen-link.ts'

/**
 * A gap as it is told: place, dates and what is missing. To whoever may not see the gap itself it is a need: where, when
 * and how soon, never how many are missing nor what stands still (spec § 12).
 */
export function gapEntry(alert: GapAlert, telling: Telling): AlertEntry {
  const { names, access, language } = telling
  const words = alertWords[language]
  const { authority, area, requirement } = alert
  const isWhole = access.may('see-gap', { places: [{ authority, area }] })
  const when = names.when(
    authority,
    alert.halfDays.map(({ halfDay }) => halfDay),
  )
  const stage = 'stage' in alert ? alert.stage : undefined
  const facts = [
    stage === undefined ? '' : words.daysLeft(stage),
    isWhole && isHoldingUp(alert) ? words.blocks(alert.blocks.map(names.area).join(', ')) : '',
  ]
  return {
    title: [placeText(alert, names), whatText(alert, isWhole ? missingText(alert, words) : words.wanted, telling)]
      .filter(isSaid)
      .join(': '),
    marks: gapMarks(alert, words),
    lines: [isWhole ? `${when} (${names.task(requirement)})` : when, sentence(facts)].filter(isSaid),
    url: linkTo(gapTarget(alert, telling.today), telling),
  }
}

/** A gap that is filled holds up nothing any more. */
const isHoldingUp = ({ kind, blocks }: GapAlert): boolean => kind !== 'gap-filled' && blocks.length > 0

/** What is missing for which role; of a gap that is none any more the role alone. */
function whatText({ kind, requirement, need }: GapAlert, missing: string, { names, language }: Telling): string {
  const roles = names.roles(requirement, need)
  if (kind === 'gap-filled') return roles
  return roles === '' ? missing : `${missing} ${alertWords[language].forRole(roles)}`
}

function missingText({ halfDays }: GapAlert, words: AlertWords): string {
  const numbers = halfDays.map(({ shortage }) => shortage)
  return words.missing(Math.min(...numbers), Math.max(...numbers))
}

function gapMarks({ kind, severity }: GapAlert, words: AlertWords): Mark[] {
  const how = { text: words.severity[severity], tone: tones[severity] }
  if (kind === 'gap-filled' || kind === 'gap-urgent') return []
  return kind === 'gap-due' ? [how] : [{ text: words.kinds[kind], tone: 'plain' }, how]
}

const tones = { urgent: 'danger', soon: 'warning', later: 'plain' } as const

/** Days gone by have left the gap by the time that the link is followed; one that is filled is no gap any more. */
function gapTarget({ kind, requirement, need, area, halfDays }: GapAlert, today: LocalDate): LinkTarget {
  const [first] = halfDays
  const { halfDay } = halfDays.find((one) => one.halfDay.slice(0, 10) >= today) ?? first ?? { halfDay: `${today}/am` }
  return kind === 'gap-filled' ? { kind: 'days', area, halfDay } : { kind: 'gap', requirement, need, area, halfDay }
}
