import type { Command } from '@vertretbar/domain/command'
import type { Region } from '@vertretbar/domain/region'
import { ruleSet } from '@vertretbar/domain/rule-set'
import { validAgreements } from '../../oracle/agreements.ts'
import { dateOf } from '../../oracle/dates.ts'
import { authorityOf, postOf, samePlace, specialistOf } from '../../oracle/region.ts'
import { type Asked, barsAgainst } from './bars.ts'
import type { Booking } from './sorted-region.ts'
import { type Bar, changed, type Judge, type Moment, no } from './state.ts'
import { afterWorkingDays, closingOn, workingDayBefore } from './time.ts'

type Request = Extract<Command, { kind: 'request-bookings' }>
type Proposal = Request['proposals'][number]

/** All that is asked for is booked as a request, or nothing; each cover is looked at beside those before it. */
export const requested: Judge<Request> = (state, { proposals }, moment) => {
  if (!proposals.every((proposal) => isKnown(state.region, proposal))) return no({ code: 'invalid' })
  let region = state.region
  const bars: Bar[] = []
  for (const [position, proposal] of proposals.entries()) {
    const asked = { ...proposal, halfDays: [...new Set(proposal.halfDays)].toSorted() }
    const tried = agreementsToTry(region, asked).map((agreement) => ({
      agreement,
      barred: barsAgainst(region, { ...asked, agreement }, { today: moment.today, wanted: 'short' }),
    }))
    const found = tried.find(({ barred }) => barred.length === 0)
    if (found === undefined) bars.push(...(tried[0]?.barred ?? []).map((bar) => ({ ...bar, proposal: position })))
    else {
      const id = moment.newIds[position] ?? `unnamed-${position}`
      const booking = bookingOf(region, { ...asked, id, agreement: found.agreement }, moment)
      region = { ...region, bookings: [...region.bookings, booking] }
    }
  }
  return bars.length > 0 ? no({ code: 'barred', halfDays: bars }) : changed(state, { bookings: region.bookings })
}

function isKnown(region: Region, { specialist, authority, area, agreement }: Proposal): boolean {
  const person = region.specialists.find(({ id }) => id === specialist)
  return (
    person !== undefined &&
    region.authorities.some(({ id }) => id === authority) &&
    region.serviceAreas.some(({ id }) => id === area) &&
    (agreement === undefined || region.agreements.some(({ id }) => id === agreement)) &&
    !samePlace(postOf(person), { authority, area })
  )
}

/** The one that is named; else all that hold on one of the days. In-house, and where none holds, it goes without. */
function agreementsToTry(region: Region, asked: Proposal): readonly (string | undefined)[] {
  if (asked.agreement !== undefined) return [asked.agreement]
  const specialist = specialistOf(region, asked.specialist)
  if (specialist.authority === asked.authority) return [undefined]
  const valid = asked.halfDays.flatMap((halfDay) => validAgreements(region, specialist, asked, dateOf(halfDay)))
  const ids = [...new Set(valid.map(({ id }) => id))].toSorted()
  return ids.length === 0 ? [undefined] : ids
}

function bookingOf(region: Region, asked: Asked & Pick<Proposal, 'mode'> & { id: string }, moment: Moment): Booking {
  const { id, specialist, authority, area, agreement, halfDays, mode } = asked
  return {
    id,
    specialist,
    authority,
    area,
    ...(agreement === undefined ? {} : { agreement }),
    halfDays,
    status: 'requested',
    mode,
    ruleSet,
    requestedAt: moment.at,
    requestedBy: moment.actor,
    expiresAt: new Date(expiryOf(region, asked, moment)).toISOString(),
  }
}

/** At 17:00 after so many working days of the lender, or on the one before the cover; if that is over, in two hours. */
function expiryOf(region: Region, { specialist, halfDays }: Asked, { today, now }: Moment): number {
  const lender = authorityOf(region, specialistOf(region, specialist).authority)
  const waited = afterWorkingDays(lender, today, region.region.settings.requestExpiryWorkingDays)
  const closing = Math.min(closingOn(waited), lastCallFor(region, { specialist, halfDays }))
  return closing > now ? closing : now + 2 * 60 * 60 * 1000
}

/** 17:00 on the lender's working day before the first half-day. */
export function lastCallFor(
  region: Region,
  { specialist, halfDays }: Pick<Booking, 'specialist' | 'halfDays'>,
): number {
  const lender = authorityOf(region, specialistOf(region, specialist).authority)
  return closingOn(workingDayBefore(lender, halfDays.map(dateOf).toSorted()[0] ?? ''))
}
