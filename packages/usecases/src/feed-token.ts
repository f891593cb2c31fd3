import { randomBytes } from 'node:crypto'
import { sha256 } from './audit-chain.ts'

/** The token of a calendar feed, told once to whose it is, and the digest by which it is known. */
export function newFeedToken(): { readonly token: string; readonly digest: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, digest: sha256(token) }
}

/** The digest by which a token is known; undefined for what was never made as one. */
export const digestOfToken = (token: string): string | undefined =>
  /^[\w-]{43}$/.test(token) ? sha256(token) : undefined
