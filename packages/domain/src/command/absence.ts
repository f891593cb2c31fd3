import * as z from 'zod'
import { mergeAbsence } from '../absence-merge.ts'
import type { Change } from '../change.ts'
import type { CommandRefusal } from '../command-refusal.ts'
import { type Decide, type Decision, decision } from '../decision.ts'
import { HalfDay, LocalDate } from '../half-day.ts'
import { Id, SpecialistId } from '../identifier.ts'
import type { Problem } from '../problem.ts'
import type { RegionIndex } from '../region-index.ts'
import { accept, type Result, refuse } from '../result.ts'
import type { Absence } from '../specialist.ts'

const timeFields = { from: HalfDay, to: HalfDay.optional(), reviewOn: LocalDate.optional() }

/** Somebody is away: to the last half-day, or without an end and looked at again on a date. Never why. */
export const RecordAbsence = z
  .strictObject({ kind: z.literal('record-absence'), specialist: SpecialistId, ...timeFields })
  .readonly()
  .meta({ id: 'RecordAbsence' })

/** An absence has another time. */
export const ChangeAbsence = z
  .strictObject({ kind: z.literal('change-absence'), absence: Id, ...timeFields })
  .readonly()
  .meta({ id: 'ChangeAbsence' })

/** An absence ends with this half-day. */
export const EndAbsence = z
  .strictObject({ kind: z.literal('end-absence'), absence: Id, to: HalfDay })
  .readonly()
  .meta({ id: 'EndAbsence' })

/** An absence is not. */
export const WithdrawAbsence = z
  .strictObject({ kind: z.literal('withdraw-absence'), absence: Id })
  .readonly()
  .meta({ id: 'WithdrawAbsence' })

/** So many absences fit into one stored item with their person, years of them. */
const mostAbsences = 2000

/** Never refused for lack of cover (BUrlG § 7): that opens a gap, and breaks what the person was booked for. */
export const recordAbsence: Decide<z.infer<typeof RecordAbsence>> = ({ index }, { specialist, ...time }, { newId }) => {
  if (!index.region.specialists.some(({ id }) => id === specialist))
    return refuse({ code: 'unknown', what: 'specialist', id: specialist })
  const known = index.absencesOf(specialist)
  if (known.length >= mostAbsences) return refuse({ code: 'invalid', problems: [tooMany] })
  return stored(known, { id: newId(), specialist, from: time.from, ...endOf(time) })
}

const tooMany: Problem = { pointer: '/specialist', code: 'too-large', of: 'entries', maximum: mostAbsences }

/** The same, for an absence that is known. */
export const changeAbsence: Decide<z.infer<typeof ChangeAbsence>> = ({ index }, { absence: id, ...time }) => {
  const found = absenceIn(index, id)
  return found.ok ? moved(index, found.value, { from: time.from, ...endOf(time) }) : found
}

/** The same, for its end alone. */
export const endAbsence: Decide<z.infer<typeof EndAbsence>> = ({ index }, { absence: id, to }) => {
  const found = absenceIn(index, id)
  return found.ok ? moved(index, found.value, { from: found.value.from, to }) : found
}

/** As if it had never been. */
export const withdrawAbsence: Decide<z.infer<typeof WithdrawAbsence>> = ({ index }, { absence: id }) => {
  const found = absenceIn(index, id)
  return found.ok ? accept(decision([{ kind: 'remove', in: 'absences', id }])) : found
}

type Time = Pick<Absence, 'from' | 'to' | 'reviewOn'>

const endOf = ({ to, reviewOn }: Omit<Time, 'from'>): Omit<Time, 'from'> => ({
  ...(to === undefined ? {} : { to }),
  ...(reviewOn === undefined ? {} : { reviewOn }),
})

function absenceIn({ region }: RegionIndex, id: string): Result<Absence, CommandRefusal> {
  const absence = region.absences.find((one) => one.id === id)
  return absence === undefined ? refuse({ code: 'unknown', what: 'absence', id }) : accept(absence)
}

function moved(index: RegionIndex, { id, specialist }: Absence, time: Time): Result<Decision, CommandRefusal> {
  const others = index.absencesOf(specialist).filter((other) => other.id !== id)
  const decided = stored(others, { id, specialist, ...time })
  if (!decided.ok) return decided
  const { changes } = decided.value
  const isKept = changes.some((change) => change.kind === 'put' && change.in === 'absences' && change.member.id === id)
  return isKept ? decided : accept(decision([{ kind: 'remove', in: 'absences', id }, ...changes]))
}

/** The absence, joined with those it touches; or what is wrong with its time. */
function stored(others: readonly Absence[], absence: Absence): Result<Decision, CommandRefusal> {
  const problems = wrongTimes(absence)
  if (problems.length > 0) return refuse({ code: 'invalid', problems })
  const { absence: whole, merged } = mergeAbsence(absence, others)
  const gone = merged.filter(({ id }) => id !== whole.id)
  return accept(
    decision([
      ...gone.map(({ id }): Change => ({ kind: 'remove', in: 'absences', id })),
      { kind: 'put', in: 'absences', member: whole },
    ]),
  )
}

function wrongTimes({ from, to, reviewOn }: Time): Problem[] {
  if (to === undefined && reviewOn === undefined) return [{ pointer: '', code: 'absence-without-end' }]
  if (to !== undefined && reviewOn !== undefined) return [{ pointer: '/reviewOn', code: 'absence-with-two-ends' }]
  if (to !== undefined && to < from) return [{ pointer: '/to', code: 'reversed-period', from, to }]
  return reviewOn !== undefined && reviewOn < from.slice(0, 10)
    ? [{ pointer: '/reviewOn', code: 'reversed-period', from, to: reviewOn }]
    : []
}
