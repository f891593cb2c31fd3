import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { except } from 'hono/combine'
import { requestId } from 'hono/request-id'
import { matchedRoutes } from 'hono/route'
import { absenceWrites } from './absence-writes.ts'
import { absences } from './absences.ts'
import { audit } from './audit.ts'
import { availability } from './availability.ts'
import { bookingAnswers } from './booking-answers.ts'
import { bookings } from './bookings.ts'
import { calendar } from './calendar.ts'
import { candidates } from './candidates.ts'
import type { ApiContext, Report } from './context.ts'
import { dataProtection } from './data-protection.ts'
import { erasures } from './erasures.ts'
import { exportRoutes } from './exports.ts'
import { feeds } from './feeds.ts'
import { gapMarks } from './gap-marks.ts'
import { gaps } from './gaps.ts'
import { handOvers } from './hand-overs.ts'
import { health } from './health.ts'
import { imports } from './imports.ts'
import { ledger } from './ledger.ts'
import { masterData } from './master-data.ts'
import { me } from './me.ts'
import { memberWrites } from './member-writes.ts'
import { members } from './members.ts'
import { membership } from './membership.ts'
import { myData } from './my-data.ts'
import { openApiOf } from './openapi.ts'
import { plans } from './plans.ts'
import { previews } from './previews.ts'
import { problem, problemOf } from './problem.ts'
import { region } from './region.ts'
import { regionSettings } from './region-settings.ts'
import { refuseUnguarded } from './route.ts'
import { type ApiEnv, admitted, answersPrivately, authenticated, router } from './session.ts'
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
/** A file of a whole region is larger than anything else that is sent. */
const mostImportedBytes = 5_000_000

/** The whole HTTP API. Knows HTTP, not where it runs; throws if one of its routes is not in the access policy. */
export function createApp(context: ApiContext): OpenAPIHono<ApiEnv> {
  const app = publicApp(context.report)
  app.use(logged(context))
  app.use('/v1/*', answersPrivately)
  app.use(except('/v1/imports', limitOf(mostBytes)))
  app.use('/v1/imports', limitOf(mostImportedBytes))
  app.route('/', signIn(context))
  const inner = membersApp(context)
  refuseUnguarded(inner)
  app.use('/v1/*', authenticated(context))
  app.route('/', membership(context))
  app.use('/v1/*', admitted(context))
  app.route('/', inner)
  app.route('/', calendar(context))
  app.openAPIRegistry.registerComponent('securitySchemes', 'login', {
    type: 'openIdConnect',
    openIdConnectUrl: `${context.signIn.issuer}/.well-known/openid-configuration`,
    description: 'An access token of the provider; who somebody is here, the members of the region say.',
  })
  const document = openApiOf(app)
  app.get('/openapi.json', (c) => c.json(document, 200, { 'Cache-Control': 'no-cache' }))
  return app
}

const limitOf = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => problem(c, 'body-too-large') })

/** What only members may ask, each route with the right that it takes. */
function membersApp(context: ApiContext): OpenAPIHono<ApiEnv> {
  const app = router()
  app.route('/', me)
  app.route('/', region)
  app.route('/', availability)
  app.route('/', gaps)
  app.route('/', gapMarks(context))
  app.route('/', candidates)
  app.route('/', plans(context))
  app.route('/', bookings(context))
  app.route('/', bookingAnswers(context))
  app.route('/', handOvers(context))
  app.route('/', absences(context))
  app.route('/', absenceWrites(context))
  app.route('/', ledger(context))
  app.route('/', regionSettings(context))
  app.route('/', masterData(context))
  app.route('/', previews(context))
  app.route('/', members)
  app.route('/', memberWrites(context))
  app.route('/', feeds(context))
  app.route('/', imports(context))
  app.route('/', exportRoutes())
  app.route('/', audit(context))
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
      route: patternOf(c),
      status: c.res.status,
      milliseconds: Math.round(performance.now() - began),
      member: c.var.session?.member.id,
    })
  }

/** The pattern of what answered; of what is no route, that of whatever turned it away. */
function patternOf(c: Context<ApiEnv>): string {
  const matched = matchedRoutes(c)
  return (matched.findLast(({ method }) => method !== 'ALL') ?? matched.at(-1))?.path ?? ''
}

/** An address that is none, or one that takes other methods: then it says which, as it does when asked (OPTIONS). */
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
  return c.req.method === 'OPTIONS' ? c.body(null, 204) : problem(c, 'method-not-allowed')
}

const isAt = (route: readonly string[], path: readonly string[]): boolean =>
  route.length === path.length &&
  route.every((part, index) => (part.startsWith(':') ? path[index] !== '' : part === path[index]))
