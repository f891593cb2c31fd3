import type { AuditEntry } from '@vertretbar/domain/audit-entry'
import type { Item } from '@vertretbar/store/table'
import { expect } from 'vitest'
import { campaign } from '../campaign.ts'
import { type Random, randomOf } from '../generate/random.ts'
import { generateRegion } from '../generate/region.ts'
import { drawChanges } from '../store/changes.ts'
import { engineOfThisFile, standing } from '../store/engine.ts'
import { writeOf } from '../store/write.ts'
import { findingsOf, type Installed, id, storedParish } from './stored-parish.ts'
import { resealed, type Tampering, tampering } from './tampering.ts'

engineOfThisFile()

/** A region with a log of some entries, written under a clock that jumps; now and then all of it is imported anew. */
async function withLog(seed: number, random: Random): Promise<{ ports: Installed; entries: number }> {
  const { region } = generateRegion(seed)
  const ports = await storedParish({ ...region, region: { ...region.region, id } })
  const rounds = 3 + (seed % 6)
  for (let round = 1; round <= rounds; round += 1) {
    const at = new Date(Date.UTC(2026, 10 + (random.chance(0.3) ? -round : round), 1 + round)).toISOString()
    const deed = { actor: `clerk-${round}`, action: 'put-entry', at }
    const snapshot = await standing(ports.regions, id)
    if (random.chance(0.15))
      await ports.regions.replace(snapshot.region, snapshot.version, { ...deed, action: 'import' })
    else await ports.regions.commit(snapshot, { ...writeOf(drawChanges(snapshot.region, seed + round)), deed })
  }
  return { ports, entries: rounds + 1 }
}

interface Target {
  readonly hand: Tampering
  readonly random: Random
  readonly number: number
  readonly last: number
}

/** The ways to tamper, each with the entries that must be told of. */
const ways: readonly ((target: Target) => Promise<readonly number[]>)[] = [
  async ({ hand, random, number }) => {
    await hand.putEntry(number, otherwise(await hand.entry(number), random))
    return [number]
  },
  async ({ hand, random, number }) => {
    const entry = otherwise(await hand.entry(number), random)
    await hand.putEntry(number, resealed(entry, {}))
    return [number]
  },
  async ({ hand, number }) => {
    await hand.drop(await hand.slot(number))
    return [number]
  },
  async ({ hand, random, number, last }) => {
    const other = 1 + ((number + random.int(0, last - 2)) % last)
    const [one, two]: readonly [Item, Item] = [await hand.slot(number), await hand.slot(other)]
    await hand.put({ ...one, ...(two.body && { body: two.body }) })
    await hand.put({ ...two, ...(one.body && { body: one.body }) })
    return [number, other]
  },
  async ({ hand, last }) => {
    const end = await hand.entry(last)
    const extra = resealed(end, { number: last + 1, previous: end.digest })
    const sk = { S: String(last + 1).padStart(12, '0') }
    await hand.put({ ...(await hand.slot(last)), sk, body: { S: JSON.stringify(extra) } })
    return [last + 1]
  },
]

const otherwise = (entry: AuditEntry, random: Random): AuditEntry =>
  random.pick([
    { ...entry, actor: `${entry.actor}-x` },
    { ...entry, action: `${entry.action}-x` },
    { ...entry, at: '2020-01-01T00:00:00.000Z' },
    { ...entry, ruleSet: 'vertretbar-rules/0' },
    { ...entry, items: [...entry.items, { item: '/PRODUCT#x' }] },
  ])

campaign(
  'audit: whatever was written is verified, and whatever is tampered with is found',
  { test: 6, prove: 500 },
  async (seed) => {
    const random = randomOf(seed)
    const { ports, entries: last } = await withLog(seed, random)
    expect(await findingsOf(ports)).toEqual([])
    const number = random.int(1, last)
    const told = await random.pick(ways)({ hand: tampering(ports), random, number, last })
    const found = (await findingsOf(ports)).flatMap((finding) => (finding.code === 'content' ? [] : [finding.number]))
    expect(found.toSorted((a, b) => a - b)).toEqual(told.toSorted((a, b) => a - b))
  },
)
