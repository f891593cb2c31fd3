import type { Alert } from '@vertretbar/domain/alert'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { millisecondsOf } from '@vertretbar/domain/instant'
import type { Member } from '@vertretbar/domain/member'
import type { Region } from '@vertretbar/domain/region'
import { member } from '@vertretbar/domain/test-member'
import type { StoredMail } from '@vertretbar/usecases/alert-ports'
import { drain } from '@vertretbar/usecases/drain'
import { execute } from '@vertretbar/usecases/execute'
import { wokenRegion } from '@vertretbar/usecases/woken-region'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { campaign } from '../campaign.ts'
import { drawCommand } from '../commands/draw-command.ts'
import { type Random, randomOf } from '../generate/random.ts'
import { addDays, datesFrom } from '../oracle/dates.ts'
import { engineOfThisFile, referenceRegion, standing } from '../store/engine.ts'
import { anImport } from '../store/write.ts'
import { hourOn, nightOn, type TestPorts } from './night-ports.ts'
import { begun, nightOnTable } from './night-world.ts'
import { type PostOffice, postOffice } from './post-office.ts'

engineOfThisFile()

let office: PostOffice
beforeAll(async () => {
  office = await postOffice(Date.now)
})
afterAll(() => office[Symbol.asyncDispose]())

const id = referenceRegion().region.id

/** The reference region with people who read mails: for each authority, for each head, and a coordinator. */
function peopled(): Region {
  const region = referenceRegion()
  const managers = region.authorities.map(({ id: authority }) =>
    member(`hr.${authority}`, { roles: [{ role: 'hr-manager', authority }] }),
  )
  const heads = region.specialists.flatMap(({ id: specialist, authority, homeArea }, number): Member[] =>
    number % 4 === 0
      ? [
          member(`person.${number}`, {
            specialist,
            digestTime: '12:30',
            roles: [
              { role: 'specialist', authority },
              { role: 'area-head', authority, area: homeArea },
            ],
          }),
        ]
      : [],
  )
  return { ...region, members: [...managers, ...heads, member('coordinator', { roles: [{ role: 'coordinator' }] })] }
}

/** Nights around both changes of the clock and the end of the year, with the days before and after. */
const windows = [
  ['2026-03-27', '2026-03-31'],
  ['2026-10-23', '2026-10-27'],
  ['2026-12-30', '2027-01-02'],
] as const

const days = (): string[] =>
  (inject('campaign').proving ? [['2026-01-01', '2027-01-02'] as const] : windows).flatMap(([first, last]) =>
    datesFrom(first, last),
  )

campaign(
  'nights: in a year none is without a run, nothing of the past is told, and nobody gets two digests in one',
  { test: 2, prove: 1 },
  async (seed) => {
    await using night = await nightOnTable([], office)
    const ports = night.ports()
    const random = randomOf(seed)
    await ports.regions.replace(peopled(), undefined, anImport)
    office.arrived.length = 0
    const seen = new Set<string>()
    for (const date of days()) {
      await dayOf(ports, { date, random })
      expect((await ports.nights.read(date)).map(({ endedAt }) => endedAt !== undefined)).toEqual([true])
      expectNoPast(await ports.mails.all(id), seen)
    }
    expect(ports.reported).toEqual([])
    expect(office.arrived.map(({ message }) => office.times(message))).toEqual(office.arrived.map(() => 1))
    expect(office.arrived.length).toBeGreaterThan(days().length)
    if (inject('campaign').proving) console.info(perMonth(office.arrived.map(({ message }) => message)))
  },
)

interface Today {
  readonly date: string
  readonly random: Random
}

/** A night, the morning, what happens in the day, and the last half hour of the day as a machine on UTC counts it. */
async function dayOf(ports: TestPorts, { date, random }: Today): Promise<void> {
  ports.clock.now = nightOn(date)
  await begun(ports, date)
  ports.clock.now = hourOn(date, 7)
  await drain(ports, id)
  for (let times = random.int(0, 3); times > 0; times -= 1) {
    ports.clock.now = hourOn(date, 9 + times)
    const { region } = await standing(ports.regions, id)
    const command = drawCommand({ region, now: ports.clock.now, random })
    await execute(ports, { region: id, command, actor: { kind: 'console', id: 'operator' }, key: undefined })
  }
  ports.clock.now = hourOn(date, 13)
  await wokenRegion(ports, id)
  ports.clock.now = Date.parse(`${date}T23:30:00Z`)
  expect(dateInGermany(ports.clock.now)).toBe(addDays(date, 1))
  await wokenRegion(ports, id)
}

/** Looks at the mails that were not there before. */
function expectNoPast(mails: readonly StoredMail[], seen: Set<string>): void {
  for (const { mail } of mails.filter((one) => !seen.has(one.mail.id))) {
    seen.add(mail.id)
    const date = dateInGermany(millisecondsOf(mail.at))
    expect(mail.alerts.filter((alert) => isPast(alert, date))).toEqual([])
    if (mail.kind === 'digest') expect(mail.id).toBe(`digest.${date}.${mail.to}`.toLowerCase())
  }
}

/** What was worked is told once it is over; all else only as long as some of it is still ahead. */
function isPast(alert: Alert, date: string): boolean {
  if ('on' in alert) return alert.on < date
  if (alert.kind === 'statement-wanted' || (alert.kind === 'cover' && alert.notice === 'reconciled')) return false
  const halfDays = alert.halfDays.map((one) => (typeof one === 'string' ? one : one.halfDay))
  return alert.kind === 'cover' ? halfDays.every((one) => one < date) : halfDays.some((one) => one < date)
}

/** How many digests each recipient got in each month, and how many mails at once there were. */
function perMonth(messages: readonly string[]): string {
  const digests = messages.filter((one) => one.startsWith('digest.'))
  const counts = Map.groupBy(digests, (one) => `${one.slice(18)} ${one.slice(7, 14)}`)
  const lines = [...counts].map(([key, some]) => `${key}: ${some.length}`).toSorted()
  return [...lines, `at once: ${messages.length - digests.length}`].join('\n')
}
