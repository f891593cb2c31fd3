import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Absence, Specialist } from '@vertretbar/domain/specialist'
import { addDays, dateOf, daysBetween } from '../oracle/dates.ts'
import { drawBusyDate, type Setting } from './setting.ts'

/** Absences of which no two of one person overlap; the last one of a person may be open-ended. */
export const drawAbsences = (setting: Setting, specialists: readonly Specialist[]): Absence[] =>
  specialists
    .flatMap(({ id }) => drawAbsencesOf(setting, id))
    .map((absence, index) => ({ id: `abs-${String(index + 1).padStart(3, '0')}`, ...absence }))

function drawAbsencesOf(setting: Setting, specialist: string): Omit<Absence, 'id'>[] {
  const { random, knobs, horizon } = setting
  const absences: Omit<Absence, 'id'>[] = []
  let earliest: HalfDay = `${addDays(horizon.from, -8)}/am`
  while (random.chance(knobs.absences)) {
    const start = addDays(drawBusyDate(setting, daysBetween(horizon.from, horizon.to)), -random.int(0, 4))
    const from = `${start}/${random.pick(['am', 'am', 'pm'])}`
    if (from <= earliest) continue
    if (random.chance(0.1)) {
      absences.push({ specialist, from, reviewOn: addDays(start, random.int(1, 20)) })
      return absences
    }
    const to = `${addDays(dateOf(from), random.pick([0, 0, 1, 2, 4, 9, 18]))}/pm`
    // Half a day ends in its morning; one that begins in the afternoon cannot.
    const end = from.endsWith('am') && random.chance(0.25) ? `${dateOf(to)}/am` : to
    absences.push({ specialist, from, to: end })
    earliest = end
  }
  return absences
}
