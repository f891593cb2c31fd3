import type { AvailabilityView, RegionView } from '@vertretbar/api/contract'
import { type Day, dateOf, dayOf, weekdayOf } from '@vertretbar/domain/half-day'
import { dateText, halfDaysText } from '@vertretbar/messages/date-text'
import type { BoardData } from '../../server/load-board.ts'
import type { Speech } from '../../words/catalogue.ts'
import type { Gap } from '../gap-key.ts'

/** Half-days of an authority in words; stretches reach across days on which it does not work. */
export function whenText(halfDays: readonly string[], authority: string, data: BoardData, speech: Speech): string {
  const closed = new Set(data.availability.closed.find((one) => one.authority === authority)?.halfDays)
  const isIdle = (day: Day): boolean =>
    weekdayOf(day) > 4 || (closed.has(`${dateOf(day)}/am`) && closed.has(`${dateOf(day)}/pm`))
  return halfDaysText(halfDays, speech.language, isIdle)
}

/** How many people a gap lacks, in words: as many at each half-day, or from so many to so many. */
export function missingText({ halfDays }: Gap, { words }: Speech): string {
  const numbers = halfDays.map(({ shortage }) => shortage)
  return words.missingBetween(Math.min(...numbers), Math.max(...numbers))
}

/** The deadline that a gap endangers, in words; none if its requirement does not stand around one. */
export function deadlineText(gap: Gap, { region, availability }: BoardData, speech: Speech): string | undefined {
  const requirement = region.requirements.find(({ id }) => id === gap.requirement)
  if (requirement?.when.kind !== 'deadline') return undefined
  const nearest = nearestDeadline(gap, requirement.when, availability)
  if (nearest === undefined) return undefined
  return `${speech.words.deadlineNames[nearest.deadline]}: ${dateText(nearest.on, speech.language)}`
}

type AroundDeadline = Extract<RegionView['requirements'][number]['when'], { readonly kind: 'deadline' }>

/** Windows of one kind of deadline lie a month apart, so the nearest is the one meant. */
function nearestDeadline(gap: Gap, { deadline }: AroundDeadline, { deadlines }: AvailabilityView) {
  const last = dayOf(gap.halfDays.at(-1)?.halfDay.slice(0, 10) ?? '')
  return deadlines
    .filter((one) => one.deadline === deadline && one.authorities.includes(gap.authority))
    .toSorted((a, b) => Math.abs(dayOf(a.on) - last) - Math.abs(dayOf(b.on) - last))[0]
}
