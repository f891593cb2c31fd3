import { Agreement } from '@vertretbar/domain/agreement'
import { Authority } from '@vertretbar/domain/authority'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { LocalDate } from '@vertretbar/domain/half-day'
import { Id, Name } from '@vertretbar/domain/identifier'
import { Requirement } from '@vertretbar/domain/requirement'
import { Product, ServiceArea } from '@vertretbar/domain/service-area'
import { Specialist } from '@vertretbar/domain/specialist'
import * as z from 'zod'
import type { Snapshot } from './ports.ts'

/** What screens need to name things: who and what there is in a region, without rights, patterns and absences. */
export const RegionView = z
  .strictObject({
    id: Id,
    name: Name,
    version: z.int().min(1),
    today: LocalDate,
    horizonDays: z.int().min(1),
    serviceAreas: z.array(ServiceArea).readonly(),
    products: z.array(Product).readonly(),
    authorities: z.array(Authority.unwrap().pick({ id: true, name: true, kind: true, state: true })).readonly(),
    agreements: z.array(Agreement.unwrap().pick({ id: true, legalForm: true, areas: true })).readonly(),
    specialists: z
      .array(Specialist.unwrap().pick({ id: true, displayName: true, authority: true, homeArea: true }))
      .readonly(),
    requirements: z
      .array(
        Requirement.unwrap().pick({
          id: true,
          authority: true,
          area: true,
          label: true,
          criticality: true,
          when: true,
          needs: true,
        }),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'RegionView' })
export type RegionView = z.infer<typeof RegionView>

/** The names of a region as it stands. */
export function regionView({ version, region }: Snapshot, now: number): RegionView {
  const { id, name, settings } = region.region
  return {
    id,
    name,
    version,
    today: dateInGermany(now),
    horizonDays: settings.horizonDays,
    serviceAreas: region.serviceAreas,
    products: region.products,
    authorities: region.authorities.map((authority) => ({
      id: authority.id,
      name: authority.name,
      kind: authority.kind,
      state: authority.state,
    })),
    agreements: region.agreements.map(({ id: agreement, legalForm, areas }) => ({ id: agreement, legalForm, areas })),
    specialists: region.specialists.map((specialist) => ({
      id: specialist.id,
      displayName: specialist.displayName,
      authority: specialist.authority,
      homeArea: specialist.homeArea,
    })),
    requirements: region.requirements.map((requirement) => ({
      id: requirement.id,
      authority: requirement.authority,
      area: requirement.area,
      label: requirement.label,
      criticality: requirement.criticality,
      when: requirement.when,
      needs: requirement.needs,
    })),
  }
}
