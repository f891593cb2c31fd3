import { operator } from '@vertretbar/domain/actor'
import type { GapMark } from '@vertretbar/domain/gap-mark'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import type { Absence } from '@vertretbar/domain/specialist'
import { type BookingView, bookingView } from '@vertretbar/usecases/booking-view'
import { execute } from '@vertretbar/usecases/execute'
import type { Outcome, Snapshot } from '@vertretbar/usecases/ports'
import type { Refusal } from '../refusal.ts'
import { type Asked, orderRefusals } from './asked-command.ts'
import { type OpenRegion, standing } from './open-region.ts'

/** What a command came to: what it touched, as it is now. */
export interface CarriedOut {
  readonly outcome: Outcome
  readonly bookings: readonly BookingView[]
  readonly absences: readonly Absence[]
  readonly gapMarks: readonly GapMark[]
  /** The region that has all of that. */
  readonly after: Snapshot
}

/** Carries out a command as the operator, once under its key if it has one. */
export async function carryOut(
  { ports, snapshot }: OpenRegion,
  { command, origin }: Asked,
  key: string | undefined,
): Promise<Result<CarriedOut, readonly Refusal[]>> {
  const region = snapshot.region.region.id
  const done = await execute(ports, { region, command, actor: operator, key })
  if (!done.ok) return refuse(orderRefusals(done.refusal, origin))
  const after = await standing(ports, region)
  const outcome = done.value
  return accept({
    outcome,
    bookings: namedBy(outcome.bookings, after.region.bookings).map((booking) =>
      bookingView(after, booking, ports.now()),
    ),
    absences: namedBy(outcome.absences, after.region.absences),
    gapMarks: namedBy(outcome.gapMarks, after.region.gapMarks ?? []),
    after,
  })
}

const namedBy = <Thing extends { readonly id: string }>(ids: readonly string[], things: readonly Thing[]): Thing[] =>
  things.filter(({ id }) => ids.includes(id))
