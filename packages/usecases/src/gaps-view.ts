import type { Access } from '@vertretbar/domain/access'
import { coverState } from '@vertretbar/domain/cover'
import { Gap, gapsFrom } from '@vertretbar/domain/gap'
import { isMarked } from '@vertretbar/domain/gap-mark'
import { GapState, gapStateOf } from '@vertretbar/domain/gap-state'
import { dateOf, HalfDay, halfDayOf, LocalDate } from '@vertretbar/domain/half-day'
import type { Horizon } from '@vertretbar/domain/horizon'
import { RequirementId } from '@vertretbar/domain/identifier'
import { fragileHalfDays, type NeedSupply } from '@vertretbar/domain/supply'
import * as z from 'zod'
import { NeedView, toldGaps } from './need-view.ts'
import type { Viewer } from './viewer.ts'

/** A gap, what is being done about it, and whether somebody said that they know of it as it is. */
const GapWithState = z
  .strictObject({ ...Gap.unwrap().shape, state: GapState, acknowledged: z.boolean() })
  .readonly()
  .meta({ id: 'GapWithState' })

/** Where people are missing, one's own gaps whole and of others the needs, and where of one's own nobody is to spare. */
export const GapsView = z
  .strictObject({
    version: z.int().min(1),
    from: LocalDate,
    to: LocalDate,
    gaps: z.array(GapWithState).readonly(),
    needs: z.array(NeedView).readonly(),
    fragile: z
      .array(
        z
          .strictObject({
            requirement: RequirementId,
            need: z.int().min(0),
            halfDays: z.array(HalfDay).min(1).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'GapsView' })
export type GapsView = z.infer<typeof GapsView>

/** The gaps and the fragile half-days of a horizon, from one sweep, as far as somebody may see them. */
export function gapsView({ snapshot: { version, index }, access }: Viewer, horizon: Horizon): GapsView {
  const state = coverState(index, horizon, horizon.today)
  const { available, supply: supplied } = state
  const marks = index.region.gapMarks ?? []
  const gaps = toldGaps(index, access, gapsFrom(index, supplied, { available, today: horizon.today }))
  return {
    version,
    from: dateOf(horizon.first),
    to: dateOf(horizon.last),
    gaps: gaps.whole.map((gap) => ({
      ...gap,
      state: gapStateOf(state, gap),
      acknowledged: isMarked(gap, marks, 'acknowledged'),
    })),
    needs: gaps.needs,
    fragile: supplied
      .filter((supply) => isOwn(access, supply))
      .flatMap((supply) => {
        const halfDays = fragileHalfDays(supply, available.span).map(halfDayOf)
        return halfDays.length === 0
          ? []
          : [{ requirement: supply.ref.requirement.id, need: supply.ref.position, halfDays }]
      }),
  }
}

const isOwn = (access: Access, { ref }: NeedSupply): boolean => access.may('see-gap', { places: [ref.requirement] })
