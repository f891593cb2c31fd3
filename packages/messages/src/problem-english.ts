import type { Expected, Fault, Format, Referent, Wanted, Warning } from '@vertretbar/domain/problem'
import { halfDayText } from './date-text.ts'
import type { About } from './problem-message.ts'

const kinds: Readonly<Record<Expected, string>> = {
  text: 'a text in quotation marks',
  number: 'a number without quotation marks',
  integer: 'a whole number without quotation marks',
  boolean: 'true or false without quotation marks',
  list: 'a list in square brackets',
  object: 'an object in braces',
  value: 'a value as the schema describes it',
}

const formats: Readonly<Record<Format, string>> = {
  address: 'an e-mail address such as personal@example.de',
  cursor: 'the place at which the page before ended, as it was told',
  date: 'a day that the calendar has, written like 2026-12-07',
  'half-day': 'a half-day that the calendar has, written like 2026-12-07/am (morning) or 2026-12-07/pm (afternoon)',
  id: 'an id of small letters from a to z and digits, with dots, hyphens or underscores between them, such as lk-wolfenbuettel.payroll.1',
  name: 'a single line without angle brackets and without control characters',
  instant: 'a moment in UTC, written like 2026-12-07T06:30:00.000Z',
  'official-key': 'an official key of 5, 8, 9 or 12 digits',
  'time-of-day': 'a time of day from 00:00 to 23:59, such as 06:30',
}

/** Where something was looked for. */
const places: Readonly<Record<About, string>> = { file: 'in this file', store: 'in this region' }

/** What does not exist, and where it was looked for. */
const absent: Readonly<Record<Referent, (id: string, place: string) => string>> = {
  authority: (id, place) => `There is no authority “${id}” ${place}`,
  area: (id, place) => `There is no service area “${id}” ${place}`,
  role: (id) => `There is no role “${id}” in this service area`,
  product: (id, place) => `There is no product “${id}” ${place}`,
  agreement: (id, place) => `There is no agreement “${id}” ${place}`,
  specialist: (id, place) => `There is no specialist “${id}” ${place}`,
  requirement: (id, place) => `There is no requirement “${id}” ${place}`,
  need: (id) => `There is no need ${id} in this requirement`,
  member: (id, place) => `There is no access “${id}” ${place}`,
}

const limited = {
  characters: (limit: string, number: number) => `a text of ${limit} ${number === 1 ? 'character' : 'characters'}`,
  entries: (limit: string, number: number) => `a list of ${limit} ${number === 1 ? 'entry' : 'entries'}`,
  value: (limit: string) => limit,
} as const

const listed = (items: readonly string[]): string => items.map((item) => `“${item}”`).join(', ')

function wanted({ expected, format, allowed }: Wanted): string {
  if (allowed !== undefined) return `${allowed.length === 1 ? 'the value' : 'one of the values'} ${listed(allowed)}`
  return format === undefined ? kinds[expected] : `${kinds[expected]}: ${formats[format]}`
}

/** A date may end or review what begins on a half-day of it. */
const earliest = ({ from, to }: { readonly from: string; readonly to: string }): string => from.slice(0, to.length)

/** A sentence for every fault: what is wrong, and after the dash what would be right. */
export function problemInEnglish(fault: Fault, about: About): string {
  switch (fault.code) {
    case 'not-utf8':
      return `From byte ${fault.byte} on the file is not valid UTF-8 — please save the file as UTF-8.`
    case 'not-json':
      return fault.line === 1 && fault.column === 1
        ? `From line 1, column 1 on the file is not JSON — please give a ${about === 'file' ? 'region' : 'JSON'} file; it begins with a brace.`
        : `Valid JSON ends at line ${fault.line}, column ${fault.column} — please check brackets, commas and quotation marks there.`
    case 'too-deep':
      return `The brackets are nested too deep — please check that this is ${about === 'file' ? 'a region file' : 'the right file'}; at most ${fault.levels} levels are possible.`
    case 'duplicate-field':
      return `At line ${fault.line}, column ${fault.column} this field appears a second time — please remove one of them.`
    case 'unknown-field':
      return `There is no such field here — please remove it${fault.known.length > 0 ? `, or use one that there is: ${listed(fault.known)}` : ''}.`
    case 'missing-field':
      return `This field is missing — please give ${wanted(fault)}.`
    case 'wrong-type':
      return `This value is of the wrong kind — please give ${wanted(fault)}.`
    case 'not-one-of':
      return `This value is not possible here — please give ${wanted({ expected: 'text', allowed: fault.allowed })}.`
    case 'wrong-format':
      return `This text does not fit here — please give ${formats[fault.format]}.`
    case 'too-small':
      return `This is too little — ${limited[fault.of](`at least ${fault.minimum}`, fault.minimum)} would be right.`
    case 'too-large':
      return `This is too much — ${limited[fault.of](`at most ${fault.maximum}`, fault.maximum)} would be right.`
    case 'duplicate-id':
      return `The id “${fault.id}” is taken already (${fault.first}) — please choose another one here.`
    case 'unknown-reference':
      return `${absent[fault.to](fault.id, places[about])} — please ${fault.to === 'need' ? 'give the number of an existing one, counted from 0' : 'name an existing one, or add it'}.`
    case 'reversed-period':
      return `This (${fault.to}) comes before the start (${fault.from}) — ${earliest(fault)} or later would be right.`
    case 'absence-without-end':
      return 'This absence has no end — please add “to” (its last half-day) or, if the end is open, “reviewOn” (a review date).'
    case 'absence-with-two-ends':
      return 'This absence has an end and a review date — please remove “to” or “reviewOn”.'
    case 'overlapping-absences':
      return `This absence overlaps another one of the same person (${fault.other}) — please separate or join them.`
    case 'double-booking':
      return `The person is booked already on ${halfDayText(fault.halfDay, 'en')} (${fault.other}) — please remove one of the two bookings of this half-day.`
    case 'deputy-of-oneself':
      return 'Nobody is their own deputy — please name another access.'
    case 'own-post':
      return 'This is the person’s own post — please name another authority or another service area.'
    case 'no-other-receiver':
      return 'The giving authority helps only itself here — please name at least one other receiving authority.'
    case 'same-area':
      return 'A service area is named as conflicting with itself — please name two different service areas.'
    case 'reason-without-end':
      return 'A reason for the end is given for a booking that has not ended — please remove “reason”, or set “status” to “ended”.'
    case 'horizon-too-long':
      return `The period has ${fault.days} days — at most ${fault.maximum} are possible.`
    case 'needed-by-booking':
      return `${absent[fault.to](fault.id, places[about])}, but the live booking ${fault.booking} needs it — please keep the entry in the file, or end the booking first.`
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
