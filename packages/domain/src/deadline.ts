import type { FederalState } from './authority.ts'
import { isBankingDay, isOfficeDay, isWerktag } from './calendar.ts'
import { type Day, dateOf, firstDayOfMonth, monthOf, weekdayOf } from './half-day.ts'
import type { Days } from './occurrence.ts'
import type { DeadlineKind } from './requirement.ts'

/** Where a deadline holds: the authority's own state, and the seats of the collection offices it reports to. */
export interface DeadlinePlace {
  readonly state: FederalState
  readonly collectionSeats: readonly FederalState[]
}

type Rule = (month: number, place: DeadlinePlace) => Day

/** The day of each deadline of a month; months are counted from January of the year 0. */
export const deadlines: Readonly<Record<DeadlineKind, Rule>> = {
  /** SGB IV § 28f (3): to be there at 0:00 of the fifth-last banking day, so the last day to act is the day before. */
  'contribution-statement': (month, place) => earliestSeat(place, (seat) => lastBankingDay(seat, month, 5) - 1),

  /** SGB IV § 23 (1): the third-last banking day of the month. */
  contributions: (month, place) => earliestSeat(place, (seat) => lastBankingDay(seat, month, 3)),

  /** TVöD § 24 (1): the last day; on a Sunday the second Werktag before, on a Saturday, holiday or 31 December the first. */
  payday: (month, { state }) => {
    const last = lastDayOf(month)
    if (weekdayOf(last) === 6) return werktagBefore(state, werktagBefore(state, last))
    const moved = weekdayOf(last) === 5 || !isWerktag(state, last) || dateOf(last).endsWith('-12-31')
    return moved ? werktagBefore(state, last) : last
  },

  /** EStG § 41a (1): the 10th of the following month; AO § 108 (3): else the next day that is no Saturday, Sunday or holiday. */
  'wage-tax-return': (month, { state }) => {
    let day = firstDayOfMonth(month + 1) + 9
    while (!isOfficeDay(state, day)) day += 1
    return day
  },
}

/** The days of a deadline within some days, in time order; it may lie in the month after the one it is for. */
export function deadlineDays(kind: DeadlineKind, place: DeadlinePlace, { first, last }: Days): Day[] {
  const firstMonth = monthOf(first) - 1
  return Array.from({ length: Math.max(0, monthOf(last) + 2 - firstMonth) }, (_, month) =>
    deadlines[kind](firstMonth + month, place),
  ).filter((day) => first <= day && day <= last)
}

const lastDayOf = (month: number): Day => firstDayOfMonth(month + 1) - 1

/** With several collection offices the earliest date counts; without any, the authority's own state is the seat. */
const earliestSeat = ({ state, collectionSeats }: DeadlinePlace, dayAt: (seat: FederalState) => Day): Day =>
  Math.min(...(collectionSeats.length > 0 ? collectionSeats : [state]).map(dayAt))

function lastBankingDay(seat: FederalState, month: number, fromEnd: number): Day {
  let day = lastDayOf(month) + 1
  for (let found = 0; found < fromEnd; ) {
    day -= 1
    if (isBankingDay(seat, day)) found += 1
  }
  return day
}

function werktagBefore(state: FederalState, day: Day): Day {
  let before = day - 1
  while (!isWerktag(state, before)) before -= 1
  return before
}
