import type { LeaseStore } from '@vertretbar/usecases/alert-ports'
import * as z from 'zod'
import { type Kind, pack } from './kind.ts'
import { type Database, keyItem, leaseKey } from './table.ts'
import { transact } from './transaction.ts'

/** That somebody alone may do something, until an instant in milliseconds since 1970. */
export const kind: Kind<{ readonly of: string; readonly owner: string; readonly until: number }> = {
  name: 'LEASE',
  body: z.strictObject({ of: z.string(), owner: z.string(), until: z.int() }).readonly().meta({ id: 'Lease' }),
  upcasts: [],
}

/** Leases in one DynamoDB table; owner and end stand beside the body as well, where conditions can see them. */
export const leaseStore = (database: Database): LeaseStore => ({
  take: async (region, { of, owner, now, until }) => {
    const item = {
      ...pack(kind, leaseKey(region, of), { of, owner, until }),
      heldBy: { S: owner },
      heldUntil: { N: String(until) },
    }
    const taken = await transact(database, [
      {
        Put: {
          Item: item,
          ConditionExpression: 'attribute_not_exists(pk) OR heldBy = :owner OR heldUntil <= :now',
          ExpressionAttributeValues: { ':owner': { S: owner }, ':now': { N: String(now) } },
        },
      },
    ])
    return taken.kind === 'done'
  },
  release: async (region, { of, owner }) => {
    // Whose lease was over may find that of another, which stays.
    await transact(database, [
      {
        Delete: {
          Key: keyItem(leaseKey(region, of)),
          ConditionExpression: 'heldBy = :owner',
          ExpressionAttributeValues: { ':owner': { S: owner } },
        },
      },
    ])
  },
})
