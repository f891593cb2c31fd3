import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { Region } from '@vertretbar/domain/region'
import { request } from '@vertretbar/domain/test-command'
import { awayFor } from '@vertretbar/domain/test-region'
import type { SendMail } from '@vertretbar/usecases/alert-ports'
import { beginNight, nightOf } from '@vertretbar/usecases/night'
import { describe, expect, it } from 'vitest'
import { census } from '../campaign.ts'
import { callsOf, lifeUntil } from '../store/calls.ts'
import { engineOfThisFile, standing } from '../store/engine.ts'
import { anImport } from '../store/write.ts'
import { expectDeath } from './death.ts'
import { nightOn, type TestPorts } from './night-ports.ts'
import { done, id, parishWith, readers, storedParish } from './parish.ts'

engineOfThisFile()

const date = '2026-06-02'

/** The parish's only clerk is away in the week to come, and a request runs out before the night. */
const region = (fields: Partial<Region> = {}): Region => ({
  ...parishWith({
    absences: [awayFor('parish-p1', '2026-06-10/am', '2026-06-12/pm')],
    bookings: [request({ expiresAt: '2026-06-01T15:00:00.000Z' })],
  }),
  ...fields,
})

/** That region before the night, looked at on the day before. */
async function eve(sendMail?: SendMail) {
  const world = await storedParish(region(), sendMail)
  world.place.clock.now = nightOn(date)
  return world
}

const one = (ports: TestPorts) => nightOf(ports, { region: id, date })

const digests = async ({ mails }: TestPorts) =>
  (await mails.all(id)).filter(({ mail }) => mail.kind === 'digest').map(({ mail }) => mail.id)

/** How many gaps the HR manager of the parish was told as new. */
const newGaps = async ({ mails }: TestPorts) =>
  (await mails.all(id))
    .filter(({ mail }) => mail.to === readers.parish.id)
    .flatMap(({ mail }) => mail.alerts.filter(({ kind }) => kind === 'gap-new')).length

describe('the night of a region', () => {
  it('ends what ran out, tells of gaps, writes the cover plans and says what it came to', async () => {
    using world = await eve()
    const ports = world.ports()
    const night = await one(ports)
    expect(night).toEqual({
      date,
      region: id,
      beganAt: '2026-06-02T01:30:00.000Z',
      endedAt: '2026-06-02T01:30:00.000Z',
      summary: { gaps: 2, missed: 0, digests: 2, untold: 0, coverPlans: 2 },
    })
    expect(await ports.nights.read(date)).toEqual([night])
    expect((await standing(ports.regions, id)).region.bookings).toMatchObject([{ status: 'ended', reason: 'expired' }])
    expect(await digests(ports)).toEqual([`digest.${date}.coordinator`, `digest.${date}.parish-hr`])
    expect(readdirSync(join(world.place.folder, 'cover-plans', id))).toEqual(['city.html', 'parish.html'])
  })

  it('says how many gaps changed without anybody looking', async () => {
    using world = await eve()
    const ports = world.ports()
    await nightOf(ports, { region: id, date: '2026-06-01' })
    await done(ports, { kind: 'record-absence', specialist: 'parish-p1', from: '2026-06-22/am', to: '2026-06-22/am' })
    expect((await one(ports)).summary).toMatchObject({ gaps: 4, missed: 2 })
    expect(ports.counted.get('gaps-missed')).toBe(2)
  })

  it('that has ended is not carried out again', async () => {
    using world = await eve()
    const ports = world.ports()
    const night = await one(ports)
    const calls = callsOf(ports.database.client)
    expect(await one(ports)).toEqual(night)
    expect(calls).toEqual(['Query'])
  })

  it('of yesterday tells nothing today, and the night of today all', async () => {
    using world = await eve()
    const ports = world.ports()
    expect((await nightOf(ports, { region: id, date: '2026-06-01' })).summary).toMatchObject({ gaps: 2, digests: 0 })
    expect(await digests(ports)).toEqual([])
    expect((await one(ports)).summary).toMatchObject({ digests: 2 })
  })

  it('tells what happened after it was decided in the next night, also if it is carried out again', async () => {
    using world = await eve()
    const ports = world.ports()
    const { endedAt: _, ...begun } = await one(ports)
    await done(ports, { kind: 'record-absence', specialist: 'parish-p1', from: '2026-06-22/am', to: '2026-06-22/am' })
    await ports.nights.put(begun)
    const { endedAt, ...again } = await one(ports)
    expect([endedAt !== undefined, again.summary]).toEqual([true, { ...begun.summary, gaps: 4, missed: 2 }])
    expect(await newGaps(ports)).toBe(2)
    world.place.clock.now = nightOn('2026-06-03')
    await nightOf(ports, { region: id, date: '2026-06-03' })
    expect(await newGaps(ports)).toBe(4)
  })

  it('leaves no cover plan of an authority that has left', async () => {
    using world = await eve()
    const ports = world.ports()
    await writeOld(join(world.place.folder, 'cover-plans', id), ports)
    await one(ports)
    expect(readdirSync(join(world.place.folder, 'cover-plans', id))).toEqual(['city.html', 'parish.html'])
  })

  it('does not fail because no mail goes out', async () => {
    using world = await eve(() => Promise.resolve({ kind: 'failed', fault: 'ECONNREFUSED' }))
    const ports = world.ports()
    expect((await one(ports)).endedAt).toBeDefined()
    world.place.clock.now = nightOn('2026-06-03')
    expect((await nightOf(ports, { region: id, date: '2026-06-03' })).endedAt).toBeDefined()
    expect((await ports.mails.all(id)).every(({ state }) => state === 'waiting')).toBe(true)
  })

  it('of which a part fails tells all the same, is counted, and ends once that part does not fail', async () => {
    using world = await eve()
    const ports = world.ports()
    const exports = join(world.place.folder, 'exports')
    writeFileSync(exports, 'no folder')
    await expect(one(ports)).rejects.toMatchObject({ message: `the night of ${date} failed in region ${id}` })
    expect(ports.counted.get('night-failed')).toBe(1)
    expect(await digests(ports)).toHaveLength(2)
    expect(readdirSync(join(world.place.folder, 'cover-plans', id))).toHaveLength(2)
    const [begun] = await ports.nights.read(date)
    expect([begun?.endedAt, begun?.summary?.digests]).toEqual([undefined, 2])
    rmSync(exports)
    expect((await one(ports)).summary).toMatchObject({ gaps: 2, digests: 2, coverPlans: 2 })
    expect(await digests(ports)).toHaveLength(2)
  })

  it('that was cut off says of itself what one that was not does', async () => {
    using clean = await eve()
    const { summary } = await one(clean.ports())
    using world = await eve()
    for (const call of [3, 10, 15, 20, 25]) await one(world.ports(lifeUntil(call, 'after'))).catch(() => undefined)
    const { summary: again } = await one(world.ports())
    expect(again).toEqual({ ...summary, missed: again?.missed })
  })
})

/** A page of before, and a page that was never finished a day ago. */
async function writeOld(folder: string, ports: TestPorts): Promise<void> {
  await ports.coverPlans.keep(id, new Map([['left', 'page']]))
  writeFileSync(join(folder, 'city.html.1.part'), 'half a page')
  utimesSync(join(folder, 'city.html.1.part'), Date.now() / 1000, Date.now() / 1000 - 24 * 60 * 60)
}

const names = ['goslar', 'hildesheim', 'region']

/** Three regions that are alike. */
async function three() {
  const world = await eve()
  const ports = world.ports()
  for (const name of ['goslar', 'hildesheim']) await ports.regions.replace(renamed(name), undefined, anImport)
  return world
}

const renamed = (name: string): Region => {
  const { members, ...others } = region()
  return { ...others, ...(members && { members }), region: { ...others.region, id: name } }
}

const begin = (ports: TestPorts) => beginNight({ ...ports, enqueueNight: (night) => nightOf(ports, night) }, date)

describe('the run of a night', () => {
  it('hands on every region once, and those that have not ended again', async () => {
    using world = await three()
    const ports = world.ports()
    const handed: string[] = []
    const enqueueNight = async (night: { readonly region: string }): Promise<void> => void handed.push(night.region)
    await beginNight({ ...ports, enqueueNight }, date)
    expect(handed).toEqual(names)
    await nightOf(ports, { region: 'hildesheim', date })
    await beginNight({ ...ports, enqueueNight }, date)
    expect(handed).toEqual([...names, 'goslar', 'region'])
  })

  it('goes on where one region fails, and begins that one again next time', async () => {
    using world = await three()
    const ports = world.ports()
    const spoilt = { pk: { S: 'R#hildesheim#WATCH' }, sk: { S: 'WATCH' }, schema: { N: '1' }, body: { S: '{' } }
    const { client, table } = ports.database
    await client.send(new PutItemCommand({ TableName: table, Item: spoilt }))
    await expect(begin(ports)).rejects.toMatchObject({ message: `the night of ${date} failed in region hildesheim` })
    const ended = async () => (await ports.nights.read(date)).flatMap((night) => (night.endedAt ? [night.region] : []))
    expect(await ended()).toEqual(['goslar', 'region'])
    expect(ports.counted.get('night-failed')).toBe(1)
    expect((await ports.mails.all('region')).length).toBeGreaterThan(0)
  })
})

/** More calls than it takes to carry out the night of three small regions. */
const mostCalls = 240

census(
  'the run of a night: cut off anywhere it ends in every region, and tells all and nothing twice',
  { test: 4, prove: 2 * mostCalls },
  async (place) => {
    const life = lifeUntil(Number.POSITIVE_INFINITY, 'before')
    using clean = await three()
    await begin(clean.ports(life))
    expect(life.made()).toBeLessThan(mostCalls)
    const call = 1 + (place >> 1)
    if (call > life.made()) return
    using world = await three()
    await expectDeath(begin(world.ports(lifeUntil(call, place % 2 === 0 ? 'before' : 'after'))))
    const ports = world.ports()
    await begin(ports)
    expect((await ports.nights.read(date)).filter(({ endedAt }) => endedAt !== undefined)).toHaveLength(3)
    for (const name of names) {
      const [told, expected] = await Promise.all([ports.mails.all(name), clean.ports().mails.all(name)])
      const who = (mails: typeof told) =>
        mails.map(({ mail }) => [mail.kind, mail.to, mail.alerts.map(({ kind }) => kind)])
      expect(who(told)).toEqual(who(expected))
      expect(told.map(({ mail }) => mail.to)).toContain(readers.parish.id)
    }
  },
)
