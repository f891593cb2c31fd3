import { type CoverHalfDay, type CoverState, homeSurpluses, withPlan } from '@vertretbar/domain/cover'
import { isBar, isCandidate, mayCover, type ReasonCode, reasonsAgainst } from '@vertretbar/domain/eligibility'
import { holds } from '@vertretbar/domain/half-day-set'
import type { NearestCandidate } from '@vertretbar/domain/plan'
import { placeKey } from '@vertretbar/domain/region-index'
import type { Specialist } from '@vertretbar/domain/specialist'
import type { OpenNeed } from './options.ts'

/** The three candidates with the fewest codes against them, checked against the state and the plan; then by id. */
export function nearestCandidates(
  state: CoverState,
  plan: readonly CoverHalfDay[],
): (open: OpenNeed) => NearestCandidate[] {
  const planned = withPlan(state, plan)
  const usedAt = Map.groupBy(plan, ({ halfDay }) => halfDay)
  return (open) =>
    state.index.region.specialists
      .filter((specialist) => isCandidate(specialist, open.ref.requirement))
      .filter((specialist) => !coversThere(usedAt.get(open.halfDay) ?? [], specialist, open))
      .map((specialist) => ({
        specialist: specialist.id,
        codes: codesBesidePlan({ state, planned, used: usedAt.get(open.halfDay) ?? [] }, specialist, open),
      }))
      .toSorted((a, b) => a.codes.length - b.codes.length || (a.specialist < b.specialist ? -1 : 1))
      .slice(0, 3)
}

const coversThere = (used: readonly CoverHalfDay[], { id }: Specialist, { ref }: OpenNeed): boolean =>
  used.some(({ specialist, place }) => specialist === id && placeKey(place) === placeKey(ref.requirement))

interface Beside {
  readonly state: CoverState
  readonly planned: CoverState
  readonly used: readonly CoverHalfDay[]
}

function codesBesidePlan(
  { state, planned, used }: Beside,
  candidate: Specialist,
  { ref, halfDay }: OpenNeed,
): ReasonCode[] {
  const codes = reasonsAgainst({ state: planned, candidate, ref, halfDay })
  const free = () => codes.every(mayComeFromPlan) && mayCover({ state, candidate, ref, halfDay })
  if (free() && isUsed(state, used, candidate, halfDay)) return [...codes, 'used-elsewhere']
  return !codes.some(isBar) && ref.need.indivisible ? [...codes, 'not-enough'] : codes
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
