import * as z from 'zod'
import { agreementsOf, type Barred, barredHalfDays, type Cover } from '../bookable.ts'
import type { Booking } from '../booking.ts'
import { isInHouse, lenderOf, noticeOf, personOf, putBooking } from '../booking-change.ts'
import { changed } from '../change.ts'
import { type Context, type Decide, decision } from '../decision.ts'
import { HalfDay } from '../half-day.ts'
import { AgreementId, AreaId, AuthorityId, SpecialistId } from '../identifier.ts'
import { instantOf } from '../instant.ts'
import type { Notice } from '../message.ts'
import type { Problem, Referent } from '../problem.ts'
import type { Region } from '../region.ts'
import { RegionIndex } from '../region-index.ts'
import { requestExpiresAt } from '../request-expiry.ts'
import { accept, type Result, refuse } from '../result.ts'
import { hasPostAt } from '../role.ts'
import { ruleSet } from '../rule-set.ts'

/** A cover to ask for; without an agreement one is chosen that allows all of it. */
export const Proposal = z
  .strictObject({
    specialist: SpecialistId,
    authority: AuthorityId,
    area: AreaId,
    agreement: AgreementId.optional(),
    halfDays: z.array(HalfDay).min(1).max(400).readonly(),
    mode: z.enum(['remote', 'on-site']),
  })
  .readonly()
  .meta({ id: 'Proposal' })
export type Proposal = z.infer<typeof Proposal>

/** Asks for one cover, or for several at once: all of them or none. */
export const RequestBookings = z
  .strictObject({ kind: z.literal('request-bookings'), proposals: z.array(Proposal).min(1).max(200).readonly() })
  .readonly()
  .meta({ id: 'RequestBookings' })

/** Each proposal is decided on a region in which those before it are asked for already. */
export const requestBookings: Decide<z.infer<typeof RequestBookings>> = ({ index }, { proposals }, context) => {
  const problems = proposals.flatMap((proposal, position) =>
    proposalProblems(index.region, proposal, `/proposals/${position}`),
  )
  if (problems.length > 0) return refuse({ code: 'invalid', problems })
  let current = index
  const bookings: Booking[] = []
  const barred: (Barred & { readonly proposal: number })[] = []
  for (const [position, proposal] of proposals.entries()) {
    const asked = askFor(current, proposal, context)
    if (asked.ok) {
      bookings.push(asked.value)
      if (position + 1 < proposals.length) current = new RegionIndex(changed(current.region, [putBooking(asked.value)]))
    } else barred.push(...asked.refusal.map((one) => ({ ...one, proposal: position })))
  }
  if (barred.length > 0) return refuse({ code: 'barred', halfDays: barred })
  return accept(
    decision(
      bookings.map(putBooking),
      bookings.map((booking) => toldOf(index, booking)),
    ),
  )
}

const toldOf = (index: RegionIndex, booking: Booking): Notice =>
  noticeOf('requested', booking, {
    halfDays: booking.halfDays,
    to: [personOf(booking), ...(isInHouse(index, booking) ? [] : [lenderOf(index, booking)])],
  })

/** The booking that a proposal becomes under the first agreement that allows all of it; else what bars it. */
function askFor(index: RegionIndex, proposal: Proposal, context: Context): Result<Booking, readonly Barred[]> {
  const { authority, area, mode } = proposal
  const halfDays = [...new Set(proposal.halfDays)].toSorted()
  const cover: Cover = { specialist: index.specialist(proposal.specialist), place: { authority, area }, halfDays }
  const [first, ...others] = proposal.agreement === undefined ? agreementsOf(index, cover) : [proposal.agreement]
  let no: readonly Barred[] | undefined
  for (const agreement of [first, ...others]) {
    const barred = barredHalfDays(index, cover, { today: context.today, wanted: 'short', agreement })
    if (barred.length === 0) return accept(requested(index, cover, { agreement, mode, context }))
    no ??= barred
  }
  return refuse(no ?? [])
}

interface Manner {
  readonly agreement: string | undefined
  readonly mode: Proposal['mode']
  readonly context: Context
}

function requested(
  index: RegionIndex,
  { specialist, place, halfDays }: Cover,
  { agreement, mode, context: { actor, newId, now, today } }: Manner,
): Booking {
  const requestedAt = instantOf(now)
  const expiry = {
    requestedAt,
    on: today,
    halfDays,
    lender: index.calendar(specialist.authority),
    workingDays: index.region.region.settings.requestExpiryWorkingDays,
  }
  return {
    id: newId(),
    specialist: specialist.id,
    authority: place.authority,
    area: place.area,
    ...(agreement === undefined ? {} : { agreement }),
    halfDays,
    status: 'requested',
    mode,
    ruleSet,
    requestedAt,
    requestedBy: actor.id,
    expiresAt: requestExpiresAt(expiry),
  }
}

/** References of a proposal that lead nowhere in a region, and a post that nobody covers for themselves. */
export function proposalProblems(
  region: Pick<Region, 'specialists' | 'authorities' | 'serviceAreas' | 'agreements'>,
  proposal: Proposal,
  pointer: string,
): Problem[] {
  const { specialist, authority, area, agreement } = proposal
  const person = region.specialists.find(({ id }) => id === specialist)
  const unknown = (
    field: string,
    to: Referent,
    [list, id]: readonly [readonly { readonly id: string }[], string],
  ): Problem[] =>
    list.some((known) => known.id === id) ? [] : [{ pointer: `${pointer}/${field}`, code: 'unknown-reference', to, id }]
  return [
    ...unknown('specialist', 'specialist', [region.specialists, specialist]),
    ...unknown('authority', 'authority', [region.authorities, authority]),
    ...unknown('area', 'area', [region.serviceAreas, area]),
    ...(agreement === undefined ? [] : unknown('agreement', 'agreement', [region.agreements, agreement])),
    ...(person !== undefined && hasPostAt(person, { authority, area })
      ? [{ pointer: `${pointer}/area`, code: 'own-post' as const }]
      : []),
  ]
}
