import type { Identity, Member } from '@vertretbar/domain/member'
import type { Region } from '@vertretbar/domain/region'
import { type IdentityStore, Membership } from '@vertretbar/usecases/ports'
import { type Kind, pack, unpack } from './kind.ts'
import { readItem } from './query.ts'
import { type Database, identityKey, keyItem } from './table.ts'
import type { Action } from './transaction.ts'

/** Whose login is whose. */
export const kind: Kind<Membership> = { name: 'MEMBERSHIP', body: Membership, upcasts: [] }

/** Whose logins are whose, in one DynamoDB table. */
export const identityStore = (database: Database): IdentityStore => ({
  membershipOf: (identity) => membershipOf(database, identity),
})

async function membershipOf(database: Database, identity: Identity): Promise<Membership | undefined> {
  const item = await readItem(database, identityKey(identity))
  return item && unpack(kind, item)
}

/**
 * The writes by which logins are known as the next region has them; those that nobody has any more are forgotten, unless
 * they have become somebody's of another region.
 */
export async function identityActions(database: Database, before: Region, next: Region): Promise<Action[]> {
  if (before.members === next.members) return []
  const [old, now] = [byLogin(before), byLogin(next)]
  const region = next.region.id
  const gone = [...old].filter(([login]) => !now.has(login))
  const put = [...now].filter(([login, { id }]) => old.get(login)?.id !== id)
  const known = await Promise.all(gone.map(([, { identity }]) => membershipOf(database, identity)))
  const own = gone.filter((_, index) => known[index]?.region === region)
  return [
    ...own.map(([, { identity }]) => ({ Delete: { Key: keyItem(identityKey(identity)) } })),
    ...put.map(([, { id: member, identity }]) => ({
      Put: { Item: pack(kind, identityKey(identity), { region, member }) },
    })),
  ]
}

/** A login that was bound again belongs to the member who is so last by the period. */
const byLogin = ({ members = [] }: Region): ReadonlyMap<string, Member & { readonly identity: Identity }> =>
  new Map(
    members
      .toSorted((a, b) => ((a.validTo ?? '9999-12-31') < (b.validTo ?? '9999-12-31') ? -1 : 1))
      .flatMap((member) => {
        const { identity } = member
        return identity === undefined ? [] : [[identityKey(identity).pk, { ...member, identity }] as const]
      }),
  )
