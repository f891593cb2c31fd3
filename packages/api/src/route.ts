import { createRoute, type OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import { type Action, policy } from '@vertretbar/domain/access-policy'
import { createMiddleware } from 'hono/factory'
import { refusal } from './problem.ts'
import type { ApiEnv } from './session.ts'

/** A route and the right that it takes; who has it nowhere learns nothing, not even whether there is anything. */
export const guarded = <const Path extends string, Config extends Omit<RouteConfig, 'path'> & { readonly path: Path }>(
  action: Action,
  config: Config,
) =>
  createRoute({
    ...config,
    'x-action': action,
    security: [{ login: [] }],
    middleware: [permitted(action)] as const,
  })

const permitted = (action: Action) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    if (!c.get('session').access.mayAtAll(action)) throw refusal(c, 'forbidden')
    return next()
  })

/** Throws unless every route of the members' part is in the access policy: one that nobody thought of must not start. */
export function refuseUnguarded(app: OpenAPIHono<ApiEnv>): void {
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue
    const { method, path, 'x-action': action } = { 'x-action': undefined, ...definition.route }
    if (typeof action !== 'string' || !Object.hasOwn(policy, action))
      throw new Error(`${method.toUpperCase()} ${path} is not in the access policy`)
  }
}
