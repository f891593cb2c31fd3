import { type CoverHalfDay, type CoverState, homeSurpluses, withPlan } from '@vertretbar/domain/cover'
import { barredAtAuthorities } from '@vertretbar/domain/disclosure'
import { isBar, isCandidate, mayCover, type ReasonCode, reasonsAgainst } from '@vertretbar/domain/eligibility'
import { holds } from '@vertretbar/domain/half-day-set'
import type { NearestCandidate, Uncovered } from '@vertretbar/domain/plan'
import { placeKey } from '@vertretbar/domain/region-index'
import type { Specialist } from '@vertretbar/domain/specialist'
import type { OpenNeed } from './options.ts'

/** Who covers by the plan, whether it is proven that no plan leaves less shortage, and what to tell. */
export interface Planned {
  readonly cover: readonly CoverHalfDay[]
  readonly leastShort: Readonly<Record<'critical' | 'normal', boolean>>
  /** The id by which somebody is told, and told first among equals. */
  readonly idOf: (specialist: string) => string
  /** Whether the authority's own people and those of others are also to be told apart. */
  readonly apart: boolean
}

/** Who came nearest to what a plan leaves short. */
export type Nearest = Pick<Uncovered, 'nearest' | 'apart'>

/** The three candidates with the fewest codes against them, checked against the state and the plan; then by id. */
export function nearestCandidates(state: CoverState, plan: Planned): (open: OpenNeed) => Nearest {
  const beside = besidePlan(state, plan.cover)
  return (open) => {
    const { used, codesOf } = beside(open)
    const candidates = state.index.region.specialists
      .filter((specialist) => isCandidate(specialist, open.ref.requirement))
      .filter((specialist) => !coversThere(used, specialist, open))
      .map((specialist) => ({
        specialist: plan.idOf(specialist.id),
        authority: specialist.authority,
        codes: codesOf(specialist),
      }))
    const most = candidates.filter(isFree).length + used.filter((cover) => isThere(cover, open)).length
    // No plan covers what is past, so there a proof says nothing about who is free: as without one, their number must.
    const isProven = plan.leastShort[open.ref.requirement.criticality] && open.halfDay >> 1 >= state.today
    const areTooFew = open.ref.need.indivisible === true && (isProven || most < open.missing)
    const told = candidates.map((one) =>
      areTooFew && isFree(one) ? { ...one, codes: [...one.codes, 'not-enough' as const] } : one,
    )
    if (!plan.apart) return { nearest: threeOf(told) }
    const own = told.filter(({ authority }) => authority === open.ref.requirement.authority)
    return { nearest: threeOf(told), apart: { own: threeOf(own), barred: barredAtAuthorities(told) } }
  }
}

interface Told extends NearestCandidate {
  readonly authority: string
}

const threeOf = (candidates: readonly Told[]): NearestCandidate[] =>
  candidates
    .toSorted((a, b) => a.codes.length - b.codes.length || (a.specialist < b.specialist ? -1 : 1))
    .slice(0, 3)
    .map(({ specialist, codes }) => ({ specialist, codes }))

/** At a need and half-day: who covers then by the plan, and what bars anybody else from it, beside that plan. */
export function besidePlan(
  state: CoverState,
  cover: readonly CoverHalfDay[],
): (open: Pick<OpenNeed, 'ref' | 'halfDay'>) => {
  readonly used: readonly CoverHalfDay[]
  readonly codesOf: (candidate: Specialist) => ReasonCode[]
} {
  const planned = withPlan(state, cover)
  const usedAt = Map.groupBy(cover, ({ halfDay }) => halfDay)
  return (open) => {
    const used = usedAt.get(open.halfDay) ?? []
    return { used, codesOf: (candidate) => codesBesidePlan({ state, planned, used }, candidate, open) }
  }
}

const isFree = ({ codes }: Pick<NearestCandidate, 'codes'>): boolean => !codes.some(isBar)

const isThere = ({ place }: CoverHalfDay, { ref }: OpenNeed): boolean => placeKey(place) === placeKey(ref.requirement)

const coversThere = (used: readonly CoverHalfDay[], { id }: Specialist, open: OpenNeed): boolean =>
  used.some((cover) => cover.specialist === id && isThere(cover, open))

interface Beside {
  readonly state: CoverState
  readonly planned: CoverState
  readonly used: readonly CoverHalfDay[]
}

function codesBesidePlan(
  { state, planned, used }: Beside,
  candidate: Specialist,
  { ref, halfDay }: Pick<OpenNeed, 'ref' | 'halfDay'>,
): ReasonCode[] {
  const codes = reasonsAgainst({ state: planned, candidate, ref, halfDay })
  const free = () => codes.every(mayComeFromPlan) && mayCover({ state, candidate, ref, halfDay })
  return free() && isUsed(state, used, candidate, halfDay) ? [...codes, 'used-elsewhere'] : codes
}

/** The codes that a plan can add; any other bars the candidate in the state already. */
const mayComeFromPlan = (code: ReasonCode): boolean =>
  !isBar(code) || code === 'conflict' || code === 'weekly-limit' || code === 'agreement-limit'

/** The plan has the person somewhere else, or has taken all that a need at their home can spare. */
function isUsed(state: CoverState, used: readonly CoverHalfDay[], candidate: Specialist, halfDay: number): boolean {
  if (used.some(({ specialist }) => specialist === candidate.id)) return true
  return homeSurpluses(state, candidate.id, halfDay).some(({ need, surplus }) => {
    const lent = used.filter(({ specialist }) =>
      need.members.some((member) => member.specialist === specialist && holds(member.counts, state.span, halfDay)),
    )
    return lent.length >= surplus
  })
}
