import type { Command } from '@vertretbar/domain/command'
import { dateOf } from '../../oracle/dates.ts'
import { contains, gapsOfNeed, horizonOver } from './gaps.ts'
import { changed, type Judge, no } from './state.ts'

/** What is said of a gap is said of it as it is now, instead of what was said of any of its half-days before. */
export const marked: Judge<Extract<Command, { kind: 'acknowledge-gap' | 'accept-risk' }>> = (
  state,
  { kind: command, requirement, need, halfDay },
  { at, actor, today, newIds },
) => {
  const { region } = state
  const horizon = horizonOver(region, today, [dateOf(halfDay)])
  const isKnown = region.requirements.some(({ id }) => id === requirement)
  const gap = isKnown ? gapsOfNeed(region, horizon, requirement, need).find((one) => contains(one, halfDay)) : undefined
  if (gap === undefined) return no({ code: 'unknown', what: 'gap', id: `${requirement}.${need}@${halfDay}` })
  const kind = command === 'accept-risk' ? 'accepted-risk' : 'acknowledged'
  const others = (region.gapMarks ?? []).filter(
    (mark) =>
      mark.kind !== kind ||
      mark.requirement !== requirement ||
      mark.need !== need ||
      !mark.halfDays.some((short) => contains(gap, short.halfDay)),
  )
  const mark = { id: newIds[0] ?? 'unnamed', kind, requirement, need, halfDays: gap.halfDays, by: actor, at } as const
  return changed(state, { gapMarks: [...others, mark] })
}
