import type { Alert } from '@vertretbar/domain/alert'

/** The parts of what somebody is told, in the order of what is to be done, each with the kinds of alerts in it. */
export const alertSections = {
  answer: ['answer-wanted'],
  statement: ['statement-wanted'],
  gaps: ['gap-new', 'gap-worse'],
  due: ['gap-due'],
  cover: ['cover'],
  access: ['access-missing'],
  ends: ['agreement-ends', 'authorisation-ends', 'software-changes'],
  filled: ['gap-filled'],
  urgent: ['gap-urgent'],
} as const satisfies Readonly<Record<string, readonly Alert['kind'][]>>
export type AlertSection = keyof typeof alertSections

/** An alert about a gap. */
export type GapAlert = Extract<Alert, { readonly gap: string }>

/** An alert about a cover. */
export type CoverAlert = Extract<Alert, { readonly booking: string }>

/** Alerts by section, in the order of the sections and, within each, of the day that they speak of; empty ones are left out. */
export function sectioned(alerts: readonly Alert[]): (readonly [AlertSection, readonly Alert[]])[] {
  return sectionNames.flatMap((section) => {
    const kinds: readonly string[] = alertSections[section]
    const found = alerts.filter(({ kind }) => kinds.includes(kind))
    return found.length === 0 ? [] : [[section, found.toSorted(byDay)]]
  })
}

const sectionNames = [
  'answer',
  'statement',
  'gaps',
  'due',
  'cover',
  'access',
  'ends',
  'filled',
  'urgent',
] as const satisfies readonly AlertSection[]

/** ISO dates and half-days sort as text; what has lost all of its days comes last. */
const byDay = (one: Alert, other: Alert): number =>
  firstOf(one) < firstOf(other) ? -1 : firstOf(one) > firstOf(other) ? 1 : 0

function firstOf(alert: Alert): string {
  if ('on' in alert) return alert.on
  if ('gap' in alert) return alert.halfDays[0]?.halfDay ?? '~'
  return alert.halfDays[0] ?? '~'
}
