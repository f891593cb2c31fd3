/** Where the local provider lies on the installation's own server. */
export const providerPath = '/oidc'

/**
 * The name of the local provider. It says no port: people are known by issuer and subject, and stay who they are when
 * the installation is started at another port.
 */
export const localIssuer = 'http://localhost/oidc'

/** For whom its tokens are; a name, not an address (RFC 2606 § 2). */
export const localAudience = 'https://vertretbar.invalid/api'

/** What a token allows. */
export const localScope = 'vertretbar'

/** The page, as a client of the provider. */
export const localClient = 'vertretbar-web'

/** Where the page gets its answers from a provider; an external one has to know both addresses. */
export const returnPaths = { signedIn: '/anmeldung', signedOut: '/abgemeldet' } as const
