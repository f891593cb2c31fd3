import type { Command } from '@vertretbar/domain/command'
import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Absence } from '@vertretbar/domain/specialist'
import { addDays, dateOf, halfOf } from '../../oracle/dates.ts'
import { changed, type Judge, no, type State, type Verdict } from './state.ts'

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>

/** Somebody is away, whatever that leaves uncovered. */
export const recorded: Judge<Of<'record-absence'>> = (state, { specialist, from, to, reviewOn }, { newIds }) =>
  state.region.specialists.some(({ id }) => id === specialist)
    ? withAbsence(state, { id: newIds[0] ?? 'unnamed', specialist, from, to, reviewOn })
    : no({ code: 'unknown', what: 'specialist', id: specialist })

/** An absence is at another time. */
export const moved: Judge<Of<'change-absence'>> = (state, { absence: id, from, to, reviewOn }) => {
  const { found, others } = parted(state, id)
  return found === undefined
    ? unknown(id)
    : withAbsence(others, { id, specialist: found.specialist, from, to, reviewOn })
}

/** An absence ends. */
export const finished: Judge<Of<'end-absence'>> = (state, { absence: id, to }) => {
  const { found, others } = parted(state, id)
  if (found === undefined) return unknown(id)
  return withAbsence(others, { id, specialist: found.specialist, from: found.from, to })
}

/** An absence is taken back. */
export const takenBack: Judge<Of<'withdraw-absence'>> = (state, { absence: id }) => {
  const { found, others } = parted(state, id)
  return found === undefined ? unknown(id) : { after: others }
}

const unknown = (id: string): Verdict => no({ code: 'unknown', what: 'absence', id })

function parted(state: State, id: string): { found: Absence | undefined; others: State } {
  const absences = state.region.absences.filter((absence) => absence.id !== id)
  const found = state.region.absences.find((absence) => absence.id === id)
  return { found, others: { ...state, region: { ...state.region, absences } } }
}

/** The absence among the others: whatever it touches becomes one with it, and may then touch the next. */
function withAbsence(state: State, absence: Absence): Verdict {
  if (!isInTime(absence)) return no({ code: 'invalid' })
  const { absences } = state.region
  const touched = absences.find((other) => other.specialist === absence.specialist && touches(absence, other))
  if (touched === undefined) return changed(state, { absences: [...absences, absence] })
  const others = { ...state.region, absences: absences.filter((other) => other !== touched) }
  return withAbsence({ ...state, region: others }, united(absence, touched))
}

/** It has an end or a date of review, one of them and not before its beginning. */
const isInTime = ({ from, to, reviewOn }: Absence): boolean =>
  (to === undefined) !== (reviewOn === undefined) && (to ?? from) >= from && (reviewOn ?? from) >= dateOf(from)

/** They overlap, or one begins with the very half-day after the other's last. */
const touches = (one: Absence, other: Absence): boolean =>
  (other.to === undefined || one.from <= halfDayAfter(other.to)) &&
  (one.to === undefined || other.from <= halfDayAfter(one.to))

const halfDayAfter = (halfDay: HalfDay): HalfDay =>
  halfOf(halfDay) === 'am' ? `${dateOf(halfDay)}/pm` : `${addDays(dateOf(halfDay), 1)}/am`

/** The earlier one, up to the later end; without an end if one has none, to be looked at on the later date. */
function united(one: Absence, other: Absence): Absence {
  const { id, specialist, from } = other.from < one.from ? other : one
  const reviews = [one.reviewOn, other.reviewOn].filter((date) => date !== undefined).toSorted()
  const ends = [one.to, other.to].filter((end) => end !== undefined).toSorted()
  const end = reviews.length > 0 ? { reviewOn: reviews.at(-1) } : { to: ends.at(-1) }
  return { id, specialist, from, ...end }
}
