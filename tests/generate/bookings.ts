import type { Agreement } from '@vertretbar/domain/agreement'
import type { Authority } from '@vertretbar/domain/authority'
import type { Booking } from '@vertretbar/domain/booking'
import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Specialist } from '@vertretbar/domain/specialist'
import { isWeekend } from '../oracle/calendar.ts'
import { addDays, dateOf, daysBetween, halfDaysFrom } from '../oracle/dates.ts'
import type { Place } from '../oracle/region.ts'
import { drawDate, type Setting } from './setting.ts'

type Drawn = Omit<Booking, 'id'>

interface Parts {
  readonly authorities: readonly Authority[]
  readonly specialists: readonly Specialist[]
  readonly agreements: readonly Agreement[]
  readonly places: readonly Place[]
}

/** Cover of every status before, in and after the horizon; no person has two live bookings at one half-day. */
export function drawBookings(setting: Setting, parts: Parts): Booking[] {
  const { random, knobs } = setting
  const bookings: Booking[] = []
  const claimed = new Set<string>()
  const wanted = random.int(...knobs.bookings)
  // Many draws come to nothing, and in a region without agreements all may.
  for (let draw = 0; draw < 40 * wanted && bookings.length < wanted && parts.specialists.length > 0; draw += 1) {
    const booking = drawBooking(setting, parts)
    if (booking === undefined) continue
    const claims = booking.halfDays.map((halfDay) => `${booking.specialist} ${halfDay}`)
    if (booking.status !== 'ended' && claims.some((claim) => claimed.has(claim))) continue
    bookings.push({ id: `b${bookings.length + 1}`, ...booking })
    if (booking.status !== 'ended') for (const claim of claims) claimed.add(claim)
  }
  return bookings
}

/** Nothing where no agreement, past or present, carries the cover; people without the competence are rare. */
function drawBooking(setting: Setting, { specialists, agreements, places }: Parts): Drawn | undefined {
  const { random } = setting
  const specialist = random.pick(specialists)
  const { authority, area } = random.pick(places)
  if (authority === specialist.authority && area === specialist.homeArea) return undefined
  if (!specialist.competences.some((competence) => competence.area === area) && random.chance(0.9)) return undefined
  const carrying = agreements.filter(
    ({ givers, receivers, areas }) =>
      givers.includes(specialist.authority) && receivers.includes(authority) && areas.includes(area),
  )
  const isInHouse = authority === specialist.authority
  if (!isInHouse && carrying.length === 0) return undefined
  const agreement = isInHouse ? {} : { agreement: random.pick(carrying).id }
  const halfDays = drawHalfDays(setting)
  return { specialist: specialist.id, authority, area, ...agreement, halfDays, ...drawStatus(setting, halfDays) }
}

/** One to six half-days in a row, weekends left out; mostly in the horizon, now and then long ago. */
function drawHalfDays(setting: Setting): HalfDay[] {
  const { random, horizon } = setting
  const days = daysBetween(horizon.from, horizon.to)
  const start = random.chance(0.12)
    ? addDays(horizon.from, -random.int(10, 80))
    : addDays(drawDate(setting, days), random.int(-4, 2))
  const working = halfDaysFrom(start, addDays(start, 7)).filter((halfDay) => !isWeekend(dateOf(halfDay)))
  const first = random.int(0, 1)
  return working.slice(first, first + random.int(1, 6))
}

/** A status that fits the half-days as of today: `active` has begun, `done` is over, a request is of the future. */
function drawStatus({ random, horizon }: Setting, halfDays: readonly HalfDay[]): Pick<Booking, 'status' | 'reason'> {
  const first = dateOf(halfDays[0] ?? '')
  const last = dateOf(halfDays.at(-1) ?? '')
  if (random.chance(0.15)) {
    return {
      status: 'ended',
      reason: random.pick(['declined', 'withdrawn', 'expired', 'recalled', 'broken', 'broken']),
    }
  }
  if (last < horizon.today) return { status: random.pick(['done', 'reconciled', 'confirmed'] as const) }
  if (first <= horizon.today) return { status: random.pick(['active', 'confirmed'] as const) }
  return { status: random.pick(['requested', 'confirmed'] as const) }
}
