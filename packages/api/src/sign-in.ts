import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import type { ApiContext } from './context.ts'
import { router } from './session.ts'

const Address = z.url().max(500)
/** What OAuth takes in names (RFC 6749, appendix A). */
const Visible = z.string().regex(/^[ -~]*$/)

/** A whole address, or a path at the server that tells it, whatever that is called by who asks. */
const Endpoint = z
  .string()
  .max(500)
  .regex(/^(?:https?:\/\/|\/(?!\/))/)

/** Where and how people sign in: an OpenID Connect provider and its client for the page (code flow with PKCE). */
export const SignIn = z
  .strictObject({
    issuer: Address,
    authorizationEndpoint: Endpoint,
    tokenEndpoint: Endpoint,
    endSessionEndpoint: Endpoint,
    clientId: Visible.min(1).max(200),
    scope: Visible.max(500),
    /** For whom tokens are asked (RFC 8707); missing where the provider takes none. */
    resource: Address.optional(),
  })
  .readonly()
  .meta({ id: 'SignIn' })
export type SignIn = z.infer<typeof SignIn>

const getSignIn = createRoute({
  method: 'get',
  path: '/sign-in',
  summary: 'Where and how people sign in',
  responses: { 200: { description: 'The provider.', content: { 'application/json': { schema: SignIn } } } },
})

/** `GET /sign-in`: public, for a page must know it before anybody has signed in. */
export const signIn = ({ signIn: known }: Pick<ApiContext, 'signIn'>) =>
  router().openapi(getSignIn, (c) => c.json(known, 200, { 'Cache-Control': 'no-cache' }))
