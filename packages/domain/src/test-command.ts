import type { Booking } from './booking.ts'
import { dateInGermany } from './calendar.ts'
import { changed } from './change.ts'
import type { Command } from './command.ts'
import type { CommandRefusal } from './command-refusal.ts'
import { decide } from './decide.ts'
import type { Context, Decision } from './decision.ts'
import { dayOf } from './half-day.ts'
import type { LedgerEntry } from './ledger.ts'
import type { Audience } from './message.ts'
import type { RegionIndex } from './region-index.ts'
import { type Case, regionOf } from './test-candidacy.ts'
import { booking, since, specialist, testRegion } from './test-region.ts'

/** Monday 1 June 2026, 10:00 in Germany: when the commands of a test are given unless they say otherwise. */
export const monday = '2026-06-01T08:00:00.000Z'

/** The Wednesday and the Thursday of the week after. */
export const wednesday = '2026-06-10/am'
export const wednesdayPm = '2026-06-10/pm'
export const thursday = '2026-06-11/am'

/** A colleague in the parish's registry who knows its payroll: cover by that person is in-house. */
export const registrar = specialist('parish-r1', { authority: 'parish', homeArea: 'registry' })

/** The region of a case, with the colleague in the parish's registry. */
export const lending = (one: Case = {}): RegionIndex => regionOf({ ...one, others: [registrar, ...(one.others ?? [])] })

type RequestBookings = Extract<Command, { readonly kind: 'request-bookings' }>

/** A cover that is asked for. */
export type Proposal = RequestBookings['proposals'][number]

/** city-p1 is asked for on Wednesday morning, or others at other times. */
export const ask = (...proposals: readonly Partial<Proposal>[]): RequestBookings => ({
  kind: 'request-bookings',
  proposals: proposals.map((proposal) => ({
    specialist: 'city-p1',
    authority: 'parish',
    area: 'payroll',
    halfDays: [wednesday],
    mode: 'remote',
    ...proposal,
  })),
})

/** What was asked for on Monday: city-p1 covers in the parish's payroll on Wednesday morning, under the pool. */
export const request = (fields: Partial<Booking> = {}): Booking =>
  booking('city-p1', wednesday, {
    id: 'cover',
    authority: 'parish',
    area: 'payroll',
    agreement: 'pool',
    status: 'requested',
    expiresAt: '2026-06-04T15:00:00.000Z',
    ...fields,
  })

/** The same, agreed to. */
export const cover = (fields: Partial<Booking> = {}): Booking => request({ status: 'confirmed', ...fields })

/** The same by the colleague in the registry. */
export const inHouse = (fields: Partial<Booking> = {}): Booking => {
  const { agreement: _, ...others } = request({ specialist: 'parish-r1', ...fields })
  return others
}

/** What that cover is paid by: 39 hours over ten half-days, at 45.67 EUR an hour. */
export const payable: Case = {
  candidate: { weeklyMinutes: [{ ...since, minutes: 2340 }] },
  agreement: { ratesCentsPerHour: { payroll: 4567, audit: 1 } },
}

/** One side, or both, say which half-days of it were worked. */
export const worked = (as: 'lender' | 'receiver' | 'both', ...halfDays: string[]): Command => ({
  kind: 'reconcile-booking',
  booking: 'cover',
  as,
  halfDays,
})

/** What one half-day of it comes to. */
export const ledgerEntry = (halfDay: string, fields: Partial<LedgerEntry> = {}): LedgerEntry => ({
  booking: 'cover',
  settlement: 0,
  halfDay,
  giver: 'city',
  receiver: 'parish',
  area: 'payroll',
  agreement: 'pool',
  plannedMinutes: 234,
  actualMinutes: 234,
  rateCentsPerHour: 4567,
  cents: 17_811,
  at: monday,
  ...fields,
})

/** When a command is given, and what was settled before. */
interface Circumstances {
  readonly at?: string
  readonly ledger?: readonly LedgerEntry[]
}

/** What a command comes to; throws where it is refused. */
export function decided(index: RegionIndex, command: Command, circumstances: Circumstances = {}): Decision {
  const answer = answered(index, command, circumstances)
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

/** Why a command is refused; throws where it is not. */
export function refused(index: RegionIndex, command: Command, circumstances: Circumstances = {}): CommandRefusal {
  const answer = answered(index, command, circumstances)
  if (answer.ok) throw new Error(`accepted: ${JSON.stringify(answer.value)}`)
  return answer.refusal
}

const answered = (index: RegionIndex, command: Command, { at = monday, ledger = [] }: Circumstances) =>
  decide({ index, ledger }, command, contextAt(at, index))

/** Who gives a command, when, and ids that the region does not know yet. */
export function contextAt(at: string, { region }: RegionIndex): Context {
  const now = Date.parse(at)
  let ids = region.bookings.length + region.absences.length + (region.gapMarks?.length ?? 0)
  const newId = (): string => {
    ids += 1
    return `new-${ids}`
  }
  return { actor: { kind: 'console', id: 'clerk-7' }, now, today: dayOf(dateInGermany(now)), newId }
}

/** The region that a command leaves, which holds together like any other. */
export const after = (index: RegionIndex, command: Command, circumstances: Circumstances = {}): RegionIndex =>
  testRegion(changed(index.region, decided(index, command, circumstances).changes))

/** The booking of an id. */
export function bookingOf({ region }: RegionIndex, id = 'cover'): Booking {
  const found = region.bookings.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no booking ${id}`)
  return found
}

/** What is told to whom, each as `requested city-p1 2026-06-10/am: person, hr city`. */
export const told = ({ notices }: Pick<Decision, 'notices'>): string[] =>
  notices.map(
    ({ kind, booking: { specialist: who }, halfDays, to }) =>
      `${kind} ${who} ${halfDays.join(' ')}: ${to.map(nameOf).join(', ')}`,
  )

function nameOf(to: Audience): string {
  switch (to.kind) {
    case 'specialist':
      return to.specialist
    case 'hr-manager':
      return `hr ${to.authority}`
    case 'area-head':
      return `head ${to.authority} ${to.area}`
    case 'coordinator':
      return 'coordinator'
  }
}
