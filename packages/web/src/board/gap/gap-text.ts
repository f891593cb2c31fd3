import type { RegionView } from '@vertretbar/api/contract'
import { type Day, dateOf, dayOf, weekdayOf } from '@vertretbar/domain/half-day'
import { dateText, halfDaysText } from '@vertretbar/messages/date-text'
import type { BoardData } from '../../server/load-board.ts'
import type { Speech } from '../../words/catalogue.ts'
import type { Gap } from '../gap-key.ts'
import { isWithin } from '../period.ts'

/** Half-days of an authority in words; stretches reach across days on which it does not work. */
export function whenText(halfDays: readonly string[], authority: string, data: BoardData, speech: Speech): string {
  return halfDaysText(halfDays, speech.language, idleAt(authority, data))
}

/** Tells the days on which an authority does not work at all. */
function idleAt(authority: string, { availability }: BoardData): (day: Day) => boolean {
  const closed = new Set(availability.closed.find((one) => one.authority === authority)?.halfDays)
  return (day) => weekdayOf(day) > 4 || (closed.has(`${dateOf(day)}/am`) && closed.has(`${dateOf(day)}/pm`))
}

/** How many people a gap lacks, in words: as many at each half-day, or from so many to so many. */
export function missingText({ halfDays }: Gap, { words }: Speech): string {
  const numbers = halfDays.map(({ shortage }) => shortage)
  return words.missingBetween(Math.min(...numbers), Math.max(...numbers))
}

/** The deadline that a gap endangers, in words; none if its requirement does not stand around one, or it is not known. */
export function deadlineText(gap: Gap, data: BoardData, speech: Speech): string | undefined {
  const when = data.region.requirements.find(({ id }) => id === gap.requirement)?.when
  if (when?.kind !== 'deadline') return undefined
  const found = deadlineOf(gap, when, data)
  return found && `${speech.words.deadlineNames[when.deadline]}: ${dateText(found, speech.language)}`
}

type AroundDeadline = Extract<RegionView['requirements'][number]['when'], { readonly kind: 'deadline' }>

/**
 * The deadline whose window a gap lies in; none where the days loaded do not decide it.
 *
 * Windows of one kind follow one another, and a day in two belongs to the earlier (domain/occurrence.ts). The gap's
 * window is therefore the first that has not ended before the gap begins: that of the first deadline after which no
 * more than `workingDaysAfter` working days pass until then. How far windows reach back does not matter. Deadlines
 * before the days loaded are not known; they are ruled out only if more working days than that lie between.
 */
function deadlineOf(gap: Gap, when: AroundDeadline, data: BoardData): string | undefined {
  const { availability, days } = data
  const first = dayOf(gap.halfDays[0]?.halfDay.slice(0, 10) ?? '')
  if (!isWithin(days, first)) return undefined
  const isIdle = idleAt(gap.authority, data)
  const hasEnded = (deadline: Day): boolean => workingDays(deadline, first, isIdle) > when.workingDaysAfter
  if (!hasEnded(days.first - 1)) return undefined
  return availability.deadlines
    .filter((one) => one.deadline === when.deadline && one.authorities.includes(gap.authority))
    .map(({ on }) => on)
    .toSorted()
    .find((on) => !hasEnded(dayOf(on)))
}

/** The working days in (after, to]. */
function workingDays(after: Day, to: Day, isIdle: (day: Day) => boolean): number {
  let count = 0
  for (let day = after + 1; day <= to; day += 1) if (!isIdle(day)) count += 1
  return count
}
