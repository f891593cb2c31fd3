import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { absenceWrites } from './absence-writes.ts'
import { absences } from './absences.ts'
import { availability } from './availability.ts'
import { bookingAnswers } from './booking-answers.ts'
import { bookings } from './bookings.ts'
import type { ApiContext } from './context.ts'
import { gapMarks } from './gap-marks.ts'
import { gaps } from './gaps.ts'
import { handOvers } from './hand-overs.ts'
import { health } from './health.ts'
import { ledger } from './ledger.ts'
import { plans } from './plans.ts'
import { problem, problemOf } from './problem.ts'
import { region } from './region.ts'

/** What may be asked without signing in: whether the service answers. */
export function publicApp(report: (error: unknown) => void): OpenAPIHono {
  const app = new OpenAPIHono()
  app.route('/', health)
  app.notFound((c) => unknownAddress(c, app))
  app.onError((error, c) => problemOf(c, error, report))
  return app
}

const mostBytes = 1_000_000

/** The whole HTTP API of one region. Knows HTTP, not where it runs; whoever serves it decides who may reach it. */
export function createApp(context: ApiContext): OpenAPIHono {
  const app = publicApp(context.report)
  app.use('/v1/*', bodyLimit({ maxSize: mostBytes, onError: (c) => problem(c, 'body-too-large') }))
  app.route('/', region(context))
  app.route('/', availability(context))
  app.route('/', gaps(context))
  app.route('/', gapMarks(context))
  app.route('/', plans(context))
  app.route('/', bookings(context))
  app.route('/', bookingAnswers(context))
  app.route('/', handOvers(context))
  app.route('/', absences(context))
  app.route('/', absenceWrites(context))
  app.route('/', ledger(context))
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Vertretbar', version: '1' } })
  return app
}

/** An address that is none, or one that takes other methods: then it says which. */
function unknownAddress(c: Context, { routes }: OpenAPIHono): Response {
  const path = c.req.path.split('/')
  const methods = routes
    .filter((route) => isAt(route.path.split('/'), path))
    .map(({ method }) => method)
    .filter((method) => method !== 'ALL')
  if (methods.length === 0) return problem(c, 'not-found')
  c.header(
    'Allow',
    [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].join(', '),
  )
  return problem(c, 'method-not-allowed')
}

const isAt = (route: readonly string[], path: readonly string[]): boolean =>
  route.length === path.length && route.every((part, index) => part.startsWith(':') || part === path[index])
