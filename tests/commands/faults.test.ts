import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { census } from '../campaign.ts'
import { engineOfThisFile } from '../store/engine.ts'
import { commandRegion } from './command-region.ts'
import { everyCommand, type Order } from './every-command.ts'
import { type Answer, type FaultyApi, type FaultyEngine, faultyEngine, sentBySdk } from './faulty-api.ts'
import { faults, hits, type NamedFault, type NamedHit } from './named-faults.ts'
import { named, tracesOf } from './traces.ts'

engineOfThisFile()

let engine: FaultyEngine
beforeAll(async () => {
  engine = await faultyEngine()
})
afterAll(() => engine.close())
afterEach(() => sentBySdk('as usual'))

const longestMilliseconds = 3000
const key = 'k-1'

/** So many commands at once leave the machine time enough to answer each in time. */
const groups = 4
const cellsOfFault = hits.length * groups

census(
  'commands: under every fault at every call done once, or to be tried again within three seconds',
  { test: faults.length, prove: faults.length * cellsOfFault },
  async (cell) => {
    // A sample of one cell for each fault has another place and other commands each time.
    const [at, left] = [Math.floor(cell / cellsOfFault), cell % cellsOfFault]
    const turn = Math.floor(left / hits.length)
    const [fault, hit] = [faults[at], hits[(left + at + 3 * turn) % hits.length]]
    if (fault === undefined || hit === undefined) throw new Error(`there is no cell ${cell}`)
    sentBySdk((turn + at) % 2 === 0 ? 'as usual' : 'once')
    const orders = everyCommand.filter((_, index) => index % groups === (turn + at) % groups)
    const ends = await Promise.all(orders.map((order) => endUnder(order, fault, hit)))
    for (const [number, order] of orders.entries()) expectEnd(ends[number], await undisturbed(order), order)
  },
)

/** How a command ends that meets a fault: what is told first, and at last once there is no fault any more. */
interface End {
  readonly fault: string
  readonly isHit: boolean
  readonly shouldBeHit: boolean
  readonly first: Answer
  readonly last: Answer
  readonly traces: unknown
  readonly reported: readonly unknown[]
}

async function endUnder(order: Order, { name, fateOf }: NamedFault, hit: NamedHit): Promise<End> {
  const { operations } = await undisturbed(order)
  using api = await opened(order)
  api.suffer(({ operation }, place) => (hit.isHit(place) ? fateOf(operation) : 'pass'))
  const first = toldBy(api, await api.send(order.way, key))
  const isHit = api.calls().hit > 0
  api.suffer(() => 'pass')
  return {
    fault: `${name}: ${hit.name}`,
    isHit,
    shouldBeHit: operations.some((operation, index) => hit.isHit(index + 1) && fateOf(operation) !== 'pass'),
    first,
    last: toldBy(api, await untilDone(api, order.way)),
    traces: await tracesOf(api),
    reported: api.reported,
  }
}

function expectEnd(end: End | undefined, should: Undisturbed, { says }: Order): void {
  const { answer, traces } = should
  const { milliseconds: _, ...told } = answer
  const { milliseconds, ...first } = end?.first ?? answer
  const busy = { ...first, retryAfter: '1' }
  if (first.status === 503) expect(first.said).toMatchObject({ code: 'busy' })
  const about = { says, fault: end?.fault }
  expect({ ...about, ...first }).toEqual({ ...about, ...(first.status === 503 ? busy : told) })
  expect({ ...about, isInTime: milliseconds < longestMilliseconds }).toEqual({ ...about, isInTime: true })
  expect({ ...about, ...end }).toMatchObject({ ...about, isHit: end?.shouldBeHit, last: told, traces, reported: [] })
}

/** What a command makes and is answered if nothing disturbs it, and by which calls. */
interface Undisturbed {
  readonly answer: Answer
  readonly traces: unknown
  readonly operations: readonly string[]
}

const known = new Map<Order, Promise<Undisturbed>>()

function undisturbed(order: Order): Promise<Undisturbed> {
  const made = known.get(order) ?? undisturbedRun(order)
  known.set(order, made)
  return made
}

/** On a machine that is busy with other things a command may take too long by itself: that is no measure of anything. */
async function undisturbedRun(order: Order, tries = 1): Promise<Undisturbed> {
  using api = await opened(order)
  api.suffer(() => 'pass')
  const answer = toldBy(api, await api.send(order.way, key))
  const { operations } = api.calls()
  if (answer.status === 503 && tries < mostTries) return await undisturbedRun(order, tries + 1)
  if (answer.status >= 300) throw new Error(`${order.says}: ${answer.status} ${JSON.stringify(answer.said)}`)
  return { answer, traces: await tracesOf(api), operations }
}

const mostTries = 5

async function opened({ after = [], covers = 0 }: Order): Promise<FaultyApi> {
  const api = await engine.open((id) => commandRegion(id, covers))
  for (const [number, command] of after.entries()) await untilDone(api, { command }, `before-${number}`)
  return api
}

/** What was hung up may be in the way of a retry for a while. */
async function untilDone(api: FaultyApi, way: Order['way'], under = key): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await api.send(way, under)
    if (answer.status !== 503 || tries === mostTries) return answer
  }
}

const toldBy = ({ region }: FaultyApi, { said, ...answer }: Answer): Answer => ({
  ...answer,
  said: named(said, region),
})

const away = { method: 'DELETE', path: '/v1/absences/away' } as const

it.each(['once', 'as usual'] as const)(
  'does not take it for a no that nobody can tell who asks, where a call is sent %s',
  async (times) => {
    sentBySdk(times)
    await Promise.all(faults.filter(({ fateOf }) => fateOf('GetItem') !== 'pass').map(expectBusyNotRefused))
  },
)

async function expectBusyNotRefused({ name, fateOf }: NamedFault): Promise<void> {
  using api = await engine.open((id) => commandRegion(id, 0))
  api.suffer(({ operation, body }) => (body.includes('"I#') ? fateOf(operation) : 'pass'))
  const { milliseconds, said, ...answer } = await api.send(away)
  expect([name, answer, said]).toMatchObject([name, { status: 503, retryAfter: '1' }, { code: 'busy' }])
  expect([name, milliseconds < longestMilliseconds, api.reported]).toEqual([name, true, []])
  api.suffer(() => 'pass')
  expect(await api.send(away)).toMatchObject({ status: 204 })
}

it('makes a write without a key once, though its answer is lost', async () => {
  sentBySdk('once')
  using api = await engine.open((id) => commandRegion(id, 0))
  let isLost = false
  api.suffer(({ operation }) => {
    if (operation !== 'TransactWriteItems' || isLost) return 'pass'
    isLost = true
    return 'lose-answer'
  })
  const proposal = { specialist: 'c1', authority: 'parish', area: 'payroll', mode: 'remote' }
  const body = { proposals: [{ ...proposal, halfDays: ['2026-12-16/am'] }] }
  const answer = await api.send({ method: 'POST', path: '/v1/bookings', body })
  expect([answer.status, isLost]).toEqual([201, true])
  expect((await api.direct.regions.load(api.region))?.version).toBe(api.opened + 1)
})
