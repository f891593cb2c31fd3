import type { Action } from '@vertretbar/domain/access-policy'
import type { Command } from '@vertretbar/domain/command'
import { Consent } from '@vertretbar/domain/command/consent'
import { RecallBooking } from '@vertretbar/domain/command/leave-booking'
import { ReconcileBooking } from '@vertretbar/domain/command/reconcile-booking'
import { RefuseBooking } from '@vertretbar/domain/command/refuse-booking'
import { BookingView, bookingView, visibleBooking } from '@vertretbar/usecases/booking-view'
import * as z from 'zod'
import { BookingPath } from './bookings.ts'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { carryOut, KeyHeader } from './order.ts'
import { problemResponses, refusal } from './problem.ts'
import { guarded } from './route.ts'
import { type ApiRequest, router } from './session.ts'

const said = { kind: true, booking: true } as const
const AskedConsent = Consent.unwrap().omit(said).readonly().meta({ id: 'AskedConsent' })
const AskedRefusal = RefuseBooking.unwrap().omit(said).readonly().meta({ id: 'AskedRefusal' })
const AskedRecall = RecallBooking.unwrap().omit(said).readonly().meta({ id: 'AskedRecall' })
const AskedReconciliation = ReconcileBooking.unwrap().omit(said).readonly().meta({ id: 'AskedReconciliation' })
const AskedWithdrawal = z.strictObject({}).readonly().meta({ id: 'AskedWithdrawal' })

/** What people answer to a booking: each a post of its own, by the name of what it makes of the booking. */
const answer = <Body extends z.ZodType, Path extends string>(
  action: Action,
  path: Path,
  { summary, body }: { readonly summary: string; readonly body: Body },
) =>
  guarded(action, {
    method: 'post',
    path: `/v1/bookings/{id}/${path}`,
    summary,
    request: {
      params: BookingPath,
      headers: KeyHeader,
      body: { required: true, content: { 'application/json': { schema: body } } },
    },
    responses: {
      200: { description: 'The booking afterwards.', content: { 'application/json': { schema: BookingView } } },
      ...problemResponses(
        'malformed-json',
        'not-found',
        'barred',
        'wrong-status',
        'consent-given',
        'no-lender',
        'expired',
        'all-begun',
        'unsupported-media-type',
        'invalid',
        'not-booked',
        'key-of-another',
      ),
    },
  })

const postConsent = answer('answer-request', 'consents', {
  summary: 'Agrees to a request, or to some of its half-days',
  body: AskedConsent,
})
const postRefusal = answer('answer-request', 'refusals', {
  summary: 'Declines a request; no reason is asked for',
  body: AskedRefusal,
})
const postWithdrawal = answer('take-back-request', 'withdrawals', {
  summary: 'Takes back a request, or what has not begun of a cover',
  body: AskedWithdrawal,
})
const postRecall = answer('answer-request', 'recalls', {
  summary: 'Takes back consent for what has not begun of a cover',
  body: AskedRecall,
})
const postReconciliation = answer('state-work', 'reconciliations', {
  summary: 'Says which half-days were really worked; settles once both sides say the same',
  body: AskedReconciliation,
})

const afterwards = async (c: ApiRequest, context: ApiContext, command: Command & { readonly booking: string }) => {
  const after = await carryOut(c, context, command)
  const booking = visibleBooking(after, command.booking)
  if (booking === undefined) throw refusal(c, 'not-found')
  return c.json(bookingView(after.snapshot, booking, after.now), 200)
}

/** `POST /v1/bookings/{id}/consents`, `…/refusals`, `…/withdrawals`, `…/recalls` and `…/reconciliations`. */
export const bookingAnswers = (context: ApiContext) =>
  router()
    .openapi(
      postConsent,
      (c) => afterwards(c, context, { kind: 'consent', booking: c.req.valid('param').id, ...c.req.valid('json') }),
      refuseInvalid({ param: BookingPath, json: AskedConsent, header: KeyHeader }),
    )
    .openapi(
      postRefusal,
      (c) =>
        afterwards(c, context, { kind: 'refuse-booking', booking: c.req.valid('param').id, ...c.req.valid('json') }),
      refuseInvalid({ param: BookingPath, json: AskedRefusal, header: KeyHeader }),
    )
    .openapi(
      postWithdrawal,
      (c) => afterwards(c, context, { kind: 'withdraw-booking', booking: c.req.valid('param').id }),
      refuseInvalid({ param: BookingPath, json: AskedWithdrawal, header: KeyHeader }),
    )
    .openapi(
      postRecall,
      (c) =>
        afterwards(c, context, { kind: 'recall-booking', booking: c.req.valid('param').id, ...c.req.valid('json') }),
      refuseInvalid({ param: BookingPath, json: AskedRecall, header: KeyHeader }),
    )
    .openapi(
      postReconciliation,
      (c) =>
        afterwards(c, context, { kind: 'reconcile-booking', booking: c.req.valid('param').id, ...c.req.valid('json') }),
      refuseInvalid({ param: BookingPath, json: AskedReconciliation, header: KeyHeader }),
    )
