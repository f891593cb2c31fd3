import { inContentOrder } from '@vertretbar/domain/content-order'
import { coverState, horizonFrom, widened } from '@vertretbar/domain/cover'
import {
  type Candidacy,
  isBar,
  isCandidate,
  productsToOpen,
  ReasonCode,
  reasonsAgainst,
  rulesConcerning,
} from '@vertretbar/domain/eligibility'
import { HalfDay, halfDayOf } from '@vertretbar/domain/half-day'
import { holds } from '@vertretbar/domain/half-day-set'
import type { Horizon } from '@vertretbar/domain/horizon'
import { ProductId } from '@vertretbar/domain/identifier'
import type { NeedRef, RegionIndex } from '@vertretbar/domain/region-index'
import type { Specialist } from '@vertretbar/domain/specialist'
import * as z from 'zod'

/** What somebody could do for a need: when, by which rules, and what is to be seen to before. */
export const PossibleCover = z
  .strictObject({
    halfDays: z.array(HalfDay).readonly(),
    /** The rules that had anything to look at, each by the code it would have given. */
    passed: z.array(ReasonCode).readonly(),
    /** One of these products must be opened for them first; for none if it is empty. */
    opens: z.array(ProductId).readonly(),
    /** The half-days with less notice than the agreement asks for, which the lender waives by consenting. */
    shortNotice: z.array(HalfDay).readonly(),
  })
  .readonly()
export type PossibleCover = z.infer<typeof PossibleCover>

/** Somebody who is asked about, what they could do, and what bars them at which of the other half-days. */
export interface Asked {
  readonly person: Specialist
  readonly cover: PossibleCover
  readonly barred: readonly BarredHere[]
}

/** Half-days at which just these codes bar somebody. */
export const BarredHere = z
  .strictObject({ codes: z.array(ReasonCode).min(1).readonly(), halfDays: z.array(HalfDay).min(1).readonly() })
  .readonly()
export type BarredHere = z.infer<typeof BarredHere>

/** What a need lacks over some days, and everybody who may be asked about it. */
export interface Candidacies {
  readonly halfDays: readonly HalfDay[]
  /** In the order of what is known of them, so that nobody learns from it who of two equals is who. */
  readonly asked: readonly Asked[]
}

/** Everybody who is a candidate for the short half-days of a need from today on, by every rule of cover as things stand. */
export function candidaciesFor(index: RegionIndex, ref: NeedRef, { first, last, today }: Horizon): Candidacies {
  const reach = widened(horizonFrom(index, today), [2 * Math.max(first, today), 2 * Math.max(last, today)])
  const state = coverState(index, reach, today)
  const supply = state.supply.find(
    (one) => one.ref.requirement === ref.requirement && one.ref.position === ref.position,
  )
  const from = Math.max(first, today)
  const all = Array.from({ length: Math.max(0, 2 * (last - from + 1)) }, (_, at) => 2 * from + at)
  const short = all.filter((halfDay) => supply !== undefined && holds(supply.short, state.span, halfDay))
  return {
    halfDays: short.map(halfDayOf),
    asked: inContentOrder(index.region)
      .filter((person) => isCandidate(person, ref.requirement))
      .map((candidate) => ({
        person: candidate,
        ...answerOf(short.map((halfDay) => ({ state, candidate, ref, halfDay }))),
      })),
  }
}

function answerOf(candidacies: readonly Candidacy[]): Omit<Asked, 'person'> {
  const answers = candidacies.map((one) => ({ one, halfDay: halfDayOf(one.halfDay), codes: reasonsAgainst(one) }))
  const free = answers.filter(({ codes }) => !codes.some(isBar))
  const shortNotice = free.filter(({ codes }) => codes.includes('short-notice')).map(({ halfDay }) => halfDay)
  const waived = shortNotice.length > 0
  const passed = new Set(free.flatMap(({ one }) => rulesConcerning(one)))
  const isOutside = free.filter(({ one: { candidate, ref } }) => candidate.authority !== ref.requirement.authority)
  const barred = Map.groupBy(
    answers.filter(({ codes }) => codes.some(isBar)),
    ({ codes }) => codes.join(' '),
  )
  return {
    cover: {
      halfDays: free.map(({ halfDay }) => halfDay),
      passed: ReasonCode.options.filter((code) => passed.has(code) && !(waived && code === 'short-notice')),
      opens: [...new Set(isOutside.flatMap(({ one }) => productsToOpen(one)))].toSorted(),
      shortNotice,
    },
    barred: [...barred.values()].map((group) => ({
      codes: group[0]?.codes ?? [],
      halfDays: group.map(({ halfDay }) => halfDay),
    })),
  }
}

/** The need of a requirement by its position; undefined where there is none. */
export const needRef = ({ needs }: RegionIndex, requirement: string, position: number): NeedRef | undefined =>
  needs.find((ref) => ref.requirement.id === requirement && ref.position === position)
