import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Issuer } from '@vertretbar/api/auth'
import type { SignIn } from '@vertretbar/api/sign-in'
import { createLocalJWKSet } from 'jose'
import {
  type ClientMetadata,
  type Configuration,
  errors,
  interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
} from 'oidc-provider'
import { localAudience, localClient, localIssuer, localScope, providerPath, returnPaths } from './local-issuer.ts'
import { type LoginSetting, loginPages } from './login-pages.ts'
import { memoryAdapters } from './memory-adapter.ts'
import { faultPage, logoutPage } from './page-text.ts'
import { type ProviderKeys, providerKeys, publicKey } from './provider-keys.ts'

/** Answers what is asked below `/oidc`. */
export type Handle = (incoming: IncomingMessage, outgoing: ServerResponse) => void

/** The OpenID Connect provider of a local installation: what it answers, and what others have to know of it. */
export interface LocalProvider {
  readonly handle: Handle
  readonly issuer: Issuer
  readonly signIn: SignIn
}

/** What the provider is told by the installation. */
export interface ProviderSetting extends LoginSetting {
  readonly keysFile: string
  /** How long an access token holds. */
  readonly tokenSeconds: number
}

/** Makes the provider; it asks for no password, so it serves this machine alone. */
export async function localProvider(setting: ProviderSetting): Promise<LocalProvider> {
  const keys = await providerKeys(setting.keysFile)
  const provider = new Provider(localIssuer, configuration(keys, setting.tokenSeconds))
  provider.on('server_error', (_, error) => setting.report(error))
  const answer = provider.callback()
  const pages = loginPages(provider, setting)
  return {
    handle: (incoming, outgoing) => {
      outgoing.setHeader('Content-Security-Policy', contentPolicy)
      // A form of a page without a referrer hides where it comes from, and such requests the server turns away.
      outgoing.setHeader('Referrer-Policy', 'same-origin')
      outgoing.setHeader('X-Content-Type-Options', 'nosniff')
      const page = pages(incoming, outgoing)
      if (page !== undefined) void page.catch(setting.report)
      else void answer(...mounted(incoming, outgoing)).catch(setting.report)
    },
    issuer: {
      issuer: localIssuer,
      keys: createLocalJWKSet({ keys: [publicKey(keys.signing)] }),
      for: { audience: localAudience },
      scope: localScope,
    },
    signIn: {
      issuer: localIssuer,
      authorizationEndpoint: `${providerPath}/auth`,
      tokenEndpoint: `${providerPath}/token`,
      endSessionEndpoint: `${providerPath}/session/end`,
      clientId: localClient,
      scope: `openid ${localScope}`,
      resource: localAudience,
    },
  }
}

/** The provider adds the digest of the one script that it writes itself: it wants `script-src` to be there. */
const contentPolicy =
  "default-src 'self'; script-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"

/** The provider believes that it lies at the root, and learns from the original address where it really does. */
function mounted(incoming: IncomingMessage, outgoing: ServerResponse): [IncomingMessage, ServerResponse] {
  const originalUrl = incoming.url ?? ''
  return [Object.assign(incoming, { originalUrl, url: originalUrl.slice(providerPath.length) || '/' }), outgoing]
}

const hour = 3600

/** People work that long without logging in again, if they do not close the browser. */
const sessionSeconds = 10 * hour

const configuration = (keys: ProviderKeys, tokenSeconds: number): Configuration => ({
  adapter: memoryAdapters(),
  jwks: { keys: [keys.signing] },
  cookies: { keys: [keys.cookies] },
  clients: [page],
  scopes: ['openid'],
  claims: { openid: ['sub'] },
  findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  // The page lies at the same origin; pages from elsewhere the server has turned away already.
  clientBasedCORS: (ctx, origin) => origin === ctx.origin,
  issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
  interactions: { url: (_, { uid }) => `${providerPath}/interaction/${uid}`, policy: withoutConsent() },
  loadExistingGrant,
  renderError: (ctx) => {
    ctx.type = 'html'
    ctx.body = faultPage(ctx.acceptsLanguages('de', 'en') === 'en' ? 'en' : 'de')
  },
  features: {
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => localAudience,
      useGrantedResource: () => true,
      getResourceServerInfo: (_, resource) => {
        if (resource !== localAudience) throw new errors.InvalidTarget()
        return {
          scope: localScope,
          audience: localAudience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: tokenSeconds,
          jwt: { sign: { alg: 'ES256' } },
        }
      },
    },
    rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
  },
  ttl: {
    AccessToken: tokenSeconds,
    AuthorizationCode: 60,
    Grant: sessionSeconds,
    IdToken: hour,
    Interaction: hour,
    RefreshToken: sessionSeconds,
    Session: sessionSeconds,
  },
})

const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

/** To a native client any port of the loopback is allowed (RFC 8252 § 7.3): ours is known only when it is taken. */
const page: ClientMetadata = {
  client_id: localClient,
  application_type: 'native',
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  id_token_signed_response_alg: 'ES256',
  redirect_uris: loopbackNames.map((name) => `http://${name}${returnPaths.signedIn}`),
  post_logout_redirect_uris: loopbackNames.map((name) => `http://${name}${returnPaths.signedOut}`),
}

/** The page is our own: nobody is asked whether it may know who they are. */
function withoutConsent() {
  const policy = interactionPolicy.base()
  policy.remove('consent')
  return policy
}

async function loadExistingGrant({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc
  if (client === undefined || session?.accountId === undefined) return undefined
  const known = session.grantIdFor(client.clientId)
  const found = known === undefined ? undefined : await provider.Grant.find(known)
  if (found !== undefined) return found
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid')
  grant.addResourceScope(localAudience, localScope)
  await grant.save()
  return grant
}

/** Whoever comes from the page with its proof of the login has asked there already; all others are asked here. */
function logoutSource(ctx: KoaContextWithOIDC, form: string): void {
  const hasAsked = ctx.oidc.entities.IdTokenHint !== undefined
  ctx.body = logoutPage(form, { hasAsked, language: ctx.acceptsLanguages('de', 'en') === 'en' ? 'en' : 'de' })
}

function postLogoutSuccessSource(ctx: KoaContextWithOIDC): void {
  ctx.redirect(returnPaths.signedOut)
}
