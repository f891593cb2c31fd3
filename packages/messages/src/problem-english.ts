import type { Expected, Fault, Format, Referent, Warning } from '@vertretbar/domain/problem'
import { halfDayText } from './date-text.ts'

const kinds: Readonly<Record<Expected, string>> = {
  text: 'a text in quotation marks',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  list: 'a list in square brackets',
  object: 'an object in braces',
  value: 'a value as the schema describes it',
}

const formats: Readonly<Record<Format, string>> = {
  date: 'a calendar day such as 2026-12-07',
  'half-day': 'a half-day such as 2026-12-07/am or 2026-12-07/pm',
  id: 'an id of small letters, digits and separators such as lk-wolfenbuettel.payroll.1, or a ULID',
  name: 'one line of text without angle brackets and control characters',
  'official-key': 'an official key of 5, 8, 9 or 12 digits',
}

const referents: Readonly<Record<Referent, string>> = {
  authority: 'authority',
  area: 'service area',
  role: 'role in this service area',
  product: 'product',
  agreement: 'agreement',
  specialist: 'specialist',
  requirement: 'requirement',
  need: 'need of this requirement',
}

const measures = { characters: ' characters', entries: ' entries', value: '' } as const

const listed = (items: readonly string[]): string => items.map((item) => `“${item}”`).join(', ')

/** A sentence for every fault: what is wrong, and after the dash what would be right. */
export function problemInEnglish(fault: Fault): string {
  switch (fault.code) {
    case 'not-utf8':
      return `From byte ${fault.byte} on the file is not valid UTF-8 — please save the file as UTF-8.`
    case 'not-json':
      return `Valid JSON ends at line ${fault.line}, column ${fault.column} — please check brackets, commas and quotation marks there.`
    case 'too-deep':
      return `The brackets are nested too deep — no region file has more than ${fault.levels} levels.`
    case 'duplicate-field':
      return `At line ${fault.line}, column ${fault.column} this field appears a second time — each field may appear only once.`
    case 'unknown-field':
      return `There is no such field here — ${fault.known.length > 0 ? `known are ${listed(fault.known)}` : 'no further field is foreseen here'}.`
    case 'missing-field':
      return `This field is missing — ${kinds[fault.expected]} is expected.`
    case 'wrong-type':
      return `This value is of the wrong kind — ${kinds[fault.expected]} would be right.`
    case 'not-one-of':
      return `This value is not foreseen — possible: ${listed(fault.allowed)}.`
    case 'wrong-format':
      return `This text does not have the right form — ${formats[fault.format]} would be right.`
    case 'too-small':
      return `This is too little — at least ${fault.minimum}${measures[fault.of]} would be right.`
    case 'too-large':
      return `This is too much — at most ${fault.maximum}${measures[fault.of]} would be right.`
    case 'duplicate-id':
      return `The id “${fault.id}” is taken already (${fault.first}) — each id may appear only once.`
    case 'unknown-reference':
      return `There is no ${referents[fault.to]} “${fault.id}” in this file — please name an existing one, or add it.`
    case 'reversed-period':
      return `The end ${fault.to} comes before the start ${fault.from} — the end may be the start at the earliest.`
    case 'absence-without-end':
      return 'This absence has no end — it needs “to” or, if the end is open, “reviewOn”.'
    case 'absence-with-two-ends':
      return 'This absence has an end and a review date — either “to” or “reviewOn” would be right.'
    case 'overlapping-absences':
      return `This absence overlaps another one of the same person (${fault.other}) — please separate or join them.`
    case 'double-booking':
      return `The person is booked elsewhere already on ${halfDayText(fault.halfDay, 'en')} (${fault.other}) — one cover per half-day is possible.`
    case 'own-post':
      return 'This is the person’s own post — cover is possible only at another one.'
    case 'no-other-receiver':
      return 'No other authority receives help here — at least one receiver must be another authority than the giver.'
    case 'same-area':
      return 'A service area is named as conflicting with itself — two different ones would be right.'
    case 'reason-without-end':
      return 'A reason is given for a booking that has not ended — “reason” belongs to the status “ended” only.'
    case 'horizon-too-long':
      return `The period has ${fault.days} days — at most ${fault.maximum} are possible.`
  }
}

/** A sentence for every warning. */
export function warningInEnglish(warning: Warning): string {
  switch (warning.code) {
    case 'closed-half-day':
      return `The office is closed on ${halfDayText(warning.halfDay, 'en')}; the entry has no effect.`
    case 'booking-without-agreement':
      return 'This cover at another authority names no agreement.'
    case 'no-rate':
      return `The agreement names no hourly rate for the service area “${warning.area}”.`
  }
}
