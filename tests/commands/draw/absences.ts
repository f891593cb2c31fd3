import type { HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import { addDays, dateOf } from '../../oracle/dates.ts'
import { type Draw, drawHalfDay, idOf, oneOf, type View } from './view.ts'

/** Somebody is away, often somebody who is to cover then. */
export const drawAbsence: Draw = (view) => {
  const { region, random } = view
  const live = region.bookings.filter(({ status }) => status !== 'ended')
  const booking = random.chance(0.4) ? oneOf(random, live) : undefined
  const specialist = booking?.specialist ?? idOf(random, region.specialists)
  const from = booking === undefined ? drawHalfDay(view) : random.pick(booking.halfDays)
  return { kind: 'record-absence', specialist, ...drawTime(view, from) }
}

/** An absence moves. */
export const drawChange: Draw = (view) => {
  const { region, random } = view
  const absence = idOf(random, region.absences)
  return { kind: 'change-absence', absence, ...drawTime(view, drawHalfDay(view)) }
}

/** An absence ends, one of those without an end or any. */
export const drawEnd: Draw = (view) => {
  const { region, random } = view
  const open = region.absences.filter(({ to }) => to === undefined)
  const absence = idOf(random, open.length > 0 ? open : region.absences)
  return { kind: 'end-absence', absence, to: drawHalfDay(view) }
}

/** An absence is taken back. */
export const drawRevocation: Draw = ({ region, random }) => ({
  kind: 'withdraw-absence',
  absence: idOf(random, region.absences),
})

/** From a half-day on: some days, or without an end; now and then with two ends, none, or one before the beginning. */
function drawTime({ random }: View, from: HalfDay): { from: HalfDay; to?: HalfDay; reviewOn?: LocalDate } {
  const day = addDays(dateOf(from), random.pick([0, 0, 1, 2, 4, 9, -1]))
  const to = from.endsWith('pm') || random.chance(0.7) ? `${day}/pm` : `${day}/am`
  const draw = random.int(1, 40)
  if (draw === 1) return { from }
  if (draw === 2) return { from, to, reviewOn: day }
  return draw < 8 ? { from, reviewOn: day } : { from, to }
}
