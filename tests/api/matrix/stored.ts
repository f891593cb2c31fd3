import { isDeepStrictEqual } from 'node:util'
import { operator } from '@vertretbar/domain/actor'
import { type Change, type Collection, collections, membersOf } from '@vertretbar/domain/change'
import type { Region } from '@vertretbar/domain/region'
import { execute } from '@vertretbar/usecases/execute'
import { digestOfCode } from '@vertretbar/usecases/invitation'
import { expect } from 'vitest'
import { standing } from '../../store/engine.ts'
import { anImport, writeOf } from '../../store/write.ts'
import { issuer } from '../issuer.ts'
import type { LocalApi } from '../local-api.ts'

/** A stored region that can be as it was again, whatever became of it. */
export interface Stored {
  readonly restore: () => Promise<void>
  /** Whether anything has become of it. */
  readonly isChanged: () => Promise<boolean>
}

/** Stores a region in which every member has logged in, as the subject of their id. */
export async function storedWithLogins({ ports }: LocalApi, region: Region): Promise<Stored> {
  const { id } = region.region
  expect(await ports.regions.replace(region, undefined, anImport)).toMatchObject({ kind: 'written' })
  for (const { id: subject } of region.members ?? []) {
    const command = { kind: 'bind-member' as const, code: digestOfCode(subject), identity: { issuer, subject } }
    expect(await execute(ports, { region: id, command, actor: operator, key: undefined })).toMatchObject({ ok: true })
  }
  const first = await standing(ports.regions, id)
  let { state } = first
  return {
    isChanged: async () => (await ports.regions.stateOf(id))?.state !== state,
    restore: async () => {
      const now = await standing(ports.regions, id)
      const written = await ports.regions.commit(now, writeOf(between(now.region, first.region)))
      expect(written).toMatchObject({ kind: 'written' })
      ;({ state } = await standing(ports.regions, id))
    },
  }
}

/** What makes one region the other: all that the other has and this has not, or otherwise; what only this has goes. */
function between(from: Region, to: Region): Change[] {
  const has = (list: Collection, one: object) => membersOf(from, list).some((other) => isDeepStrictEqual(one, other))
  const isStill = (list: Collection, id: string) => membersOf(to, list).some((other) => other.id === id)
  return [
    ...collections.flatMap((list) =>
      membersOf(from, list)
        .filter(({ id }) => !isStill(list, id))
        .map(({ id }): Change => ({ kind: 'remove', in: list, id })),
    ),
    ...putsOf(to).filter(({ in: list, member }) => !has(list, member)),
    ...from.refusals.map((refusal): Change => ({ kind: 'remove-refusal', refusal })),
    ...to.refusals.map((refusal): Change => ({ kind: 'put-refusal', refusal })),
    ...(isDeepStrictEqual(from.region, to.region) ? [] : [{ kind: 'put-head' as const, head: to.region }]),
  ]
}

const putsOf = (region: Region): Extract<Change, { readonly kind: 'put' }>[] => [
  ...region.serviceAreas.map((member) => ({ kind: 'put' as const, in: 'serviceAreas' as const, member })),
  ...region.products.map((member) => ({ kind: 'put' as const, in: 'products' as const, member })),
  ...region.authorities.map((member) => ({ kind: 'put' as const, in: 'authorities' as const, member })),
  ...region.agreements.map((member) => ({ kind: 'put' as const, in: 'agreements' as const, member })),
  ...region.specialists.map((member) => ({ kind: 'put' as const, in: 'specialists' as const, member })),
  ...region.requirements.map((member) => ({ kind: 'put' as const, in: 'requirements' as const, member })),
  ...region.absences.map((member) => ({ kind: 'put' as const, in: 'absences' as const, member })),
  ...region.bookings.map((member) => ({ kind: 'put' as const, in: 'bookings' as const, member })),
  ...(region.members ?? []).map((member) => ({ kind: 'put' as const, in: 'members' as const, member })),
  ...(region.feeds ?? []).map((member) => ({ kind: 'put' as const, in: 'feeds' as const, member })),
]
