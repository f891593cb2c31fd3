import { type Change, type Collection, changed, refusalKey } from '@vertretbar/domain/change'
import type { Region } from '@vertretbar/domain/region'
import { type Head, rowsSince } from './head.ts'
import { type KindName, keyOf, kindNameOf, kinds, type RowKey } from './items.ts'
import { unpack } from './kind.ts'
import type { Loaded } from './load.ts'
import { readItem } from './query.ts'
import type { Database, Item } from './table.ts'

/**
 * A region as of a later head, from one that was read under an earlier head: only what was written since is read again.
 * Undefined where the head no longer tells what that is.
 *
 * The earlier one may hold some of what was written since, for it may have been read meanwhile. So all of that is taken
 * out before any of it is put in: somebody who moved, read at both places, is then at the new one only.
 */
export async function caughtUp(database: Database, { head, region }: Loaded, later: Head): Promise<Region | undefined> {
  const rows = rowsSince(head, later)
  if (rows === undefined) return undefined
  const items = await Promise.all([...rows].map((row) => readItem(database, keyOf(head.region, head.generation, row))))
  const without = [...rows].flatMap((row) => removals(region, row))
  const withIn = items.filter((item) => item !== undefined).flatMap(putsOf)
  return changed(region, [...without, ...withIn])
}

/** What takes out of a region whatever a row said of it. */
function removals({ absences, refusals }: Region, row: RowKey): Change[] {
  const [, kind = '', name = ''] = /\/([A-Z]+)#(.*)$/s.exec(row) ?? []
  const list = lists[kind]
  if (list !== undefined) {
    const own = list === 'specialists' ? absences.filter(({ specialist }) => specialist === name) : []
    return [
      { kind: 'remove', in: list, id: name },
      ...own.map(({ id }): Change => ({ kind: 'remove', in: 'absences', id })),
    ]
  }
  const same = refusals.filter((refusal) => kind === kinds.REFUSAL.name && refusalKey(refusal) === name)
  return same.map((refusal) => ({ kind: 'remove-refusal', refusal }))
}

const lists: Readonly<Record<string, Collection>> = {
  AREA: 'serviceAreas',
  PRODUCT: 'products',
  AGREEMENT: 'agreements',
  AUTHORITY: 'authorities',
  REQUIREMENT: 'requirements',
  SPECIALIST: 'specialists',
  BOOKING: 'bookings',
  MARK: 'gapMarks',
  MEMBER: 'members',
  FEED: 'feeds',
} satisfies Partial<Record<KindName, Collection>>

/** What puts into a region all that an item says of it. */
const putsOf = (item: Item): Change[] => puts[kindNameOf(item)](item)

const puts: { readonly [Name in KindName]: (item: Item) => Change[] } = {
  REGION: (item) => [{ kind: 'put-head', head: unpack(kinds.REGION, item).region }],
  AREA: (item) => [{ kind: 'put', in: 'serviceAreas', member: unpack(kinds.AREA, item) }],
  PRODUCT: (item) => [{ kind: 'put', in: 'products', member: unpack(kinds.PRODUCT, item) }],
  AGREEMENT: (item) => [{ kind: 'put', in: 'agreements', member: unpack(kinds.AGREEMENT, item) }],
  AUTHORITY: (item) => [{ kind: 'put', in: 'authorities', member: unpack(kinds.AUTHORITY, item) }],
  REQUIREMENT: (item) => [{ kind: 'put', in: 'requirements', member: unpack(kinds.REQUIREMENT, item) }],
  SPECIALIST: (item) => {
    const { specialist, absences } = unpack(kinds.SPECIALIST, item)
    return [
      { kind: 'put', in: 'specialists', member: specialist },
      ...absences.map((member): Change => ({ kind: 'put', in: 'absences', member })),
    ]
  },
  BOOKING: (item) => [{ kind: 'put', in: 'bookings', member: unpack(kinds.BOOKING, item) }],
  REFUSAL: (item) => [{ kind: 'put-refusal', refusal: unpack(kinds.REFUSAL, item) }],
  MARK: (item) => [{ kind: 'put', in: 'gapMarks', member: unpack(kinds.MARK, item) }],
  MEMBER: (item) => [{ kind: 'put', in: 'members', member: unpack(kinds.MEMBER, item) }],
  FEED: (item) => [{ kind: 'put', in: 'feeds', member: unpack(kinds.FEED, item) }],
}
