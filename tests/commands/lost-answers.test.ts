import { Problem } from '@vertretbar/api/problem'
import type { RequestBookings } from '@vertretbar/domain/command/request-bookings'
import { BookingsView } from '@vertretbar/usecases/booking-view'
import { verifyAudit } from '@vertretbar/usecases/verify-audit'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type * as z from 'zod'
import { campaign } from '../campaign.ts'
import { type Random, randomOf } from '../generate/random.ts'
import { engineOfThisFile } from '../store/engine.ts'
import { type Answer, type FaultyApi, type FaultyEngine, faultyEngine, sentBySdk } from './faulty-api.ts'
import { parishes, raceRegion } from './race-region.ts'

engineOfThisFile()

let engine: FaultyEngine
beforeAll(async () => {
  engine = await faultyEngine()
})
afterAll(() => engine.close())
afterEach(() => sentBySdk('as usual'))

campaign(
  'commands: bookings of which one answer in ten is lost on the way are each made once, and told so',
  { test: 8, prove: 2000 },
  async (seed) => {
    const random = randomOf(seed)
    sentBySdk(random.chance(0.5) ? 'once' : 'as usual')
    using api = await engine.open((id) => raceRegion(id, { people: 3 }))
    api.suffer(() => (random.chance(0.1) ? 'lose-answer' : 'pass'))
    const asked = Array.from({ length: random.int(2, 5) }, (_, number) => ({
      key: `k-${number}`,
      proposal: proposalOf(random),
    }))
    const ends = await Promise.all(asked.map(async (one) => ({ ...one, ...endOf(await untilAnswered(api, one)) })))
    api.suffer(() => 'pass')
    await expectEachOnce(api, ends)
    expect(api.reported).toEqual([])
  },
)

type Proposal = z.infer<typeof RequestBookings>['proposals'][number]

interface Asked {
  readonly key: string
  readonly proposal: Proposal
}

/** What was told at last: the bookings that were made, or the half-days that are barred. */
interface End extends Asked {
  readonly made: readonly string[]
  readonly barred: readonly string[]
}

/** So few people and half-days that some ask for what others have. */
const proposalOf = (random: Random): Proposal => ({
  specialist: `city-p${random.int(1, 3)}`,
  authority: random.pick(parishes),
  area: 'payroll',
  mode: 'remote',
  halfDays: random.atLeastOne(['2026-12-07/am', '2026-12-07/pm', '2026-12-08/am', '2026-12-09/am'], 0.3),
})

const send = (api: FaultyApi, { key, proposal }: Asked): Promise<Answer> =>
  api.send({ method: 'POST', path: '/v1/bookings', body: { proposals: [proposal] } }, key)

async function untilAnswered(api: FaultyApi, asked: Asked): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await send(api, asked)
    if (answer.status !== 503 || tries === 20) return answer
    expect(answer.retryAfter).toBe('1')
  }
}

function endOf({ status, said }: Answer): Pick<End, 'made' | 'barred'> {
  if (status === 201) return { made: BookingsView.parse(said).bookings.map(({ id }) => id), barred: [] }
  const { refusal } = Problem.parse(said)
  const barred = refusal?.code === 'barred' ? refusal.halfDays : []
  expect([status, new Set(barred.flatMap(({ codes }) => codes))]).toEqual([409, new Set(['not-available'])])
  return { made: [], barred: barred.map(({ halfDay }) => halfDay) }
}

async function expectEachOnce(api: FaultyApi, ends: readonly End[]): Promise<void> {
  const snapshot = await api.direct.regions.load(api.region)
  const stored = snapshot?.region.bookings ?? []
  expect(stored.map(({ id }) => id)).toEqual(ends.flatMap(({ made }) => made).toSorted())
  for (const end of ends) {
    const known = await api.direct.regions.keyed(api.region, { actor: api.member, key: end.key }, api.direct.now())
    expect(known?.outcome.bookings ?? []).toEqual(end.made)
    // Nobody is told no but because of somebody else's booking.
    const { specialist, halfDays } = end.proposal
    const others = stored.filter((one) => one.specialist === specialist && !end.made.includes(one.id))
    const taken = others.flatMap((one) => one.halfDays.filter((halfDay) => halfDays.includes(halfDay)))
    expect(taken).toEqual(expect.arrayContaining([...end.barred]))
    expect(end.made.length).toBe(end.barred.length === 0 ? 1 : 0)
    if (end.made.length === 1) await expectKept(api, end)
  }
  const winners = ends.filter(({ made }) => made.length === 1).length
  const audit = await verifyAudit(api.direct.audit, api.region)
  const version = api.opened + winners
  expect([snapshot?.version, audit]).toMatchObject([version, { value: { entries: version, findings: [] } }])
}

/** Sent again it is the same booking; another request under its key is refused. */
async function expectKept(api: FaultyApi, end: End): Promise<void> {
  const again = await send(api, end)
  expect([again.status, endOf(again).made]).toEqual([201, end.made])
  const other = await send(api, { ...end, proposal: { ...end.proposal, mode: 'on-site' } })
  expect([other.status, Problem.parse(other.said).code]).toEqual([422, 'key-of-another'])
}
