import type { ApiContext } from '@vertretbar/api/context'
import type { TestIssuer } from './issuer.ts'

/** What lets those in who come with a token of a test's issuer, however often they ask. */
export const doorOf = (issuer: TestIssuer): Pick<ApiContext, 'authenticate' | 'signIn' | 'limit' | 'log'> => ({
  authenticate: issuer.authenticate,
  signIn: issuer.signIn,
  limit: () => Promise.resolve(undefined),
  log: () => undefined,
})
