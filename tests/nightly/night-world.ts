import { DeleteTableCommand } from '@aws-sdk/client-dynamodb'
import { aFolder } from '@vertretbar/cli/test-process'
import type { Alert } from '@vertretbar/domain/alert'
import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { putAll } from '@vertretbar/store/batch'
import type { Item } from '@vertretbar/store/table'
import { drain } from '@vertretbar/usecases/drain'
import { execute } from '@vertretbar/usecases/execute'
import { beginNight, nightOf } from '@vertretbar/usecases/night'
import { drawCommand } from '../commands/draw-command.ts'
import { medium } from '../generate/knobs.ts'
import { type Random, randomOf } from '../generate/random.ts'
import { generateRegion } from '../generate/region.ts'
import { addDays } from '../oracle/dates.ts'
import type { Life } from '../store/calls.ts'
import { everything, freshDatabase, standing } from '../store/engine.ts'
import { anImport } from '../store/write.ts'
import { hourOn, nightOn, type Place, portsOn, type TestPorts } from './night-ports.ts'
import type { PostOffice } from './post-office.ts'

/** What is stored before a night: regions of five authorities each in which much has happened that nobody looked at. */
export interface Eve {
  readonly date: LocalDate
  readonly regions: readonly string[]
  readonly items: readonly Item[]
  /** The mails of before that have gone out already. */
  readonly sent: ReadonlySet<string>
}

export const authoritiesOfOne = 5

/** The eve of a seed: a night has been before, and since then every wake-up was lost. */
export async function eveOf(seed: number, office: PostOffice, count = 1): Promise<Eve> {
  const random = randomOf(seed)
  const { today: date } = generateRegion(seed)
  const regions = Array.from({ length: count }, (_, number) => `region-${number + 1}`)
  await using night = await nightOnTable([], office)
  const ports = night.ports()
  const dayBefore = addDays(date, -1)
  ports.clock.now = nightOn(dayBefore)
  for (const [number, id] of regions.entries())
    await ports.regions.replace(regionOf(seed + number, id), undefined, anImport)
  await begun(ports, dayBefore)
  for (const id of regions) {
    ports.clock.now = hourOn(dayBefore, 10)
    await happen(ports, { id, random, times: 8 })
    // What is asked for in the night of the day itself.
    ports.clock.now = hourOn(date, 0)
    await happen(ports, { id, random, times: 4 })
  }
  const mails = (await Promise.all(regions.map((region) => ports.mails.all(region)))).flat()
  const sent = new Set(mails.filter(({ state }) => state === 'sent').map(({ mail }) => mail.id))
  return { date, regions, items: await everything(ports.database), sent }
}

/** A region of some authorities, with people of every role who read mails, or who are no more. */
function regionOf(seed: number, id: string): Region {
  const { region } = generateRegion(seed, {
    ...medium,
    authorities: [authoritiesOfOne, authoritiesOfOne],
    members: [3, 9],
  })
  // As everywhere no two members have the same id, and so no two mails.
  const own = (member: string): string => `${id}.${member}`
  const members = (region.members ?? []).map(({ deputyOf, ...member }) => ({
    ...member,
    id: own(member.id),
    ...(deputyOf && { deputyOf: deputyOf.map(own) }),
  }))
  return { ...region, members, region: { ...region.region, id } }
}

interface Happening {
  readonly id: string
  readonly random: Random
  readonly times: number
}

/** Commands of all kinds are given; what is refused changes nothing. */
async function happen(ports: TestPorts, { id, random, times }: Happening): Promise<void> {
  const actor = { kind: 'console', id: 'operator' } as const
  for (let count = 0; count < times; count += 1) {
    const { region } = await standing(ports.regions, id)
    const command = drawCommand({ region, now: ports.clock.now, random })
    await execute(ports, { region: id, command, actor, key: undefined })
  }
}

/** A table of its own that goes with the test, in which a night can be carried out by one process after the other. */
export interface NightOnTable extends AsyncDisposable {
  readonly place: Place
  readonly ports: (life?: Life) => TestPorts
}

/** A new table with these items, a folder, and the mail server that all write to. */
export async function nightOnTable(items: readonly Item[], office: PostOffice): Promise<NightOnTable> {
  const database = await freshDatabase()
  await putAll(database, items)
  const folder = aFolder()
  const place = { database, folder: folder.path, clock: { now: 0 }, sendMail: office.send }
  const opened: TestPorts[] = []
  return {
    place,
    ports: (life) => {
      const ports = portsOn(place, life)
      opened.push(ports)
      return ports
    },
    [Symbol.asyncDispose]: async () => {
      await database.client.send(new DeleteTableCommand({ TableName: database.table }))
      for (const ports of opened) ports.database.client.destroy()
      database.client.destroy()
      folder[Symbol.dispose]()
    },
  }
}

/** The night of a date in all regions, one after the other. */
export const begun = (ports: TestPorts, date: LocalDate): Promise<void> =>
  beginNight({ ...ports, enqueueNight: (night) => nightOf(ports, night) }, date)

/** When everybody has wanted to read the digest of a date. */
export const evening = (date: LocalDate): number => hourOn(addDays(date, 1), 0)

/** The night of a date, and then the day on which its digests go out; no earlier than it is. */
export async function nightAndDay(ports: TestPorts, { date, regions }: Eve): Promise<void> {
  ports.clock.now = Math.max(nightOn(date), ports.clock.now)
  await begun(ports, date)
  ports.clock.now = Math.max(evening(date), ports.clock.now)
  for (const region of regions) await drain(ports, region)
}

/**
 * All that anybody is told, each as often as it is: to whom, in which kind of mail, and what. The ids of gaps are made
 * when they are first seen, and the moment is that of whoever saw it.
 */
export async function recorded({ mails }: TestPorts, { regions }: Pick<Eve, 'regions'>): Promise<string[]> {
  const all = await Promise.all(regions.map((region) => mails.all(region)))
  return all
    .flatMap((ofRegion, number) =>
      ofRegion.flatMap(({ mail }) => mail.alerts.map((alert) => `${number} ${mail.to} ${mail.kind} ${toldIn(alert)}`)),
    )
    .toSorted()
}

const toldIn = (alert: Alert): string => JSON.stringify({ ...alert, gap: undefined, at: undefined })
