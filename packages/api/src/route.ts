import { createRoute, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import { type Action, policy } from '@vertretbar/domain/access-policy'
import { createMiddleware } from 'hono/factory'
import { namesItsKind, readsJson } from './json-body.ts'
import { refusal } from './problem.ts'
import type { ApiEnv } from './session.ts'

/** A route and the right that it takes; who has it nowhere learns nothing, not even whether there is anything. */
// oxlint-disable-next-line no-unnecessary-type-parameters -- it keeps the address a literal, which names its parameters
export const guarded = <const Path extends string, Config extends Omit<RouteConfig, 'path'> & { readonly path: Path }>(
  action: Action,
  config: Config,
) =>
  createRoute({
    ...config,
    'x-action': action,
    security: [{ login: [] }],
    middleware: [permitted(action), ...readingOf(config)] as const,
  })

/** How the body of a route is read: JSON by its text, any other kind by the route itself. */
function readingOf({ request }: Pick<RouteConfig, 'request'>) {
  const kinds = Object.keys(request?.body?.content ?? {})
  if (kinds.length === 0) return []
  return [kinds.every((kind) => kind === 'application/json') ? readsJson : namesItsKind]
}

const permitted = (action: Action) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    if (!c.get('session').access.mayAtAll(action)) throw refusal(c, 'forbidden')
    return next()
  })

/** The right that a route takes; undefined where it takes none. */
export function actionOf(route: object): Action | undefined {
  const { 'x-action': action } = { 'x-action': undefined, ...route }
  return isAction(action) ? action : undefined
}

const isAction = (name: unknown): name is Action => typeof name === 'string' && Object.hasOwn(policy, name)

/** Throws unless every route of the members' part is in the access policy: one that nobody thought of must not start. */
export function refuseUnguarded(app: OpenAPIHono<ApiEnv>): void {
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue
    const { method, path } = definition.route
    if (actionOf(definition.route) === undefined)
      throw new Error(`${method.toUpperCase()} ${path} is not in the access policy`)
  }
}
