import { availability } from '@vertretbar/domain/availability'
import { Gap, gapsFrom } from '@vertretbar/domain/gap'
import { dateOf, HalfDay, halfDayOf, LocalDate } from '@vertretbar/domain/half-day'
import { spanOf } from '@vertretbar/domain/half-day-set'
import type { Horizon } from '@vertretbar/domain/horizon'
import { RequirementId } from '@vertretbar/domain/identifier'
import { fragileHalfDays, supplies } from '@vertretbar/domain/supply'
import * as z from 'zod'
import type { Snapshot } from './ports.ts'

/** Where people are missing, and where nobody is to spare. */
export const GapsView = z
  .strictObject({
    version: z.int().min(1),
    from: LocalDate,
    to: LocalDate,
    gaps: z.array(Gap).readonly(),
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

/** The gaps and the fragile half-days of a horizon, from one sweep. */
export function gapsView({ version, index }: Snapshot, horizon: Horizon): GapsView {
  const available = availability(index, spanOf(horizon))
  const supplied = supplies(index, index.needs, available, 'lent')
  return {
    version,
    from: dateOf(horizon.first),
    to: dateOf(horizon.last),
    gaps: gapsFrom(index, supplied, { available, today: horizon.today }),
    fragile: supplied.flatMap((supply) => {
      const halfDays = fragileHalfDays(supply, available.span).map(halfDayOf)
      return halfDays.length === 0
        ? []
        : [{ requirement: supply.ref.requirement.id, need: supply.ref.position, halfDays }]
    }),
  }
}
