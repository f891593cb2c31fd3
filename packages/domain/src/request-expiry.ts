import { timeInGermany, type WorkCalendar } from './calendar.ts'
import { type Day, dayOf, type HalfDay } from './half-day.ts'
import { type Instant, instantOf, millisecondsOf } from './instant.ts'

const closingTime = '17:00'
const shortLifeMilliseconds = 2 * 3_600_000

/**
 * When a request that nobody answers ends: at 17:00 on the lender's working day so many after the one it was made on,
 * at the latest at 17:00 on the one before its first half-day. One made later than that lives two hours.
 */
export function requestExpiresAt({ requestedAt, on, halfDays, lender, workingDays }: Request): Instant {
  const first = Math.min(...halfDays.map((halfDay) => dayOf(halfDay.slice(0, 10))))
  const answered = Math.min(dayAfter(lender, on, workingDays), lender.previousWorkingHalfDay(2 * first) >> 1)
  const closing = timeInGermany(answered, closingTime)
  const asked = millisecondsOf(requestedAt)
  return instantOf(closing > asked ? closing : asked + shortLifeMilliseconds)
}

interface Request {
  readonly requestedAt: Instant
  /** The day in Germany on which it is made. */
  readonly on: Day
  readonly halfDays: readonly HalfDay[]
  readonly lender: WorkCalendar
  /** How many working days of the lender it may wait. */
  readonly workingDays: number
}

/** The day up to which so many working days have passed; an office that is closed for good keeps nobody waiting. */
function dayAfter({ isWorkingDay }: WorkCalendar, start: Day, workingDays: number): Day {
  let day = start
  for (let left = workingDays; left > 0 && day - start < longestWait; ) {
    day += 1
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

const longestWait = 400
