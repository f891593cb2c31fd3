import { createHmac, randomBytes } from 'node:crypto'
import * as z from 'zod'
import type { RowKey } from './items.ts'
import { type Kind, pack, unpack } from './kind.ts'
import { readItem } from './query.ts'
import { auditSecretKey, type Database } from './table.ts'
import type { Action } from './transaction.ts'

/** What the audit log of a region calls the items of that region: always the same, and no name of anybody. */
export interface AuditNames {
  /** The name of a row: its authority and kind as they are, and in place of its name a keyed digest. */
  readonly of: (row: RowKey) => string
  /** What stores the key where the region has none yet; to be written with the first entry that uses it. */
  readonly actions: readonly Action[]
  /** To be told once those are written, so that the key need not be read. */
  readonly written: () => void
}

/** The key of the names that a log uses. */
export const kind: Kind<{ readonly secret: string }> = {
  name: 'AUDIT-SECRET',
  body: z.strictObject({ secret: z.string().regex(/^[0-9a-f]{64}$/) }).readonly(),
  upcasts: [],
}

/** A key is made once and never changes, so whoever has read it need not read it again. */
const known = new WeakMap<Database, Map<string, string>>()

/**
 * The names that the log of a region uses. The codes of people are short and known to their colleagues, so that a plain
 * digest could be tried out; without the key of the region, which no answer and no export holds, nobody can.
 */
export async function auditNames(database: Database, region: string): Promise<AuditNames> {
  const stored = await storedSecret(database, region)
  const secret = stored ?? randomBytes(32).toString('hex')
  return {
    of: (row) => pseudonym(secret, row),
    actions:
      stored === undefined
        ? [
            {
              Put: {
                Item: pack(kind, auditSecretKey(region), { secret }),
                ConditionExpression: 'attribute_not_exists(pk)',
              },
            },
          ]
        : [],
    written: () => void secretsOf(database).set(region, secret),
  }
}

async function storedSecret(database: Database, region: string): Promise<string | undefined> {
  const secrets = secretsOf(database)
  const read = secrets.get(region)
  if (read !== undefined) return read
  const item = await readItem(database, auditSecretKey(region))
  const secret = item && unpack(kind, item).secret
  if (secret !== undefined) secrets.set(region, secret)
  return secret
}

function secretsOf(database: Database): Map<string, string> {
  const secrets = known.get(database) ?? new Map<string, string>()
  known.set(database, secrets)
  return secrets
}

/** Half of the digest is 128 bits: no two items of a region will ever meet. */
const digits = 32

/** `city-salzgitter/SPECIALIST#…`: what is before the name tells of nobody. */
function pseudonym(secret: string, row: RowKey): string {
  const [, place = '', word = '', name = row] = /^([^/]*\/)([A-Z]+#)(.*)$/s.exec(row) ?? []
  const digest = createHmac('sha256', Buffer.from(secret, 'hex')).update(`${word}${name}`).digest('hex')
  return `${place}${word}${digest.slice(0, digits)}`
}
