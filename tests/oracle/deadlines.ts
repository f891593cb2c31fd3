import type { Authority, FederalState } from '@vertretbar/domain/authority'
import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { DeadlineKind } from '@vertretbar/domain/requirement'
import { isBankingDay, isWeekend } from './calendar.ts'
import { addDays, addMonths, datesFrom, lastDateOf, weekdayOf } from './dates.ts'
import { isHoliday } from './holidays.ts'

/** The day of the deadline of a month, written `2026-12` (spec § 4). */
export function deadlineOf(region: Region, authority: Authority, kind: DeadlineKind, month: string): LocalDate {
  if (kind === 'payday') return payday(authority.state, month)
  if (kind === 'wage-tax-return') return wageTaxReturn(authority.state, month)
  const bankingDay = earliest(region, authority, (state) =>
    lastBankingDay(state, month, kind === 'contributions' ? 3 : 5),
  )
  // The statement must be there at 0:00 of its banking day: the day before is the last on which it can be sent.
  return kind === 'contributions' ? bankingDay : addDays(bankingDay, -1)
}

/** With several collection offices the earliest date counts; with none the authority's own state decides. */
function earliest(region: Region, authority: Authority, dayIn: (state: FederalState) => LocalDate): LocalDate {
  const seats = region.region.collectionOffices.map(({ state }) => state)
  const days = (seats.length > 0 ? seats : [authority.state]).map(dayIn).toSorted()
  return days[0] ?? dayIn(authority.state)
}

/** The n-th banking day of a month counted from its end, the last being the first. */
export function lastBankingDay(state: FederalState, month: string, n: number): LocalDate {
  const bankingDays = datesFrom(`${month}-01`, lastDateOf(month)).filter((date) => isBankingDay(state, date))
  const day = bankingDays.at(-n)
  if (day === undefined) throw new Error(`${month} has no ${n} banking days`)
  return day
}

function payday(state: FederalState, month: string): LocalDate {
  const last = lastDateOf(month)
  if (weekdayOf(last) === 'su') return werktagBefore(state, werktagBefore(state, last))
  if (weekdayOf(last) === 'sa' || isHoliday(state, last) || last.endsWith('-12-31')) return werktagBefore(state, last)
  return last
}

/** A Werktag is Monday to Saturday and no holiday. */
function werktagBefore(state: FederalState, date: LocalDate): LocalDate {
  let day = addDays(date, -1)
  while (weekdayOf(day) === 'su' || isHoliday(state, day)) day = addDays(day, -1)
  return day
}

function wageTaxReturn(state: FederalState, month: string): LocalDate {
  let day = `${addMonths(month, 1)}-10`
  while (isWeekend(day) || isHoliday(state, day)) day = addDays(day, 1)
  return day
}
