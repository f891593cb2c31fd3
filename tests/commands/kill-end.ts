import type { Booking } from '@vertretbar/domain/booking'
import { halfDayOf, numberOf } from '@vertretbar/domain/half-day'
import type { LedgerEntry } from '@vertretbar/domain/ledger'
import type { Absence } from '@vertretbar/domain/specialist'
import type { Outcome, Ports } from '@vertretbar/usecases/ports'
import { verifyAudit } from '@vertretbar/usecases/verify-audit'
import { expect } from 'vitest'
import { standing } from '../store/engine.ts'
import type { Proposal, Sent, Wish } from './kill-client.ts'
import { cities, coversOf, rateOf, settlers } from './kill-region.ts'

/** What was written to, and by whom. */
interface Written {
  readonly ports: Ports
  readonly member: string
}

/** What is stored, held against what the clients were told; those that were told nothing were done whole or not at all. */
export async function expectKept({ ports, member }: Written, journals: readonly (readonly Sent[])[]): Promise<void> {
  const { version, region } = await standing(ports.regions, 'region')
  const done = await doneOf({ ports, member }, journals.flat())
  for (const { key, answer } of journals.flat()) {
    const bookings = done.get(key)?.bookings
    if (answer === 'barred') expect([key, bookings]).toEqual([key, undefined])
    else if (answer !== 'none') expect([key, bookings]).toEqual([key, expect.arrayContaining([...answer.made])])
  }
  // One version for the import, two for the member, one for each write; and an entry of the log for each version.
  expect(version).toBe(3 + done.size)
  const audit = await verifyAudit(ports.audit, 'region')
  expect(audit).toMatchObject({ ok: true, value: { entries: version, findings: [] } })
  const { bookings, away, worked } = endOf(journals.flat(), done)
  expect(new Map(region.bookings.map((booking) => [booking.id, factsOf(booking)]))).toEqual(bookings)
  expect(halfDaysOf(region.absences)).toEqual(away.toSorted())
  expectSettled(await ports.ledger.ofYear('region', 2026), worked)
}

/** What was done under each key that is known. */
async function doneOf({ ports, member }: Written, sent: readonly Sent[]): Promise<ReadonlyMap<string, Outcome>> {
  const { regions, now } = ports
  const known = await Promise.all(sent.map(({ key }) => regions.keyed('region', { actor: member, key }, now())))
  return new Map(known.flatMap((one) => (one === undefined ? [] : [[one.key, one.outcome]])))
}

type Facts = Pick<Booking, 'id' | 'specialist' | 'authority' | 'halfDays' | 'status' | 'reason'>

const factsOf = ({ id, specialist, authority, halfDays, status, reason }: Booking): Facts => ({
  id,
  specialist,
  authority,
  halfDays,
  status,
  ...(reason === undefined ? {} : { reason }),
})

/** All that the writes come to, each client's in its order: nobody else touches what a client made. */
interface ShouldBe {
  readonly bookings: Map<string, Facts>
  /** Half-days, each with the person who is away. */
  readonly away: string[]
  /** Of each cover that is settled, what was said last. */
  readonly worked: Map<string, readonly string[]>
}

function endOf(sent: readonly Sent[], done: ReadonlyMap<string, Outcome>): ShouldBe {
  const bookings = new Map(cities.flatMap(coversOf).map((cover) => [cover.id, factsOf(cover)]))
  const end: ShouldBe = { bookings, away: [], worked: new Map() }
  for (const { key, wish } of sent) {
    const made = done.get(key)?.bookings
    if (made !== undefined) carryOut(end, wish, made)
  }
  return end
}

function carryOut(end: ShouldBe, wish: Wish, made: readonly string[]): void {
  switch (wish.kind) {
    case 'request':
      expect(made).toHaveLength(wish.proposals.length)
      for (const [index, proposal] of wish.proposals.entries()) addRequested(end, made[index] ?? '', proposal)
      break
    case 'consent':
      become(end, wish.booking, { status: 'confirmed' })
      break
    case 'recall':
      become(end, wish.booking, { status: 'ended', reason: 'recalled', halfDays: [] })
      break
    case 'reconcile':
      become(end, wish.booking, { status: 'reconciled' })
      end.worked.set(wish.booking, wish.worked)
      break
    case 'absence':
      if (wish.breaks !== undefined) become(end, wish.breaks, { status: 'ended', reason: 'broken', halfDays: [] })
      end.away.push(`${wish.specialist} ${wish.halfDay}`)
  }
}

function addRequested({ bookings }: ShouldBe, id: string, { specialist, authority, halfDays }: Proposal): void {
  // A booking belongs to one key.
  expect(bookings.has(id)).toBe(false)
  const asked = [...new Set(halfDays)].toSorted()
  bookings.set(id, { id, specialist, authority, halfDays: asked, status: 'requested' })
}

function become({ bookings }: ShouldBe, id: string, fields: Partial<Facts>): void {
  const before = bookings.get(id)
  if (before === undefined) throw new Error(`${id} was never made`)
  bookings.set(id, { ...before, ...fields })
}

/** Absences that touch have become one, so they are counted by half-days. */
const halfDaysOf = (absences: readonly Absence[]): string[] =>
  absences
    .flatMap(({ specialist, from, to = from }) =>
      Array.from({ length: numberOf(to) - numberOf(from) + 1 }, (_, at) => [
        specialist,
        halfDayOf(numberOf(from) + at),
      ]),
    )
    .map((named) => named.join(' '))
    .toSorted()

/** Every half-day of a settled cover was planned once and comes to what was said last; nothing else is in the ledger. */
function expectSettled(entries: readonly LedgerEntry[], worked: ReadonlyMap<string, readonly string[]>): void {
  const byCover = Map.groupBy(entries, ({ booking }) => booking)
  expect([...byCover.keys()].toSorted()).toEqual([...worked.keys()].toSorted())
  const covers = cities.flatMap((city) => coversOf(city).map((cover) => ({ city, ...cover })))
  for (const { city, id, specialist, halfDays } of covers) {
    const told = worked.get(id)
    if (told === undefined) continue
    const minutes = settlers.find(({ name }) => specialist.endsWith(name))?.minutes ?? 0
    const cents = Math.round((minutes * rateOf(city)) / 60)
    const sums = halfDays.map((halfDay) => sumOf((byCover.get(id) ?? []).filter((one) => one.halfDay === halfDay)))
    expect([id, sums]).toEqual([
      id,
      halfDays.map((halfDay) => ({
        first: 1,
        planned: minutes,
        actual: told.includes(halfDay) ? minutes : 0,
        cents: told.includes(halfDay) ? cents : 0,
      })),
    ])
  }
}

const sumOf = (entries: readonly LedgerEntry[]) => ({
  first: entries.filter(({ settlement }) => settlement === 0).length,
  planned: entries.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0),
  actual: entries.reduce((sum, { actualMinutes }) => sum + actualMinutes, 0),
  cents: entries.reduce((sum, entry) => sum + entry.cents, 0),
})
