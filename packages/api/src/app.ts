import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { requestId } from 'hono/request-id'
import { routePath } from 'hono/route'
import { absenceWrites } from './absence-writes.ts'
import { absences } from './absences.ts'
import { availability } from './availability.ts'
import { bookingAnswers } from './booking-answers.ts'
import { bookings } from './bookings.ts'
import type { ApiContext, Report } from './context.ts'
import { dataProtection } from './data-protection.ts'
import { erasures } from './erasures.ts'
import { gapMarks } from './gap-marks.ts'
import { gaps } from './gaps.ts'
import { handOvers } from './hand-overs.ts'
import { health } from './health.ts'
import { ledger } from './ledger.ts'
import { myData } from './my-data.ts'
import { plans } from './plans.ts'
import { problem, problemOf } from './problem.ts'
import { region } from './region.ts'
import { refuseUnguarded } from './route.ts'
import { type ApiEnv, admitted, authenticated, router } from './session.ts'
import { signIn } from './sign-in.ts'

/** What may be asked without signing in: whether the service answers. Every answer carries the id of its request. */
export function publicApp(report: Report): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.use(requestId())
  app.route('/', health)
  app.notFound((c) => unknownAddress(c, app))
  app.onError((error, c) => problemOf(c, error, (cause) => report(cause, c.get('requestId'))))
  return app
}

const mostBytes = 1_000_000

/** The whole HTTP API. Knows HTTP, not where it runs; throws if one of its routes is not in the access policy. */
export function createApp(context: ApiContext): OpenAPIHono<ApiEnv> {
  const app = publicApp(context.report)
  app.use(logged(context))
  app.use('/v1/*', bodyLimit({ maxSize: mostBytes, onError: (c) => problem(c, 'body-too-large') }))
  app.route('/', signIn(context))
  const members = membersApp(context)
  refuseUnguarded(members)
  app.use('/v1/*', authenticated(context), admitted(context))
  app.route('/', members)
  app.openAPIRegistry.registerComponent('securitySchemes', 'login', {
    type: 'openIdConnect',
    openIdConnectUrl: `${context.signIn.issuer}/.well-known/openid-configuration`,
  })
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Vertretbar', version: '1' } })
  return app
}

/** What only members may ask, each route with the right that it takes. */
function membersApp(context: ApiContext): OpenAPIHono<ApiEnv> {
  const app = router()
  app.route('/', region)
  app.route('/', availability)
  app.route('/', gaps)
  app.route('/', gapMarks(context))
  app.route('/', plans(context))
  app.route('/', bookings(context))
  app.route('/', bookingAnswers(context))
  app.route('/', handOvers(context))
  app.route('/', absences(context))
  app.route('/', absenceWrites(context))
  app.route('/', ledger(context))
  app.route('/', erasures(context))
  app.route('/', myData(context))
  app.route('/', dataProtection)
  return app
}

/** Logs each request when it is answered, by the pattern of its address. */
const logged =
  ({ log }: ApiContext) =>
  async (c: Context<ApiEnv>, next: () => Promise<void>): Promise<void> => {
    const began = performance.now()
    await next()
    log({
      requestId: c.get('requestId'),
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      milliseconds: Math.round(performance.now() - began),
      member: c.var.session?.member.id,
    })
  }

/** An address that is none, or one that takes other methods: then it says which. */
function unknownAddress(c: Context<ApiEnv>, { routes }: OpenAPIHono<ApiEnv>): Response {
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
