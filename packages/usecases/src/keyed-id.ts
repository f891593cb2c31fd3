import { createHash } from 'node:crypto'

/** Crockford's letters, as ULIDs are written. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The id of what an actor makes under a key, the same however often that is asked for: an answer that was lost must not
 * cost a second thing of the same content. It has the form of a ULID, but nothing in it is a time.
 */
export function keyedId(actor: string, key: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([actor, key]))
    .digest()
  // The first letter of a ULID has three bits.
  return [...digest.subarray(0, 26)].map((byte, at) => letters[byte % (at === 0 ? 8 : 32)]).join('')
}
