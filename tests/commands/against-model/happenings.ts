import type { Command } from '@vertretbar/domain/command'
import type { Result } from '@vertretbar/domain/result'
import type { OrderRefusal } from '@vertretbar/usecases/execute'
import type { Outcome } from '@vertretbar/usecases/ports'
import type { State, Verdict } from '../model/state.ts'

interface Answer {
  readonly told: Result<Outcome, OrderRefusal>
  readonly verdict: Verdict
}

/** What came of a command, by names that a test can ask for. */
export function happenings(before: State, { kind }: Command, { told, verdict }: Answer): string[] {
  if (!told.ok) return [`refused: ${told.refusal.code}`, ...bars(told.refusal)]
  if (!('after' in verdict)) return []
  const isMerged = kind === 'record-absence' && verdict.after.region.absences.length <= before.region.absences.length
  return [
    `${kind}: done`,
    ...(isMerged ? ['absences: merged'] : []),
    ...(kind === 'delete-expired' ? deletions(before, verdict.after) : []),
    ...people(before, verdict.after),
    ...changes(before, verdict.after),
  ]
}

const deletions = (before: State, after: State): string[] =>
  (['absences', 'bookings', 'gapMarks', 'members', 'feeds'] as const)
    .filter((list) => (after.region[list] ?? []).length < (before.region[list] ?? []).length)
    .map((list) => `kept long enough: ${list}`)

function people(before: State, after: State): string[] {
  const whose = new Map(before.region.bookings.map(({ id, specialist }) => [id, specialist]))
  const isElsewhere = after.region.bookings.some(({ id, specialist }) => (whose.get(id) ?? specialist) !== specialist)
  const logins = new Map((before.region.members ?? []).map(({ id, identity }) => [identity?.subject, id]))
  const isMoved = (after.region.members ?? []).some(
    ({ id, identity }) => identity !== undefined && (logins.get(identity.subject) ?? id) !== id,
  )
  return [...(isElsewhere ? ['bookings of nobody'] : []), ...(isMoved ? ['a login that moves'] : [])]
}

const bars = (refusal: OrderRefusal): string[] =>
  refusal.code === 'barred' ? refusal.halfDays.flatMap(({ codes }) => codes.map((code) => `barred: ${code}`)) : []

function changes(before: State, after: State): string[] {
  const { bookings, refusals } = before.region
  const were = new Map(bookings.map((booking) => [booking.id, booking]))
  const settled = new Map(before.settled.map((one) => [`${one.booking} ${one.halfDay}`, one.worked]))
  return [
    ...after.region.bookings.flatMap(({ id, status, reason, released = [] }) => [
      ...(were.get(id)?.status === status ? [] : [`booking: ${reason ?? status}`]),
      ...released
        .slice(were.get(id)?.released?.length ?? 0)
        .map((one) => `half-days of a ${one.confirmed ? 'cover' : 'request'}: ${one.reason}`),
    ]),
    ...(after.region.refusals.length < refusals.length ? ['refusal: forgotten'] : []),
    ...after.settled.flatMap((one) => {
      const worked = settled.get(`${one.booking} ${one.halfDay}`)
      return worked === one.worked ? [] : [`half-day: ${worked === undefined ? 'settled' : 'corrected'}`]
    }),
  ]
}
