import * as z from 'zod'
import type { Change } from '../change.ts'
import { gapsContaining } from '../cover.ts'
import { type Decide, decision } from '../decision.ts'
import { HalfDay, halfDayOf, numberOf } from '../half-day.ts'
import { RequirementId } from '../identifier.ts'
import { instantOf } from '../instant.ts'
import { accept, refuse } from '../result.ts'

const gapFields = { requirement: RequirementId, need: z.int().min(0), halfDay: HalfDay }

/** The gap that contains this half-day is known: it is not told again until it gets worse. */
export const AcknowledgeGap = z
  .strictObject({ kind: z.literal('acknowledge-gap'), ...gapFields })
  .readonly()
  .meta({ id: 'AcknowledgeGap' })

/** Nobody is looked for any more for the gap that contains this half-day: its risk is borne. */
export const AcceptRisk = z
  .strictObject({ kind: z.literal('accept-risk'), ...gapFields })
  .readonly()
  .meta({ id: 'AcceptRisk' })

/** Speaks of the gap as it is now, and takes the place of what was said of any of its half-days before. */
export const markGap: Decide<z.infer<typeof AcknowledgeGap> | z.infer<typeof AcceptRisk>> = (
  { index },
  { kind: command, requirement, need, halfDay },
  { actor, newId, now, today },
) => {
  const known = index.region.requirements.find(({ id }) => id === requirement)
  const gaps = known === undefined ? [] : gapsContaining(index, known, { today, halfDays: [numberOf(halfDay)] })
  const gap = gaps.find(({ supply: { ref } }) => ref.requirement.id === requirement && ref.position === need)
  if (gap === undefined) return refuse({ code: 'unknown', what: 'gap', id: `${requirement}.${need}@${halfDay}` })
  const kind = command === 'accept-risk' ? ('accepted-risk' as const) : ('acknowledged' as const)
  const halfDays = [...gap.shortfalls].map(([number, shortage]) => ({ halfDay: halfDayOf(number), shortage }))
  const before = (index.region.gapMarks ?? []).filter(
    (mark) =>
      mark.kind === kind &&
      mark.requirement === requirement &&
      mark.need === need &&
      mark.halfDays.some((short) => gap.shortfalls.has(numberOf(short.halfDay))),
  )
  const member = { id: newId(), kind, requirement, need, halfDays, by: actor.id, at: instantOf(now) }
  return accept(
    decision([
      ...before.map(({ id }): Change => ({ kind: 'remove', in: 'gapMarks', id })),
      { kind: 'put', in: 'gapMarks', member },
    ]),
  )
}
