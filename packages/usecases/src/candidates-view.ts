import { personOf } from '@vertretbar/domain/access-subject'
import { barredAtAuthorities, toldToOthers } from '@vertretbar/domain/disclosure'
import { dateOf, dayOf, HalfDay, LocalDate } from '@vertretbar/domain/half-day'
import { type Horizon, horizonOf } from '@vertretbar/domain/horizon'
import { AuthorityId, RequirementId, SpecialistId } from '@vertretbar/domain/identifier'
import { BarredAtAuthority } from '@vertretbar/domain/plan'
import type { NeedRef } from '@vertretbar/domain/region-index'
import type { Specialist } from '@vertretbar/domain/specialist'
import * as z from 'zod'
import { sha256 } from './audit-chain.ts'
import { type Asked, BarredHere, candidaciesFor, needRef, PossibleCover } from './candidacies.ts'
import { mostDays } from './plan-job.ts'
import type { Viewer } from './viewer.ts'

/** What somebody without a name is asked for by: which days were looked at, what was told of them, and who of equals. */
export const CandidateHandle = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}\.\d{4}-\d{2}-\d{2}\.[0-9a-f]{32}\.\d{1,5}$/)
  .meta({ id: 'CandidateHandle' })

const NamedCandidate = z
  .strictObject({
    specialist: SpecialistId,
    authority: AuthorityId,
    ...PossibleCover.unwrap().shape,
    barred: z.array(BarredHere).readonly(),
  })
  .readonly()
  .meta({ id: 'NamedCandidate' })

const UnnamedCandidate = z
  .strictObject({
    candidate: CandidateHandle,
    authority: AuthorityId,
    /** Person 1, 2, 3 of the authority. */
    person: z.int().min(1),
    ...PossibleCover.unwrap().shape,
  })
  .readonly()
  .meta({ id: 'UnnamedCandidate' })

/** Who might cover what a need lacks: by name whom one may know, of the others what they could do and how many cannot. */
export const CandidatesView = z
  .strictObject({
    version: z.int().min(1),
    requirement: RequirementId,
    need: z.int().min(0),
    from: LocalDate,
    to: LocalDate,
    halfDays: z.array(HalfDay).readonly(),
    named: z.array(NamedCandidate).readonly(),
    unnamed: z.array(UnnamedCandidate).readonly(),
    /** How many of each authority cannot come at any of the half-days, by code. */
    barred: z.array(BarredAtAuthority).readonly(),
  })
  .readonly()
  .meta({ id: 'CandidatesView' })
export type CandidatesView = z.infer<typeof CandidatesView>

/** The need that somebody asks about, if they may see its gaps; whoever may not is told that there is none. */
export function visibleNeed(
  { snapshot: { index }, access }: Viewer,
  { requirement, need }: Named,
): NeedRef | undefined {
  const ref = needRef(index, requirement, need)
  return ref !== undefined && access.may('read-candidates', { places: [ref.requirement] }) ? ref : undefined
}

/** A need by its requirement and its position there. */
export interface Named {
  readonly requirement: string
  readonly need: number
}

/** The candidates for the short half-days of a need, as somebody is told them. */
export function candidatesView(viewer: Viewer, ref: NeedRef, horizon: Horizon): CandidatesView {
  const { snapshot } = viewer
  const { halfDays, asked } = candidaciesFor(snapshot.index, ref, horizon)
  const others = asked.filter((one) => !isNamed(viewer, one))
  return {
    version: snapshot.version,
    requirement: ref.requirement.id,
    need: ref.position,
    from: dateOf(horizon.first),
    to: dateOf(horizon.last),
    halfDays,
    named: asked
      .filter((one) => isNamed(viewer, one))
      .map((one) => namedCandidate(viewer, one))
      .toSorted((a, b) => (a.specialist < b.specialist ? -1 : 1)),
    unnamed: unnamedOf(others, ref, horizon).map(({ candidate, person, told }) => ({ candidate, person, ...told })),
    barred: barredAtAuthorities(others.filter(({ cover }) => cover.halfDays.length === 0).map(codesOf)),
  }
}

/** Whoever employs somebody is told of them by name whatever bars them; others only of those who can do the work. */
const isNamed = ({ access }: Viewer, { person, barred }: Asked): boolean =>
  access.may('see-name', personOf(person)) &&
  (access.may('see-codes', personOf(person)) || !barred.some(({ codes }) => codes.includes('not-competent')))

/** By name, with all that bars them for those who employ them; for others who may know the name, merged. */
function namedCandidate({ access }: Viewer, { person, cover, barred }: Asked): z.infer<typeof NamedCandidate> {
  const { id: specialist, authority } = person
  if (access.may('see-codes', personOf(person))) return { specialist, authority, ...cover, barred }
  const told = barred.map(({ codes, halfDays }) => ({ codes: toldToOthers(codes), halfDays }))
  const merged = Map.groupBy(told, ({ codes }) => codes.join(' '))
  return {
    specialist,
    authority,
    ...cover,
    barred: [...merged.values()].map((group) => ({
      codes: group[0]?.codes ?? [],
      halfDays: group.flatMap(({ halfDays }) => halfDays).toSorted(),
    })),
  }
}

interface Unnamed {
  readonly candidate: string
  readonly person: number
  readonly told: PossibleCover & { readonly authority: string }
  readonly who: Specialist
}

/** Who could come, numbered within each authority by nothing but what is told of them. */
function unnamedOf(others: readonly Asked[], ref: NeedRef, horizon: Horizon): Unnamed[] {
  const able = others
    .filter(({ cover }) => cover.halfDays.length > 0)
    .map(({ person, cover }) => {
      const told = { authority: person.authority, ...cover }
      return { who: person, told, facts: JSON.stringify(told) }
    })
    .toSorted((a, b) => (a.facts < b.facts ? -1 : a.facts > b.facts ? 1 : 0))
  return able.map(({ who, told, facts }, position) => {
    const before = able.slice(0, position)
    const ordinal = before.filter((one) => one.facts === facts).length + 1
    const digest = sha256(JSON.stringify([ref.requirement.id, ref.position, facts])).slice(0, 32)
    return {
      candidate: [dateOf(horizon.first), dateOf(horizon.last), digest, ordinal].join('.'),
      person: before.filter((one) => one.told.authority === told.authority).length + 1,
      told,
      who,
    }
  })
}

/** What others are told of somebody who cannot come. */
const codesOf = ({ person, barred }: Asked) => ({
  authority: person.authority,
  codes: [...new Set(barred.flatMap((one) => one.codes))],
})

/**
 * Whom a handle means as things stand: who of equals is which depends on what is known of them and not on their ids. It
 * means nobody who is no longer what was told, and nobody for half-days that were not told.
 */
export function candidateBehind(
  viewer: Viewer,
  ref: NeedRef,
  {
    candidate,
    halfDays,
    today,
  }: { readonly candidate: string; readonly halfDays: readonly HalfDay[]; readonly today: LocalDate },
): Specialist | undefined {
  const [from, to] = candidate.split('.')
  const horizon = horizonOf({ today, from, to }, { today, days: 1, mostDays })
  if (!horizon.ok) return undefined
  const { asked } = candidaciesFor(viewer.snapshot.index, ref, { ...horizon.value, today: dayOf(today) })
  const others = asked.filter((one) => !isNamed(viewer, one))
  const found = unnamedOf(others, ref, horizon.value).find((one) => one.candidate === candidate)
  return found !== undefined && halfDays.every((halfDay) => found.told.halfDays.includes(halfDay))
    ? found.who
    : undefined
}
