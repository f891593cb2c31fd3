import type { Alert } from '@vertretbar/domain/alert'
import type { Booking } from '@vertretbar/domain/booking'
import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Audience, OutboxMessage } from '@vertretbar/domain/message'
import type { Region } from '@vertretbar/domain/region'
import { hasAccess, knownProducts } from './access.ts'
import { isWorkingDay, workingDaysAfterUntil } from './calendar.ts'
import { addDays, dateOf } from './dates.ts'
import { areaOf, authorityOf, bindingBookings, liveBookings, requestedBookings, specialistOf } from './region.ts'

/** An alert with whom it is for; what is told once has a name that tells it from all others. */
export interface Telling {
  readonly alert: Alert
  readonly to: readonly Audience[]
  readonly once?: string
}

const fieldsOf = (region: Region, booking: Booking, halfDays = booking.halfDays) => ({
  booking: booking.id,
  authority: booking.authority,
  area: booking.area,
  lender: specialistOf(region, booking.specialist).authority,
  halfDays,
})

const hrOf = (authority: string): Audience => ({ kind: 'hr-manager', authority })

function lenderOf(region: Region, { specialist, area }: Booking): Audience {
  const { authority, homeArea } = specialistOf(region, specialist)
  return areaOf(region, area).lenderConsent === 'area-head'
    ? { kind: 'area-head', authority, area: homeArea }
    : hrOf(authority)
}

const isInHouse = (region: Region, booking: Booking): boolean =>
  specialistOf(region, booking.specialist).authority === booking.authority

const firstOf = ({ halfDays }: Booking): LocalDate => dateOf(halfDays.toSorted()[0] ?? '')

/** Whose yes is missing, as long as the request waits (spec § 8). */
export const answers = (region: Region, today: LocalDate, at: string): Telling[] =>
  requestedBookings(region).flatMap((booking) => {
    const ahead = booking.halfDays.filter((halfDay) => dateOf(halfDay) >= today)
    const until = booking.expiresAt ?? closingBefore(region, booking)
    if (ahead.length === 0 || Date.parse(until) <= Date.parse(at)) return []
    const wanted = (side: 'specialist' | 'lender', to: Audience): Telling[] =>
      booking.consents?.[side] === undefined
        ? [{ alert: { kind: 'answer-wanted', side, until, ...fieldsOf(region, booking, ahead) }, to: [to] }]
        : []
    return [
      ...wanted('specialist', { kind: 'specialist', specialist: booking.specialist }),
      ...(isInHouse(region, booking) ? [] : wanted('lender', lenderOf(region, booking))),
    ]
  })

/** 17:00 in Germany on the lender's last working day before the cover. */
function closingBefore(region: Region, booking: Booking): string {
  const lender = authorityOf(region, specialistOf(region, booking.specialist).authority)
  let date = addDays(firstOf(booking), -1)
  while (!isWorkingDay(lender, date)) date = addDays(date, -1)
  const name = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', timeZoneName: 'longOffset' })
    .formatToParts(new Date(`${date}T12:00:00Z`))
    .find(({ type }) => type === 'timeZoneName')?.value
  return new Date(`${date}T17:00:00${name?.slice('GMT'.length)}`).toISOString()
}

/** What happened to covers, as far as it does not concern days gone by alone. */
export const happenings = (region: Region, news: readonly OutboxMessage[], today: LocalDate): Telling[] =>
  news.flatMap(({ at, notices }) =>
    notices.flatMap(({ kind, booking: { id, specialist, authority, area }, halfDays, to }): Telling[] => {
      const person = region.specialists.find((one) => one.id === specialist)
      const isPast = halfDays.every((halfDay) => dateOf(halfDay) < today)
      if (person === undefined || (isPast && kind !== 'reconciled')) return []
      const fields = { booking: id, authority, area, lender: person.authority, halfDays }
      return [{ alert: { kind: 'cover', notice: kind, at, ...fields }, to }]
    }),
  )

/** Who has not said what was worked. */
export const statements = (region: Region, today: LocalDate): Telling[] =>
  bindingBookings(region)
    .filter(({ status, halfDays }) => status !== 'reconciled' && halfDays.length > 0)
    .filter(({ halfDays }) => halfDays.every((halfDay) => dateOf(halfDay) < today))
    .flatMap((booking) => {
      const sides: readonly (readonly ['lender' | 'receiver', Audience])[] = isInHouse(region, booking)
        ? [['receiver', hrOf(booking.authority)]]
        : [
            ['lender', lenderOf(region, booking)],
            ['receiver', hrOf(booking.authority)],
          ]
      return sides
        .filter(([side]) => booking.worked?.[side] === undefined)
        .map(([side, to]): Telling => {
          const alert: Alert = { kind: 'statement-wanted', ...fieldsOf(region, booking) }
          return { alert, to: [to], once: `statement ${booking.id} ${side}` }
        })
    })

/** Covers that begin on the next working day of the office that they help, and cannot log in there (spec § 8). */
export const accesses = (region: Region, today: LocalDate): Telling[] =>
  liveBookings(region)
    .filter(({ status, halfDays }) => status !== 'requested' && halfDays.length > 0)
    .filter((booking) => !isInHouse(region, booking) && firstOf(booking) >= today)
    .filter((booking) => workingDaysAfterUntil(authorityOf(region, booking.authority), today, firstOf(booking)) < 2)
    .flatMap((booking) => {
      const first = firstOf(booking)
      const person = specialistOf(region, booking.specialist)
      const products = knownProducts(region, person, booking, first)
      if (products.some((product) => hasAccess(person, booking.authority, product, first))) return []
      return products.map((product): Telling => {
        const alert: Alert = { kind: 'access-missing', product, ...fieldsOf(region, booking) }
        return {
          alert,
          to: [hrOf(booking.authority), { kind: 'coordinator' }],
          once: `access ${booking.id} ${product} ${first}`,
        }
      })
    })
