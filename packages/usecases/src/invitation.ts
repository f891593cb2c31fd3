import { randomBytes } from 'node:crypto'
import { sha256 } from './audit-chain.ts'

/** The code of a new invitation, told once to whoever invites, and the digest by which it is known. */
export function newInvitation(): { readonly code: string; readonly digest: string } {
  const code = randomBytes(24).toString('base64url')
  return { code, digest: sha256(code) }
}

/** The digest by which the code of an invitation is known. */
export const digestOfCode = (code: string): string => sha256(code)
