import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose'

/** Nobody can tell whether a token counts, for the issuer's keys cannot be had, or not be used; that may pass. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable'
  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(`the keys of the issuer cannot be had or used: ${reason}`, { cause })
  }
}

/** So long is waited for keys: whoever asks is to be answered within three seconds, and the store needs some of them. */
const longestMilliseconds = 1500

/** The keys at an address: fetched when a token needs one that is not at hand, and kept for some minutes. */
export const keysAt = (address: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(address), { timeoutDuration: longestMilliseconds })

/** The same keys, but whatever goes wrong with them is `KeysUnavailable`, unless the token names none that there is. */
export const namedOrUnavailable =
  (keys: JWTVerifyGetKey): JWTVerifyGetKey =>
  async (header, token) => {
    try {
      return await keys(header, token)
    } catch (error) {
      throw isOfToken(error) ? error : new KeysUnavailable(error)
    }
  }

const isOfToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys
