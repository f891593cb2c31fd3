import type { Actor } from '@vertretbar/domain/actor'
import type { Booking } from '@vertretbar/domain/booking'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { changed } from '@vertretbar/domain/change'
import type { Command } from '@vertretbar/domain/command'
import { decide } from '@vertretbar/domain/decide'
import { dayOf } from '@vertretbar/domain/half-day'
import type { LedgerEntry } from '@vertretbar/domain/ledger'
import type { Region } from '@vertretbar/domain/region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { awayFor } from '@vertretbar/domain/test-region'
import { afterAll, beforeAll, expect } from 'vitest'
import { campaign } from '../campaign.ts'
import { randomOf } from '../generate/random.ts'
import { engineOfThisFile } from '../store/engine.ts'
import { raceRegion } from './race-region.ts'
import { type RaceTrack, raceAt, raceTrack } from './race-track.ts'

engineOfThisFile()

let track: RaceTrack
beforeAll(async () => {
  track = await raceTrack()
})
afterAll(() => track.close())

const id = 'the-booking'
const halfDays = ['2026-06-09/am', '2026-06-09/pm', '2026-06-10/am']
const past = ['2026-05-26/am', '2026-05-26/pm']

/** The one booking, in each state in which people may answer to it. */
const stages: Readonly<Record<string, Partial<Booking>>> = {
  requested: { status: 'requested', halfDays, expiresAt: '2026-06-04T15:00:00.000Z' },
  confirmed: { status: 'confirmed', halfDays },
  done: { status: 'confirmed', halfDays: past },
}

/** What can be done to it at once, each with its address; an absence concerns it as well. */
const answers: readonly (readonly [path: string, Command])[] = [
  ['consents', { kind: 'consent', booking: id, as: 'specialist', way: 'in-person' }],
  ['consents', { kind: 'consent', booking: id, as: 'lender', way: 'telephone' }],
  ['consents', { kind: 'consent', booking: id, as: 'both', way: 'in-person', halfDays: halfDays.slice(0, 2) }],
  ['consents', { kind: 'consent', booking: id, as: 'lender', way: 'deputy', halfDays: halfDays.slice(1) }],
  ['refusals', { kind: 'refuse-booking', booking: id, as: 'specialist' }],
  ['refusals', { kind: 'refuse-booking', booking: id, as: 'lender' }],
  ['withdrawals', { kind: 'withdraw-booking', booking: id }],
  ['recalls', { kind: 'recall-booking', booking: id, as: 'lender' }],
  ['reconciliations', { kind: 'reconcile-booking', booking: id, as: 'both', halfDays: past }],
  ['reconciliations', { kind: 'reconcile-booking', booking: id, as: 'lender', halfDays: past.slice(1) }],
  ['reconciliations', { kind: 'reconcile-booking', booking: id, as: 'receiver', halfDays: past.slice(1) }],
  ['', { kind: 'record-absence', specialist: 'city-p1', from: '2026-06-09/pm', to: '2026-06-09/pm' }],
]

/** All that is to be equal, whoever was first; an absence has an id of its own each time. */
interface End {
  readonly said: readonly string[]
  readonly bookings: Region['bookings']
  readonly refusals: Region['refusals']
  readonly absences: number
  readonly settled: readonly string[]
}

campaign(
  'races: two answers to one booking end as if one had come after the other',
  { test: 12, prove: 5000 },
  async (seed) => {
    const random = randomOf(seed)
    const stage = random.pick(Object.keys(stages))
    const one = random.pick(answers)
    const other = random.pick(answers.filter((answer) => answer !== one))
    const regionOf = (region: string): Region => {
      const made = raceRegion(region, { people: 2 })
      const booking = {
        id,
        specialist: 'city-p1',
        authority: 'parish-1',
        area: 'payroll',
        agreement: 'pool',
        halfDays: [],
      }
      const away = random.chance(0.3) ? [awayFor('city-p1', '2026-06-10/am', '2026-06-10/am')] : []
      return { ...made, absences: away, bookings: [{ ...booking, status: 'requested', ...stages[stage] }] }
    }
    const actor: Actor = { kind: 'member', id: await track.enter(regionOf) }
    const before = await track.region()
    const said = await Promise.all([one, other].map((answer, server) => sent(server, answer)))
    const serial = [inOrder(before, [one, other], actor), swapped(inOrder(before, [other, one], actor))]
    expect(serial).toContainEqual(await endOf(said))
  },
)

/** Sends a command to its address, without what the address says. */
async function sent(server: number, [path, command]: (typeof answers)[number]): Promise<string> {
  const body = Object.fromEntries(Object.entries(command).filter(([field]) => field !== 'kind' && field !== 'booking'))
  const answer =
    path === ''
      ? await track.post(server, '/v1/absences', body)
      : await track.post(server, `/v1/bookings/${id}/${path}`, body)
  return answer.status < 300 ? 'done' : answer.codes.toSorted().join()
}

async function endOf(said: readonly string[]): Promise<End> {
  const { bookings, refusals, absences } = await track.region()
  const entries = await track.ports.ledger.ofYear(track.regionId(), 2026)
  return { said, bookings, refusals, absences: absences.length, settled: entries.map(textOf) }
}

/** What comes of it if they are carried out one after the other: decided on the region that the first left. */
function inOrder(before: Region, order: readonly (typeof answers)[number][], actor: Actor): End {
  let region = before
  const ledger: LedgerEntry[] = []
  const said = order.map(([, command]) => {
    const context = { actor, now: raceAt, today: dayOf(dateInGermany(raceAt)), newId: () => 'new-absence' }
    const decided = decide({ index: new RegionIndex(region), ledger }, command, context)
    if (!decided.ok) {
      const { refusal } = decided
      return refusal.code === 'barred'
        ? refusal.halfDays
            .flatMap(({ codes }) => codes)
            .toSorted()
            .join()
        : refusal.code
    }
    region = changed(region, decided.value.changes)
    ledger.push(...decided.value.ledger)
    return 'done'
  })
  const { bookings, refusals, absences } = region
  return { said, bookings, refusals, absences: absences.length, settled: ledger.map(textOf) }
}

const swapped = (end: End): End => ({ ...end, said: end.said.toReversed() })

const textOf = ({ halfDay, settlement, actualMinutes, cents }: LedgerEntry): string =>
  `${halfDay} ${settlement} ${actualMinutes} ${cents}`
