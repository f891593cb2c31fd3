import * as z from 'zod'
import type { CoverState } from './cover.ts'
import { requestedInto } from './cover.ts'
import type { Gap } from './gap.ts'
import { isMarked } from './gap-mark.ts'
import { numberOf } from './half-day.ts'

/** What is being done about a gap; one that is covered is none any more. */
export const GapState = z.enum(['open', 'requested', 'accepted-risk']).meta({ id: 'GapState' })
export type GapState = z.infer<typeof GapState>

/** Whether its risk is borne, or as many people are asked as are missing at each of its half-days, or neither. */
export function gapStateOf(state: Pick<CoverState, 'index' | 'available'>, gap: Gap): GapState {
  if (isMarked(gap, state.index.region.gapMarks ?? [], 'accepted-risk')) return 'accepted-risk'
  const ref = state.index
    .needsAt(gap)
    .find(({ requirement, position }) => requirement.id === gap.requirement && position === gap.need)
  const asked = ref && requestedInto(state, ref)
  return asked !== undefined && gap.halfDays.every(({ halfDay, shortage }) => asked(numberOf(halfDay)) >= shortage)
    ? 'requested'
    : 'open'
}
