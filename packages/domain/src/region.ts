import * as z from 'zod'
import { Agreement } from './agreement.ts'
import { Authority, FederalState } from './authority.ts'
import { Booking } from './booking.ts'
import { Feed } from './feed.ts'
import { GapMark } from './gap-mark.ts'
import { LocalDate } from './half-day.ts'
import { AreaId, Id, Name } from './identifier.ts'
import { Member } from './member.ts'
import { CoverRefusal, Requirement } from './requirement.ts'
import { Product, ServiceArea } from './service-area.ts'
import { Absence, Specialist } from './specialist.ts'

/** An office that collects social security contributions; its seat decides which days are banking days. */
export const CollectionOffice = z
  .strictObject({ id: Id, name: Name, state: FederalState })
  .readonly()
  .meta({ id: 'CollectionOffice' })

/** Two areas that nobody may serve at one authority within so many days of each other. */
export const Conflict = z
  .strictObject({ areas: z.tuple([AreaId, AreaId]).readonly(), lookBackDays: z.int().min(0).max(3660) })
  .readonly()
  .meta({ id: 'Conflict' })

/** The cooperation as a whole. "Today" is a date in Germany, whatever the machine thinks. */
export const RegionHead = z
  .strictObject({
    id: Id,
    name: Name,
    timeZone: z.literal('Europe/Berlin'),
    collectionOffices: z.array(CollectionOffice).readonly(),
    conflicts: z.array(Conflict).readonly(),
    settings: z
      .strictObject({
        horizonDays: z.int().min(1).max(366),
        requestExpiryWorkingDays: z.int().min(0).max(60),
      })
      .readonly(),
  })
  .readonly()
  .meta({ id: 'RegionHead' })
export type RegionHead = z.infer<typeof RegionHead>

/** The version of the region file that this code reads and writes. */
export const regionFormat = 'vertretbar-region/1'

const RegionFields = z.strictObject({
  $schema: z.string().max(500).optional(),
  format: z.literal(regionFormat),
  asOf: LocalDate.optional(),
  region: RegionHead,
  serviceAreas: z.array(ServiceArea).readonly(),
  products: z.array(Product).readonly(),
  authorities: z.array(Authority).readonly(),
  agreements: z.array(Agreement).readonly(),
  specialists: z.array(Specialist).readonly(),
  requirements: z.array(Requirement).readonly(),
  absences: z.array(Absence).readonly(),
  bookings: z.array(Booking).readonly(),
  refusals: z.array(CoverRefusal).readonly(),
  gapMarks: z.array(GapMark).readonly().optional(),
})

/** The region file: master data, absences, bookings and refusals of one region, as one document. */
export const RegionFile = RegionFields.readonly().meta({ id: 'Region' })

/**
 * A region: what a file of it says, and who has access, by signing in or by a calendar feed. Those no file holds, for
 * whoever may import one could else make a member of anybody.
 */
export const Region = RegionFields.extend({
  members: z.array(Member).readonly().optional(),
  feeds: z.array(Feed).readonly().optional(),
}).readonly()
export type Region = z.infer<typeof Region>

/** What of a region a file holds. */
export function fileOf(region: Region): z.infer<typeof RegionFile> {
  const { members: _, feeds: __, ...file } = region
  return file
}
