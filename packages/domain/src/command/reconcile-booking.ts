import * as z from 'zod'
import { type Booking, StatementSide, type WorkStatement } from '../booking.ts'
import { isInHouse, lenderOf, noticeOf, putBooking, receiverOf } from '../booking-change.ts'
import { bookingIn, namedHalfDays } from '../booking-lookup.ts'
import type { Context, Decide, State } from '../decision.ts'
import { HalfDay, mostListed } from '../half-day.ts'
import { Id } from '../identifier.ts'
import { instantOf } from '../instant.ts'
import { settlementOf } from '../ledger.ts'
import type { RegionIndex } from '../region-index.ts'
import { accept } from '../result.ts'

/** What one side, or both, say was really worked of a cover that is over; also later, to correct it. */
export const ReconcileBooking = z
  .strictObject({
    kind: z.literal('reconcile-booking'),
    booking: Id,
    as: z.enum([...StatementSide.options, 'both']),
    halfDays: z.array(HalfDay).max(mostListed).readonly(),
  })
  .readonly()
  .meta({ id: 'ReconcileBooking' })
type ReconcileBooking = z.infer<typeof ReconcileBooking>

/** It settles once both sides say the same. In-house both are one, and nothing is to be paid. */
export const reconcileBooking: Decide<ReconcileBooking> = ({ index, ledger }, command, context) => {
  const found = bookingIn(index, command.booking, { today: context.today, statuses: ['done', 'reconciled'] })
  if (!found.ok) return found
  const worked = namedHalfDays(found.value, command.halfDays)
  if (!worked.ok) return worked
  const statement = { halfDays: worked.value, at: instantOf(context.now), by: context.actor.id }
  const sides = sidesOf(index, found.value, command)
  const said = { ...found.value.worked, ...Object.fromEntries(sides.map((side) => [side, statement])) }
  return accept(settled({ index, ledger }, { ...found.value, worked: said }, context))
}

const sidesOf = (index: RegionIndex, booking: Booking, { as }: ReconcileBooking): readonly StatementSide[] =>
  as === 'both' || isInHouse(index, booking) ? ['lender', 'receiver'] : [as]

function settled({ index, ledger }: State, booking: Booking, { now }: Pick<Context, 'now'>) {
  const at = instantOf(now)
  const worked = agreedOn(booking.worked ?? {})
  if (worked === undefined) return { changes: [putBooking(booking)], ledger: [], notices: [] }
  // What was settled with another authority is corrected even if the person belongs to this one by now.
  const isFree = isInHouse(index, booking) && ledger.length === 0
  const entries = isFree ? [] : settlementOf(index, { booking, worked, before: ledger, at })
  const next: Booking = { ...booking, status: 'reconciled', closedAt: at }
  const to = [lenderOf(index, booking), receiverOf(booking)]
  const hasNews = booking.status !== 'reconciled' || entries.length > 0
  return {
    changes: [putBooking(next)],
    ledger: entries,
    notices: hasNews ? [noticeOf('reconciled', next, { halfDays: worked, to })] : [],
  }
}

/** The half-days that both say were worked; undefined as long as they do not say the same. */
function agreedOn({
  lender,
  receiver,
}: { readonly [Side in StatementSide]?: WorkStatement | undefined }): readonly HalfDay[] | undefined {
  return lender !== undefined && receiver !== undefined && lender.halfDays.join() === receiver.halfDays.join()
    ? lender.halfDays
    : undefined
}
