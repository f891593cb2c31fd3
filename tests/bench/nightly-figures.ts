import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { timeInGermany } from '@vertretbar/domain/calendar'
import { dayOf } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { type Database, ensureTable } from '@vertretbar/store/table'
import { beginNight, nightOf } from '@vertretbar/usecases/night'
import * as z from 'zod'
import { medium } from '../generate/knobs.ts'
import { generateRegion } from '../generate/region.ts'
import { portsOn, type TestPorts } from '../nightly/night-ports.ts'
import { addDays } from '../oracle/dates.ts'
import { databaseAt, startedEngine } from '../store/engine.ts'
import { anImport } from '../store/write.ts'
import type { Figure } from './report.ts'

const regions = 125
const authoritiesEach = 8
const today = '2026-11-23'

/** A night of 1,000 authorities, on the engine of the local installation with its data on disk: the first, and the next. */
export async function nightlyFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vertretbar-'))
  const engine = await startedEngine(join(folder, 'store.db'))
  try {
    const database = databaseAt(engine.endpoint)
    await ensureTable(database.client, database.table)
    const clock = { now: nightOn(today) }
    const ports = portsOn({ database, folder, clock, sendMail: () => Promise.resolve({ kind: 'accepted' }) })
    for (let number = 0; number < regions; number += 1)
      await ports.regions.replace(regionOf(number), undefined, anImport)
    const first = await figuresOf(ports, today, 'the first night')
    clock.now = nightOn(addDays(today, 1))
    return [...first, ...(await figuresOf(ports, addDays(today, 1), 'the next night'))]
  } finally {
    await engine.stop()
    rmSync(folder, { recursive: true })
  }
}

const nightOn = (date: string): number => timeInGermany(dayOf(date), '03:30')

function regionOf(number: number): Region {
  const { region } = generateRegion(number, {
    ...medium,
    authorities: [authoritiesEach, authoritiesEach],
    areas: [3, 3],
    papers: 6 / authoritiesEach,
    members: [authoritiesEach, 2 * authoritiesEach],
  })
  return { ...region, region: { ...region.region, id: `region-${number}` } }
}

/** Cents for a million units on demand in eu-central-1. */
const centsPerMillion = { read: 15.25, write: 76.25 }

async function figuresOf(ports: TestPorts, date: string, name: string): Promise<Figure[]> {
  const spent = metered(ports.database)
  const start = performance.now()
  const cpu = process.cpuUsage()
  await beginNight({ ...ports, enqueueNight: (night) => nightOf(ports, night) }, date)
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const compute = Math.max(0, seconds - spent.load.seconds - spent.write.seconds)
  const digests = (await ports.nights.read(date)).reduce((sum, { summary }) => sum + (summary?.digests ?? 0), 0)
  const cents = (spent.load.units * centsPerMillion.read + spent.write.units * centsPerMillion.write) / 1_000_000
  const share = (part: number): string => `${Math.round((100 * part) / seconds)} %`
  return [
    {
      name: `${regions * authoritiesEach} authorities, ${name}`,
      value: seconds,
      unit: 's',
      digits: 1,
      note:
        `${regions} regions one after the other, ${digests} digests: ${share(spent.load.seconds)} loading, ` +
        `${share(compute)} computing, ${share(spent.write.seconds)} writing; ` +
        `${((user + system) / 1_000_000).toFixed(1)} s of one core`,
    },
    {
      name: `units a region, ${name}`,
      value: (spent.load.units + spent.write.units) / regions,
      unit: '',
      digits: 0,
      note: `${Math.round(spent.load.units / regions)} read, ${Math.round(spent.write.units / regions)} write`,
    },
    {
      name: `price a region, ${name}`,
      value: cents / regions,
      unit: 'ct',
      digits: 4,
      note: 'DynamoDB on demand, eu-central-1; US cents',
    },
  ]
}

const Capacity = z.object({ CapacityUnits: z.number() })
const Metered = z.object({
  ConsumedCapacity: z.union([Capacity.transform((one) => [one]), z.array(Capacity)]).optional(),
})

/** What calls of a client take from now on: those that read, and those that write. */
function metered({ client }: Database) {
  const spent = { load: { seconds: 0, units: 0 }, write: { seconds: 0, units: 0 } }
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const part = spent[commandName === 'GetItemCommand' || commandName === 'QueryCommand' ? 'load' : 'write']
        const start = performance.now()
        const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } })
        part.seconds += (performance.now() - start) / 1000
        const used = Metered.parse(answer.output).ConsumedCapacity ?? []
        part.units += used.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0)
        return answer
      },
    { step: 'initialize', name: `meter-${performance.now()}` },
  )
  return spent
}
