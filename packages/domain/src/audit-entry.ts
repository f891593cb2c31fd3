import * as z from 'zod'
import { Id } from './identifier.ts'
import { Instant } from './instant.ts'

const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * One line of the audit log: who did what, when, under which rules, and to what. Each names the digest of the one before,
 * so that none can be changed, dropped or moved unseen. Of an item it keeps a salted digest only: once salt and content
 * are deleted nobody can tell any more what it said, and the chain still verifies.
 */
export const AuditEntry = z
  .strictObject({
    number: z.int().min(1),
    at: Instant,
    actor: Id,
    action: Id,
    ruleSet: z.string(),
    /** Without a digest the item was removed; `*` is everything at once, as an import writes it. */
    items: z.array(z.strictObject({ item: z.string(), digest: Digest.optional() }).readonly()).readonly(),
    previous: Digest,
    digest: Digest,
  })
  .readonly()
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>
