import { accessOf } from '@vertretbar/domain/access'
import { Id } from '@vertretbar/domain/identifier'
import { AskedBookings, requestsFor, requestsOfPlan } from '@vertretbar/usecases/asked-bookings'
import {
  BookingFilter,
  BookingsView,
  BookingView,
  bookingsView,
  bookingView,
  visibleBooking,
} from '@vertretbar/usecases/booking-view'
import type { OpenCommand } from '@vertretbar/usecases/execute'
import { planJob } from '@vertretbar/usecases/plan-job'
import { mayReadJob } from '@vertretbar/usecases/plan-view'
import type { Snapshot } from '@vertretbar/usecases/ports'
import type { Viewer } from '@vertretbar/usecases/viewer'
import * as z from 'zod'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { carryOut, KeyHeader } from './order.ts'
import { Next, PageQuery, pageOf } from './page.ts'
import { problemResponses, refusal } from './problem.ts'
import { guarded } from './route.ts'
import { type ApiRequest, router } from './session.ts'
import { answerFrom } from './snapshot.ts'

const BookingQuery = BookingFilter.extend(PageQuery.shape)
const BookingPage = BookingsView.unwrap().extend({ next: Next }).readonly().meta({ id: 'BookingPage' })

/** Which booking an address means. */
export const BookingPath = z.strictObject({ id: Id })

const postBookings = guarded('ask-for-cover', {
  method: 'post',
  path: '/v1/bookings',
  summary: 'Asks for cover: one proposal, or several of which all are stored or none',
  request: {
    headers: KeyHeader,
    body: { required: true, content: { 'application/json': { schema: AskedBookings } } },
  },
  responses: {
    201: {
      description: 'The requests, in the order of the proposals.',
      content: { 'application/json': { schema: BookingsView } },
    },
    ...problemResponses(
      'malformed-json',
      'not-found',
      'barred',
      'body-too-large',
      'unsupported-media-type',
      'invalid',
      'key-of-another',
    ),
  },
})

const getBookings = guarded('read-bookings', {
  method: 'get',
  path: '/v1/bookings',
  summary: 'Requests and covers, live and ended',
  request: { query: BookingQuery },
  responses: {
    200: { description: 'The bookings as of today.', content: { 'application/json': { schema: BookingPage } } },
    304: { description: 'The caller has it already.' },
    ...problemResponses('invalid'),
  },
})

const getBooking = guarded('read-bookings', {
  method: 'get',
  path: '/v1/bookings/{id}',
  summary: 'One request or cover, with all that became of it',
  request: { params: BookingPath },
  responses: {
    200: { description: 'The booking as of today.', content: { 'application/json': { schema: BookingView } } },
    304: { description: 'The caller has it already.' },
    ...problemResponses('not-found', 'invalid'),
  },
})

/** The requests that are meant, found in the very state that they are decided on; a plan must be one of whoever asks. */
async function requested(c: ApiRequest, { ports }: ApiContext, asked: AskedBookings): Promise<OpenCommand> {
  const session = c.get('session')
  const on = (snapshot: Snapshot): Viewer => ({
    snapshot,
    access: accessOf(snapshot.index, session.actor, session.today),
    now: session.now,
  })
  if (!('plan' in asked))
    return { kind: 'request-bookings', asked, resolve: (snapshot) => requestsFor(on(snapshot), asked) }
  const job = await planJob(ports, session.region, asked.plan)
  if (job?.plan === undefined || !mayReadJob(session, job)) throw refusal(c, 'not-found')
  const { plan, explanation } = job
  return {
    kind: 'request-bookings',
    asked,
    resolve: (snapshot) => requestsOfPlan(on(snapshot), { plan, explanation }, asked),
  }
}

/** `POST /v1/bookings`, `GET /v1/bookings` and `GET /v1/bookings/{id}`. */
export const bookings = (context: ApiContext) =>
  router()
    .openapi(
      postBookings,
      async (c) => {
        const { outcome, ...after } = await carryOut(c, context, await requested(c, context, c.req.valid('json')))
        const { version, bookings: all } = bookingsView(after, {})
        const made = outcome.bookings.flatMap((id) => all.find((booking) => booking.id === id) ?? [])
        const [first] = made
        if (first !== undefined && made.length === 1) c.header('Location', `/v1/bookings/${first.id}`)
        return c.json({ version, bookings: made }, 201)
      },
      refuseInvalid({ json: AskedBookings, header: KeyHeader }),
    )
    .openapi(
      getBookings,
      (c) =>
        answerFrom(c, (session) => {
          const { cursor, limit, ...filter } = c.req.valid('query')
          const { version, bookings: all } = bookingsView(session, filter)
          const { items, next } = pageOf(all, { cursor, limit })
          return { version, bookings: items, ...(next !== undefined && { next }) }
        }),
      refuseInvalid({ query: BookingQuery }),
    )
    .openapi(
      getBooking,
      (c) =>
        answerFrom(c, (session) => {
          const booking = visibleBooking(session, c.req.valid('param').id)
          if (booking === undefined) throw refusal(c, 'not-found')
          return bookingView(session.snapshot, booking, session.now)
        }),
      refuseInvalid({ param: BookingPath }),
    )
