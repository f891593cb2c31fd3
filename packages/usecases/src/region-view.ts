import { bothSides, personOf } from '@vertretbar/domain/access-subject'
import { Agreement } from '@vertretbar/domain/agreement'
import { Authority } from '@vertretbar/domain/authority'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { LocalDate } from '@vertretbar/domain/half-day'
import { Id, Name } from '@vertretbar/domain/identifier'
import { Requirement } from '@vertretbar/domain/requirement'
import { Product, ServiceArea } from '@vertretbar/domain/service-area'
import { Specialist } from '@vertretbar/domain/specialist'
import * as z from 'zod'
import type { Viewer } from './viewer.ts'

/** What everybody may know of an agreement: between whom it is and for what. */
const AgreementInOutline = Agreement.unwrap()
  .pick({ id: true, legalForm: true, areas: true, givers: true, receivers: true })
  .readonly()
  .meta({ id: 'AgreementInOutline' })

/** What screens need to name things: who and what there is in a region that one may see, without rights and patterns. */
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
    agreements: z.array(z.union([Agreement, AgreementInOutline])).readonly(),
    specialists: z
      .array(Specialist.unwrap().pick({ id: true, displayName: true, authority: true, homeArea: true }))
      .readonly(),
    requirements: z.array(Requirement).readonly(),
  })
  .readonly()
  .meta({ id: 'RegionView' })
export type RegionView = z.infer<typeof RegionView>

/** The names of a region as it stands, as far as somebody may know them. */
export function regionView({ snapshot: { version, region, index }, access, now }: Viewer): RegionView {
  const { id, name, settings } = region.region
  const booked = new Set(
    region.bookings
      .filter((booking) => access.may('see-booking', bothSides(index, booking)))
      .map(({ specialist }) => specialist),
  )
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
    agreements: region.agreements.map((agreement) =>
      access.may('see-agreement', { places: partiesOf(agreement) }) ? agreement : inOutline(agreement),
    ),
    // From the request on both authorities know who it is (spec § 12).
    specialists: region.specialists
      .filter((one) => booked.has(one.id) || access.may('see-name', personOf(one)))
      .map(({ id: specialist, displayName, authority, homeArea }) => ({
        id: specialist,
        displayName,
        authority,
        homeArea,
      })),
    requirements: region.requirements.filter((one) => access.may('see-requirement', { places: [one] })),
  }
}

const partiesOf = ({ givers, receivers }: Agreement) => [...givers, ...receivers].map((authority) => ({ authority }))

const inOutline = ({ id, legalForm, areas, givers, receivers }: Agreement) => ({
  id,
  legalForm,
  areas,
  givers,
  receivers,
})
