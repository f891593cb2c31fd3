import type { Command } from '@vertretbar/domain/command'
import type { HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { Random } from '../../generate/random.ts'
import { type NeedRef, shortageOf } from '../../oracle/counting.ts'
import { addDays, halfDaysFrom } from '../../oracle/dates.ts'
import { occurrenceAt } from '../../oracle/occurrences.ts'

/** What commands are drawn from: the region as it stands, and the day and time. */
export interface View {
  readonly region: Region
  readonly now: number
  readonly today: LocalDate
  readonly random: Random
}

/** A command of some kind; undefined where there is nothing to give it for. */
export type Draw = (view: View) => Command | undefined

/** How far ahead people look, in days. */
const outlook = 20

/** The half-days ahead at which a need is short. */
export const shortAhead = ({ region, today }: View, need: NeedRef): HalfDay[] =>
  halfDaysFrom(today, addDays(today, outlook)).filter(
    (halfDay) => occurrenceAt(region, need.requirement, halfDay) !== undefined && shortageOf(region, need, halfDay) > 0,
  )

/** A half-day of the days around, now and then one that has begun. */
export const drawHalfDay = ({ today, random }: View): HalfDay =>
  `${addDays(today, random.int(-2, outlook))}/${random.pick(['am', 'pm'])}`

/** One of a list; undefined if it is empty. */
export const oneOf = <Thing>(random: Random, list: readonly Thing[]): Thing | undefined =>
  list.length === 0 ? undefined : random.pick(list)

/** The id of one of some things; now and then one that nothing has. */
export const idOf = (random: Random, things: readonly { readonly id: string }[]): string =>
  things.length === 0 || random.chance(0.05) ? 'nobody' : random.pick(things).id
