import { balances } from '@vertretbar/domain/balance'
import type { OutboxMessage } from '@vertretbar/domain/message'
import type { Region } from '@vertretbar/domain/region'
import { regionProblems } from '@vertretbar/domain/region-rules'
import { erasePerson } from '@vertretbar/usecases/erase-person'
import { execute } from '@vertretbar/usecases/execute'
import { verifyAudit } from '@vertretbar/usecases/verify-audit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaign, census } from '../campaign.ts'
import { drawCommand } from '../commands/draw-command.ts'
import { type Random, randomOf } from '../generate/random.ts'
import { callsOf, Died, dieAt } from '../store/calls.ts'
import { engineOfThisFile, standing } from '../store/engine.ts'
import { allText, type CrowdPorts, crowd, done, elsewhere, id, login, plannedAgain } from './crowd.ts'
import { at, codeOf, nameOf, people } from './crowded-region.ts'

engineOfThisFile()

const operator = { kind: 'console', id: 'operator' } as const
const erase = (ports: CrowdPorts, person: number, key = 'once') =>
  erasePerson(ports, { region: id, specialist: codeOf(person), actor: operator, key })

/** The items and files in which somebody can still be found, by the beginning of each. */
const tracesOf = async (ports: CrowdPorts, person: number): Promise<string[]> =>
  (await allText(ports))
    .filter((text) => text.includes(codeOf(person)) || text.includes(nameOf(person)))
    .map((text) => text.slice(0, 80))

/** What may not change when somebody is forgotten: what was settled, what agreements carried, and how evenly. */
async function totalsOf(ports: CrowdPorts) {
  const { region } = await standing(ports.regions, id)
  const entries = (await Promise.all([2026, 2027].map((year) => ports.ledger.ofYear(id, year)))).flat()
  return { entries, balances: balances(entries), used: usedOf(region), shares: sharesOf(region) }
}

/** Each booking with the home of its person in place of their code. */
function usedOf({ bookings, specialists }: Region) {
  const homes = new Map(specialists.map((one) => [one.id, `${one.authority} ${one.homeArea}`]))
  return bookings.map((one) => ({ ...one, specialist: homes.get(one.specialist) }))
}

/** How many half-days each person has covered, whoever they are. */
function sharesOf({ bookings }: Region): number[] {
  const byPerson = Map.groupBy(bookings, ({ specialist }) => specialist)
  return [...byPerson.values()]
    .map((some) => some.reduce((sum, { halfDays }) => sum + halfDays.length, 0))
    .toSorted((a, b) => a - b)
}

async function expectForgotten(ports: CrowdPorts, person: number): Promise<void> {
  expect(await tracesOf(ports, person)).toEqual([])
  expect(await ports.remains.noted(id)).toEqual([])
  expect(await ports.identities.membershipOf(login)).toBeUndefined()
  const { region } = await standing(ports.regions, id)
  expect(regionProblems(region)).toEqual([])
  expect((region.members ?? []).map(({ deputyOf }) => deputyOf)).toEqual([[]])
  expect(await verifyAudit(ports.audit, id)).toMatchObject({ value: { findings: [] } })
}

/** Whatever anybody does next is decided: carried out, or refused with reasons. */
async function expectGoingOn(ports: CrowdPorts, random: Random): Promise<void> {
  await done(ports, { kind: 'reconcile-booking', booking: 'worked-1', as: 'both', halfDays: ['2026-10-06/pm'] })
  for (let count = 0; count < 6; count += 1) {
    const { region } = await standing(ports.regions, id)
    const command = drawCommand({ region, now: at, random })
    const answer = await execute(ports, { region: id, command, actor: operator, key: undefined })
    if (!answer.ok) expect(answer.refusal.code).not.toBe('busy')
  }
  expect(await verifyAudit(ports.audit, id)).toMatchObject({ value: { findings: [] } })
}

campaign(
  'erasure: one of 200 is in nothing that is stored or kept, and every total stays',
  { test: 2, prove: 200 },
  async (seed) => {
    const random = randomOf(seed)
    const person = random.int(0, people - 1)
    using ports = await crowd(seed, person)
    expect((await tracesOf(ports, person)).length).toBeGreaterThan(10)
    const totals = await totalsOf(ports)
    expect(await erase(ports, person)).toMatchObject({ ok: true })
    await expectForgotten(ports, person)
    expect(await totalsOf(ports)).toEqual(totals)
    await expectGoingOn(ports, random)
    expect(await tracesOf(elsewhere(ports), person)).toEqual([])
  },
)

/** More calls than an erasure makes; its death at none of them shows that the others were all. */
const mostCalls = 90

census(
  'erasure: cut off before or after any of its calls it is whole once it is asked for again',
  { test: 3, prove: 2 * mostCalls },
  async (place) => {
    const person = place % people
    using ports = await crowd(place, person)
    const totals = await totalsOf(ports)
    const dying = elsewhere(ports)
    dieAt(dying.database.client, 1 + (place >> 1), place % 2 === 0 ? 'before' : 'after')
    await erase(dying, person).catch((error: unknown) => expect(error).toBeInstanceOf(Died))
    expect(await erase(elsewhere(ports), person)).toMatchObject({ ok: true })
    await expectForgotten(elsewhere(ports), person)
    expect(await totalsOf(ports)).toEqual(totals)
  },
)

/** What is still to be told, at once or in the next digest. */
const untold = async ({ outbox }: CrowdPorts): Promise<OutboxMessage[]> =>
  (await Promise.all([outbox.waiting(id), outbox.news(id)])).flat()

/** What is told of which booking to all but people by themselves. */
const told = (messages: readonly OutboxMessage[]) =>
  messages
    .flatMap(({ notices }) => notices)
    .map(({ kind, booking, to }) => ({ kind, booking: booking.id, to: to.filter((one) => one.kind !== 'specialist') }))
    .filter(({ to }) => to.length > 0)

describe('an erasure', () => {
  let ports: Awaited<ReturnType<typeof crowd>>
  let waiting: readonly OutboxMessage[]
  let deleted: readonly string[]
  beforeAll(async () => {
    ports = await crowd(1, 17)
    waiting = await untold(ports)
    const calls = callsOf(ports.database.client)
    const erased = await erase(ports, 17)
    expect(calls.length).toBeLessThan(mostCalls)
    deleted = erased.ok ? erased.value.deletedExports : []
  })
  afterAll(() => ports[Symbol.dispose]())

  it('tells which kept exports it deleted, and leaves those that do not name the person', async () => {
    expect(deleted.map((file) => file.replace(/^.*\//, ''))).toEqual([
      'crowd-v1-2026-11-23T08-00-00Z.json',
      'crowd-v2-2026-11-23T08-00-00Z.json',
    ])
    expect((await allText(ports)).filter((text) => text.startsWith('other-v2-'))).toHaveLength(1)
  })

  it('lets the others know what they were to be told, without the person', async () => {
    const after = await untold(ports)
    expect(told(after)).toEqual(told(waiting))
    expect(after.length).toBeGreaterThan(0)
    const { region } = await standing(ports.regions, id)
    const nobody = region.bookings.find((booking) => booking.id === 'worked-1')?.specialist
    const about = after.flatMap(({ notices }) => notices).map(({ booking }) => booking.specialist)
    expect(new Set(about)).toEqual(new Set([nobody]))
  })

  it('is not undone by whoever still works on a plan of before', async () => {
    await ports.jobs.write(plannedAgain(at, codeOf(17)))
    expect(await ports.jobs.read(id, 'job-1')).toBeUndefined()
    await expectForgotten(ports, 17)
  })

  it('is told to be done to whoever asks again under its key, and that nobody is there to others', async () => {
    const before = await allText(ports)
    expect(await erase(ports, 17)).toMatchObject({ ok: true })
    expect(await erase(ports, 17, 'twice')).toMatchObject({ refusal: { code: 'unknown', what: 'specialist' } })
    expect(await allText(ports)).toEqual(before)
  })

  it('waits for bookings that are neither ended nor settled, and then changes nothing', async () => {
    const open = { specialist: codeOf(150), authority: 'parish', area: 'payroll', mode: 'remote' as const }
    const { bookings } = await done(ports, {
      kind: 'request-bookings',
      proposals: [{ ...open, halfDays: ['2026-12-30/pm'] }],
    })
    const before = await allText(ports)
    expect(await erase(ports, 150, 'other')).toMatchObject({ refusal: { code: 'unsettled', bookings } })
    expect(await allText(ports)).toEqual(before)
  })
})

it('an erasure holds while others write about the same person and import: refused, or nothing of them is left', async () => {
  using ports = await crowd(7, 9)
  const [one, other] = [elsewhere(ports), elsewhere(ports)]
  const away = (day: number) => {
    const halfDay = `2027-01-1${day}/am`
    const command = { kind: 'record-absence' as const, specialist: codeOf(9), from: halfDay, to: halfDay }
    return execute(one, { region: id, command, actor: operator, key: undefined })
  }
  const imported = async () => {
    const { version, region } = await standing(other.regions, id)
    const next = { ...region, region: { ...region.region, name: 'Anders' } }
    return other.regions.replace(next, version, { actor: 'operator', action: 'import', at: new Date(at).toISOString() })
  }
  await Promise.all([erase(ports, 9), away(1), imported(), away(2), away(3), imported()])
  expect(await erase(ports, 9)).toMatchObject({ ok: true })
  await expectForgotten(elsewhere(ports), 9)
})
