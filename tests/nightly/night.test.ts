import { drain } from '@vertretbar/usecases/drain'
import { wokenRegion } from '@vertretbar/usecases/woken-region'
import { afterAll, beforeAll, expect } from 'vitest'
import { campaign, census } from '../campaign.ts'
import { lifeUntil } from '../store/calls.ts'
import { engineOfThisFile } from '../store/engine.ts'
import { expectDeath, expectDeathIfAny } from './death.ts'
import { nightOn, type TestPorts } from './night-ports.ts'
import { begun, type Eve, evening, eveOf, nightAndDay, nightOnTable, recorded } from './night-world.ts'
import { type PostOffice, postOffice } from './post-office.ts'

engineOfThisFile()

let office: PostOffice
beforeAll(async () => {
  office = await postOffice(Date.now)
})
afterAll(() => office[Symbol.asyncDispose]())

/** An eve, what a night that nothing disturbs comes to, and in how many calls. */
interface Known {
  readonly eve: Eve
  readonly told: readonly string[]
  readonly calls: number
}

async function knownOf(seed: number, regions = 1): Promise<Known> {
  const eve = await eveOf(seed, office, regions)
  await using night = await nightOnTable(eve.items, office)
  const life = lifeUntil(Number.POSITIVE_INFINITY, 'before')
  const ports = night.ports(life)
  office.arrived.length = 0
  await nightAndDay(ports, eve)
  await expectWhole(ports, eve)
  expect(office.arrived.map(({ message }) => office.times(message))).toEqual(office.arrived.map(() => 1))
  return { eve, told: await recorded(ports, eve), calls: life.made() }
}

/** Everything is told that there was to tell: nothing waits anywhere, and every mail has arrived or had nobody to go to. */
async function expectWhole(ports: TestPorts, { date, regions }: Eve): Promise<void> {
  expect(ports.reported).toEqual([])
  const nights = await ports.nights.read(date)
  expect(nights.map(({ region, endedAt }) => [region, endedAt !== undefined])).toEqual(
    regions.map((one) => [one, true]),
  )
  for (const region of regions) {
    expect(await ports.outbox.waiting(region)).toEqual([])
    expect(await ports.outbox.news(region)).toEqual([])
    const watch = await ports.watches.read(region)
    expect([watch?.night, watch?.settling]).toEqual([date, undefined])
    const mails = await ports.mails.all(region)
    expect(new Set(mails.map(({ state }) => state).filter((state) => state !== 'sent' && state !== 'dropped'))).toEqual(
      new Set(),
    )
  }
}

/** More calls than a night of one region makes: its death at none of them shows that the others were all. */
const mostCalls = 160

/** Regions of five authorities each. */
const killedRegions = 100

const known = new Map<number, Known>()
async function knownOnce(seed: number): Promise<Known> {
  const found = known.get(seed) ?? (await knownOf(seed))
  known.set(seed, found)
  return found
}

census(
  'nights: cut off before or after any of their calls they tell all that is due, and nothing twice',
  { test: 6, prove: killedRegions * 2 * mostCalls },
  async (place) => {
    const { eve, told, calls } = await knownOnce(place % killedRegions)
    expect(calls).toBeLessThan(mostCalls)
    const cut = Math.floor(place / killedRegions)
    const call = 1 + (cut >> 1)
    if (call > calls) return
    await using night = await nightOnTable(eve.items, office)
    office.arrived.length = 0
    await expectDeath(nightAndDay(night.ports(lifeUntil(call, cut % 2 === 0 ? 'before' : 'after')), eve))
    const again = night.ports()
    const unsure = await acceptedUnrecorded(again, eve)
    again.clock.now += 60 * 60_000
    // Whoever goes on may die as well.
    await expectDeathIfAny(nightAndDay(night.ports(lifeUntil(1 + ((31 * place) % calls), 'after')), eve))
    const stillUnsure = await acceptedUnrecorded(again, eve)
    again.clock.now += 60 * 60_000
    await nightAndDay(again, eve)
    await expectWhole(again, eve)
    expect(await recorded(again, eve)).toEqual(told)
    await expectOnce(again, eve, [...unsure, ...stillUnsure])
  },
)

/** The mails that a server has and of which nobody knows that. */
async function acceptedUnrecorded(ports: TestPorts, { regions }: Eve): Promise<readonly string[]> {
  const all = (await Promise.all(regions.map((region) => ports.mails.all(region)))).flat()
  const waiting = all.filter(({ state }) => state === 'waiting').map(({ mail }) => mail.id)
  return waiting.filter((id) => office.times(id) > 0)
}

/** Every mail that was sent has arrived once, and again only for each death between its acceptance and the record. */
async function expectOnce(ports: TestPorts, eve: Eve, unsure: readonly string[]): Promise<void> {
  const all = (await Promise.all(eve.regions.map((region) => ports.mails.all(region)))).flat()
  const ids = all.filter(({ state }) => state === 'sent').map(({ mail }) => mail.id)
  const sent = ids.filter((id) => !eve.sent.has(id))
  expect(new Set(office.arrived.map(({ message }) => message))).toEqual(new Set(sent))
  const deaths = Map.groupBy(unsure, (id) => id)
  expect(sent.filter((id) => office.times(id) > 1 + (deaths.get(id)?.length ?? 0))).toEqual([])
}

campaign(
  'nights: begun twice they tell nothing twice, whether the first has ended or is not known to have',
  { test: 2, prove: 100 },
  async (seed) => {
    const { eve, told } = await knownOf(seed)
    await using night = await nightOnTable(eve.items, office)
    office.arrived.length = 0
    const again = night.ports()
    again.clock.now = nightOn(eve.date)
    await begun(night.ports(), eve.date)
    await begun(again, eve.date)
    for (const { endedAt: _, ...begunOnly } of await again.nights.read(eve.date)) await again.nights.put(begunOnly)
    await nightAndDay(again, eve)
    await expectWhole(again, eve)
    expect(await recorded(again, eve)).toEqual(told)
    await expectOnce(again, eve, [])
  },
)

campaign(
  'nights: of several regions, carried out by two at once and looked at by a third, they tell nothing twice',
  { test: 2, prove: 40 },
  async (seed) => {
    const { eve, told } = await knownOf(seed, 2)
    await using night = await nightOnTable(eve.items, office)
    office.arrived.length = 0
    const [one, other, third] = [night.ports(), night.ports(), night.ports()]
    one.clock.now = nightOn(eve.date)
    const looking = eve.regions.map((region) => wokenRegion(third, region))
    await Promise.all([begun(one, eve.date), begun(other, eve.date), ...looking])
    one.clock.now = evening(eve.date)
    await Promise.all([one, other, third].flatMap((ports) => eve.regions.map((region) => drain(ports, region))))
    for (const ports of [one, other, third]) await expectWhole(ports, eve)
    expect(await recorded(one, eve)).toEqual(told)
    await expectOnce(one, eve, [])
  },
)
