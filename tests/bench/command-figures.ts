import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { operator } from '@vertretbar/domain/actor'
import { type HalfDay, halfDayOf, numberOf } from '@vertretbar/domain/half-day'
import { regionStore } from '@vertretbar/store/region-store'
import { ensureTable } from '@vertretbar/store/table'
import { BookingsView } from '@vertretbar/usecases/booking-view'
import { execute } from '@vertretbar/usecases/execute'
import * as z from 'zod'
import { databaseAt, startedEngine } from '../store/engine.ts'
import { anImport } from '../store/write.ts'
import { type BenchRegion, benchRegion, type Option } from './commands/region.ts'
import { type Served, served } from './commands/server.ts'
import { type Figure, quantile } from './report.ts'

/** How often each command is given by each number of clients. */
const times = 80
const clientCounts = [1, 8] as const
const writesPerSecond = 5
const openSeconds = 30
const firstApart = numberOf('2028-01-03/am')

/** Time, store calls and units of each command over HTTP, and the time of a steady stream of writes into one region. */
export async function commandFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vertretbar-'))
  const engine = await startedEngine(join(folder, 'store.db'))
  try {
    const database = databaseAt(engine.endpoint)
    await ensureTable(database.client, database.table)
    const bench = benchRegion(flows.length * clientCounts.length * times + writesPerSecond * openSeconds)
    await regionStore(database).replace(bench.region, undefined, anImport)
    const clock = Date.parse(`${bench.today}T08:00:00Z`)
    await using server = await served(database, bench.region, () => clock)
    const work = {
      server,
      bench,
      options: bench.options.values(),
      refusable: bench.refusable.values(),
      done: bench.done.values(),
      apart: Array.from({ length: clientCounts.length * times }, (_, number) =>
        halfDayOf(firstApart + 4 * number),
      ).values(),
    }
    const figures: Figure[] = []
    for (const clients of clientCounts) figures.push(...(await closedFigures(work, clients)))
    return [...figures, await openFigure(work)]
  } finally {
    await engine.stop()
    rmSync(folder, { recursive: true })
  }
}

interface Work {
  readonly server: Served
  readonly bench: BenchRegion
  readonly options: Iterator<Option>
  readonly refusable: Iterator<Option>
  readonly done: Iterator<BenchRegion['done'][number]>
  /** Half-days between which others lie, so that no two absences become one. */
  readonly apart: Iterator<HalfDay>
}

/** Carries out one command under its name; what it answers goes to the next. */
type Step = (name: string, command: () => Promise<unknown>) => Promise<unknown>

/** What a client does from asking to the end: every command is part of some flow. */
type Flow = (work: Work, step: Step) => Promise<void>

const flows: readonly Flow[] = [
  async (work, step) => {
    const id = await requested(work, step)
    await answer(work, step, {
      id,
      name: 'consent of the lender',
      path: 'consents',
      body: { as: 'lender', way: 'in-person' },
    })
    const body = { as: 'specialist', way: 'telephone' }
    await answer(work, step, { id, name: 'consent that confirms', path: 'consents', body })
    await answer(work, step, { id, name: 'recall', path: 'recalls', body: { as: 'lender' } })
  },
  async (work, step) => {
    // As often as there are people who have not said no yet.
    const option = work.refusable.next()
    if (option.done === true) return
    const id = await requested({ ...work, options: [option.value].values() }, step)
    await answer(work, step, { id, name: 'refuse', path: 'refusals', body: { as: 'specialist' } })
  },
  async (work, step) => {
    const id = await requested(work, step)
    await answer(work, step, { id, name: 'withdraw', path: 'withdrawals', body: {} })
  },
  async ({ server, done }, step) => {
    const { id, halfDays } = nextOf(done)
    const body = { as: 'both', halfDays }
    await step('reconcile', () => server.send('POST', `/v1/bookings/${id}/reconciliations`, body))
  },
  async ({ server, options, apart }, step) => {
    const { specialist } = nextOf(options)
    const from = nextOf(apart)
    const path = '/v1/absences'
    const made = await step('record an absence', () => server.send('POST', path, { specialist, from, to: from }))
    const { absence } = z.object({ absence: z.object({ id: z.string() }) }).parse(made)
    await step('withdraw an absence', () => server.send('DELETE', `${path}/${absence.id}`))
  },
  async ({ server, bench }, step) => {
    const [member] = bench.region.products
    if (member === undefined) throw new Error('there is no product')
    const command = { kind: 'put-entry' as const, in: 'products' as const, member }
    const order = { region: bench.region.region.id, command, actor: operator, key: undefined }
    await step('change master data', () => execute(server.ports, order))
  },
]

function nextOf<Thing>(things: Iterator<Thing>): Thing {
  const next = things.next()
  if (next.done === true) throw new Error('nothing is left to measure on')
  return next.value
}

async function requested({ server, options }: Work, step: Step): Promise<string> {
  const proposal = nextOf(options)
  const made = await step('request', () => server.send('POST', '/v1/bookings', { proposals: [proposal] }))
  return BookingsView.parse(made).bookings[0]?.id ?? ''
}

interface Answer {
  readonly id: string
  readonly name: string
  readonly path: string
  readonly body: unknown
}

const answer = ({ server }: Work, step: Step, { id, name, path, body }: Answer): Promise<unknown> =>
  step(name, () => server.send('POST', `/v1/bookings/${id}/${path}`, body))

/** Every client gives one command after the other; one alone also tells what each asks of the store. */
async function closedFigures(work: Work, clients: number): Promise<Figure[]> {
  const measured = new Map<string, number[]>()
  const uses = new Map<string, { calls: number; units: number }>()
  const step: Step = async (name, command) => {
    work.server.used()
    const start = performance.now()
    const said = await command()
    measured.set(name, [...(measured.get(name) ?? []), performance.now() - start])
    if (clients === 1) uses.set(name, work.server.used())
    return said
  }
  const client = async (): Promise<void> => {
    for (let time = 0; time < times / clients; time += 1) for (const flow of flows) await flow(work, step)
  }
  await Promise.all(Array.from({ length: clients }, client))
  return [...measured].map(([name, all]) => ({
    name: `${name}, ${clients === 1 ? '1 client' : `${clients} clients`}: p99`,
    value: quantile(all, 0.99),
    unit: 'ms',
    digits: 1,
    note: [`p50 ${quantile(all, 0.5).toFixed(1)} ms; ${all.length} times`, ...useOf(uses.get(name))].join('; '),
  }))
}

const useOf = (use: { readonly calls: number; readonly units: number } | undefined): string[] =>
  use === undefined ? [] : [`${use.calls} store calls, ${use.units} units`]

/** Requests that come at their time, whether or not those before are answered. */
async function openFigure(work: Work): Promise<Figure> {
  const sent = Array.from({ length: writesPerSecond * openSeconds }, async (_, number) => {
    await setTimeout((1000 / writesPerSecond) * number)
    const start = performance.now()
    await work.server.send('POST', '/v1/bookings', { proposals: [nextOf(work.options)] })
    return performance.now() - start
  })
  const all = await Promise.all(sent)
  return {
    name: `${writesPerSecond} requests a second into one region: p99`,
    value: quantile(all, 0.99),
    unit: 'ms',
    digits: 1,
    target: 150,
    note: `p50 ${quantile(all, 0.5).toFixed(1)} ms; ${work.bench.region.authorities.length} authorities, ${work.bench.region.specialists.length} people; ${openSeconds} s`,
  }
}
