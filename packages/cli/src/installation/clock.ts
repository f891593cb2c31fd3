import { dateInGermany } from '@vertretbar/domain/calendar'
import { dayOf, type LocalDate } from '@vertretbar/domain/half-day'

const hour = 3_600_000

/** A clock that runs like the real one; on `today`, if a day is given, and else on the day it is. */
export function clockOn(today: LocalDate | undefined): () => number {
  const started = Date.now()
  if (today === undefined) return Date.now
  const moved = 24 * hour * (dayOf(today) - dayOf(dateInGermany(started)))
  // Between winter and summer time an hour around midnight would end up on a neighbouring day.
  const away = [0, hour, -hour].find((by) => dateInGermany(started + moved + by) === today) ?? 0
  return () => Date.now() + moved + away
}
