import { createHash } from 'node:crypto'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { dateOf, dayOf, halfDayOf, monthOf, numberOf, weekdayOf, weekOf } from '@vertretbar/domain/half-day'
import { DateTime } from 'luxon'

const wrong: string[] = []
const facts = createHash('sha256')

function check(what: string, ours: unknown, theirs: unknown): void {
  facts.update(`${what} ${String(ours)}\n`)
  if (ours !== theirs) wrong.push(`${what}: ${String(ours)} instead of ${String(theirs)}`)
}

const weeks = new Map<string, number>()
let days = 0
let before = dayOf('2025-12-31')
for (let date = DateTime.utc(2026, 1, 1); date.year <= 2045; date = date.plus({ days: 1 })) {
  const iso = date.toFormat('yyyy-MM-dd')
  const day = dayOf(iso)
  check(`the day after ${dateOf(before)}`, day, before + 1)
  check(`the date of day ${day}`, dateOf(day), iso)
  check(`the morning of ${iso}`, halfDayOf(2 * day), `${iso}/am`)
  check(`the afternoon of ${iso}`, halfDayOf(numberOf(`${iso}/pm`)), `${iso}/pm`)
  check(`noon between the halves of ${iso}`, numberOf(`${iso}/pm`) - numberOf(`${iso}/am`), 1)
  check(`the weekday of ${iso}`, weekdayOf(day), date.weekday - 1)
  check(`the month of ${iso}`, monthOf(day), 12 * date.year + date.month - 1)
  const week = `${date.weekYear}-W${date.weekNumber}`
  if (!weeks.has(week)) weeks.set(week, weekOf(day))
  check(`the week of ${iso}`, weekOf(day), weeks.get(week))
  checkMidnight(iso)
  before = day
  days += 1
}
check('weeks that are told apart', new Set(weeks.values()).size, weeks.size)

/** Midnight in Germany is 23:00Z of the day before, in summer 22:00Z (Directive 2000/84/EC: from and to 01:00Z). */
function checkMidnight(iso: string): void {
  const isSummer = lastSunday(iso.slice(0, 4), '03') <= iso && iso < lastSunday(iso.slice(0, 4), '10')
  const midnight = Date.parse(`${iso}T${isSummer ? '22' : '23'}:00:00Z`)
  const tomorrow = new Date(Date.parse(`${iso}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  check(`the date in Germany a millisecond before midnight of ${iso}`, dateInGermany(midnight - 1), iso)
  check(
    `the date in Germany at 59 minutes of the hour before midnight of ${iso}`,
    dateInGermany(midnight - 60_000),
    iso,
  )
  check(`the date in Germany at midnight after ${iso}`, dateInGermany(midnight), tomorrow)
}

function lastSunday(year: string, month: '03' | '10'): string {
  const last = new Date(`${year}-${month}-31T12:00:00Z`)
  return `${year}-${month}-${31 - last.getUTCDay()}`
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
const offset = new Date('2026-07-01T00:00:00Z').getTimezoneOffset()
process.stdout.write(JSON.stringify({ zone, offset, days, hash: facts.digest('hex'), wrong: wrong.slice(0, 20) }))
