import { OpenAPIHono } from '@hono/zod-openapi'
import { availability } from './availability.ts'
import type { ApiContext } from './context.ts'
import { gaps } from './gaps.ts'
import { health } from './health.ts'
import { plans } from './plans.ts'
import { problem, problemOf } from './problem.ts'
import { region } from './region.ts'

/** What may be asked without signing in: whether the service answers. */
export function publicApp(report: (error: unknown) => void): OpenAPIHono {
  const app = new OpenAPIHono()
  app.route('/', health)
  app.notFound((c) => problem(c, 'not-found'))
  app.onError((error, c) => problemOf(c, error, report))
  return app
}

/** The whole HTTP API of one region. Knows HTTP, not where it runs; whoever serves it decides who may reach it. */
export function createApp(context: ApiContext): OpenAPIHono {
  const app = publicApp(context.report)
  app.route('/', region(context))
  app.route('/', availability(context))
  app.route('/', gaps(context))
  app.route('/', plans(context))
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Vertretbar', version: '1' } })
  return app
}
