import { RequestBookings } from '@vertretbar/domain/command/request-bookings'
import { Id } from '@vertretbar/domain/identifier'
import { BookingFilter, BookingsView, BookingView, bookingsView, bookingView } from '@vertretbar/usecases/booking-view'
import * as z from 'zod'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { carryOut, KeyHeader } from './order.ts'
import { Next, PageQuery, pageOf } from './page.ts'
import { problemResponses, refusal } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'
import { answerFrom } from './snapshot.ts'

const AskedBookings = RequestBookings.unwrap().omit({ kind: true }).readonly().meta({ id: 'AskedBookings' })

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

/** `POST /v1/bookings`, `GET /v1/bookings` and `GET /v1/bookings/{id}`. */
export const bookings = (context: ApiContext) =>
  router()
    .openapi(
      postBookings,
      async (c) => {
        const command = { kind: 'request-bookings' as const, ...c.req.valid('json') }
        const { outcome, snapshot } = await carryOut(c, context, command)
        const { version, bookings: all } = bookingsView(snapshot, {}, context.ports.now())
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
        answerFrom(c, ({ snapshot, now }) => {
          const { cursor, limit, ...filter } = c.req.valid('query')
          const { version, bookings: all } = bookingsView(snapshot, filter, now)
          const { items, next } = pageOf(all, { cursor, limit })
          return { version, bookings: items, ...(next !== undefined && { next }) }
        }),
      refuseInvalid({ query: BookingQuery }),
    )
    .openapi(
      getBooking,
      (c) =>
        answerFrom(c, ({ snapshot, now }) => {
          const booking = snapshot.region.bookings.find(({ id }) => id === c.req.valid('param').id)
          if (booking === undefined) throw refusal(c, 'not-found')
          return bookingView(snapshot, booking, now)
        }),
      refuseInvalid({ param: BookingPath }),
    )
