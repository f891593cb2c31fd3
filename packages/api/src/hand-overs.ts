import { AssignmentPage, assignmentPageOf } from '@vertretbar/domain/assignment-page'
import type { Booking } from '@vertretbar/domain/booking'
import { NoteHandOver } from '@vertretbar/domain/command/note-hand-over'
import { HandOver } from '@vertretbar/domain/hand-over'
import { visibleBooking } from '@vertretbar/usecases/booking-view'
import { handOverView } from '@vertretbar/usecases/hand-over-view'
import type { Viewer } from '@vertretbar/usecases/viewer'
import type { Context } from 'hono'
import { BookingPath } from './bookings.ts'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { carryOut, KeyHeader } from './order.ts'
import { problemResponses, refusal } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'
import { answerFrom } from './snapshot.ts'

const NotedHandOver = NoteHandOver.unwrap().shape.handOver.meta({ id: 'NotedHandOver' })

const getHandOver = guarded('read-bookings', {
  method: 'get',
  path: '/v1/bookings/{id}/hand-over',
  summary: 'What is to be settled before somebody covers, and what of it is',
  request: { params: BookingPath },
  responses: {
    200: { description: 'The list.', content: { 'application/json': { schema: HandOver } } },
    304: { description: 'The caller has it already.' },
    ...problemResponses('not-found', 'invalid'),
  },
})

const putHandOver = guarded('note-hand-over', {
  method: 'put',
  path: '/v1/bookings/{id}/hand-over',
  summary: 'Notes what of the list is settled, in place of what was noted before',
  request: {
    params: BookingPath,
    headers: KeyHeader,
    body: { required: true, content: { 'application/json': { schema: NotedHandOver } } },
  },
  responses: {
    200: { description: 'The list afterwards.', content: { 'application/json': { schema: HandOver } } },
    ...problemResponses(
      'malformed-json',
      'not-found',
      'wrong-status',
      'unsupported-media-type',
      'invalid',
      'key-of-another',
    ),
  },
})

const getAssignment = guarded('read-bookings', {
  method: 'get',
  path: '/v1/bookings/{id}/assignment',
  summary: 'What the printed assignment of a cover says',
  request: { params: BookingPath },
  responses: {
    200: { description: 'The assignment.', content: { 'application/json': { schema: AssignmentPage } } },
    304: { description: 'The caller has it already.' },
    ...problemResponses('not-found', 'invalid'),
  },
})

function bookingFor(c: Context, viewer: Viewer, id: string): Booking {
  const booking = visibleBooking(viewer, id)
  if (booking === undefined) throw refusal(c, 'not-found')
  return booking
}

/** `GET` and `PUT /v1/bookings/{id}/hand-over`, `GET /v1/bookings/{id}/assignment`. */
export const handOvers = (context: ApiContext) =>
  router()
    .openapi(
      getHandOver,
      (c) => answerFrom(c, (session) => handOverView(session, bookingFor(c, session, c.req.valid('param').id))),
      refuseInvalid({ param: BookingPath }),
    )
    .openapi(
      putHandOver,
      async (c) => {
        const { id } = c.req.valid('param')
        const command = { kind: 'note-hand-over' as const, booking: id, handOver: c.req.valid('json') }
        const after = await carryOut(c, context, command)
        return c.json(handOverView(after, bookingFor(c, after, id)), 200)
      },
      refuseInvalid({ param: BookingPath, json: NotedHandOver, header: KeyHeader }),
    )
    .openapi(
      getAssignment,
      (c) =>
        answerFrom(c, (session) =>
          assignmentPageOf(session.snapshot.index, bookingFor(c, session, c.req.valid('param').id)),
        ),
      refuseInvalid({ param: BookingPath }),
    )
