import { createHash } from 'node:crypto'
import type { AuditEntry } from '@vertretbar/domain/audit-entry'

/** What the first entry of a log names in place of an entry before it. */
export const noEntry = '0'.repeat(64)

/** An audit entry before it is sealed. */
export type Unsealed = Omit<AuditEntry, 'digest'>

/** The entry with the digest of all that it says, the digest of the one before included. */
export const sealed = (entry: Unsealed): AuditEntry => ({ ...entry, digest: sealOf(entry) })

/** The digest that an entry must have: SHA-256 over its fields in one order, as lower-case hex. */
export const sealOf = ({ number, at, actor, action, ruleSet, items, previous }: Unsealed): string =>
  sha256(
    JSON.stringify([
      number,
      at,
      actor,
      action,
      ruleSet,
      items.map(({ item, digest }) => (digest === undefined ? [item] : [item, digest])),
      previous,
    ]),
  )

/** The digest of a content that only who has its salt can compute. */
export const saltedDigest = (salt: string, content: string): string => sha256(`${salt}\n${content}`)

/** The digest of many digests, each with what it belongs to. */
export const digestOfAll = (digests: readonly (readonly [item: string, digest: string])[]): string =>
  sha256(JSON.stringify(digests.toSorted(([a], [b]) => (a < b ? -1 : 1))))

/** SHA-256 as lower-case hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
