import type { Access } from '@vertretbar/domain/access'
import type { Gap } from '@vertretbar/domain/gap'
import { HalfDay } from '@vertretbar/domain/half-day'
import { AreaId, AuthorityId, RequirementId, RoleId } from '@vertretbar/domain/identifier'
import type { RegionIndex } from '@vertretbar/domain/region-index'
import { Severity } from '@vertretbar/domain/severity'
import * as z from 'zod'

/** What partners are told of a gap: where and when they might help, and how soon; never why, nor how many are missing. */
export const NeedView = z
  .strictObject({
    requirement: RequirementId,
    need: z.int().min(0),
    authority: AuthorityId,
    area: AreaId,
    roles: z.array(RoleId).min(1).readonly(),
    halfDays: z.array(HalfDay).min(1).readonly(),
    severity: Severity,
  })
  .readonly()
  .meta({ id: 'NeedView' })
export type NeedView = z.infer<typeof NeedView>

/** Gaps as somebody is told them: those that are theirs whole, of others the need. */
export interface ToldGaps {
  readonly whole: readonly Gap[]
  readonly needs: readonly NeedView[]
}

/** Tells each gap as far as somebody may see it; the others not at all. */
export function toldGaps(index: RegionIndex, access: Access, gaps: readonly Gap[]): ToldGaps {
  const isWhole = (gap: Gap): boolean => access.may('see-gap', { places: [gap] })
  return {
    whole: gaps.filter(isWhole),
    needs: gaps
      .filter((gap) => !isWhole(gap) && access.may('see-need', { places: [gap] }))
      .map((gap) => needOf(index, gap)),
  }
}

const needOf = (index: RegionIndex, { requirement, need, authority, area, halfDays, severity }: Gap): NeedView => ({
  requirement,
  need,
  authority,
  area,
  roles: index.requirement(requirement).needs[need]?.anyOf ?? [],
  halfDays: halfDays.map(({ halfDay }) => halfDay),
  severity,
})
