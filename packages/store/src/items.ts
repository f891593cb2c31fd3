import { Agreement } from '@vertretbar/domain/agreement'
import { Authority } from '@vertretbar/domain/authority'
import { Booking } from '@vertretbar/domain/booking'
import { canonical } from '@vertretbar/domain/change'
import { Feed } from '@vertretbar/domain/feed'
import { GapMark } from '@vertretbar/domain/gap-mark'
import { Member } from '@vertretbar/domain/member'
import { type Region, RegionFile, regionFormat } from '@vertretbar/domain/region'
import { CoverRefusal, Requirement } from '@vertretbar/domain/requirement'
import { Product, ServiceArea } from '@vertretbar/domain/service-area'
import { Absence, Specialist } from '@vertretbar/domain/specialist'
import * as z from 'zod'
import { type Kind, nameOf, unpack } from './kind.ts'
import { authorityKey, generationPrefix, type Item, type Key, regionKey } from './table.ts'

/** Absences lie with their person: whether somebody is there is one item, and a change of either is one write. */
const Person = z
  .strictObject({ specialist: Specialist, absences: z.array(Absence).readonly() })
  .readonly()
  .meta({ id: 'StoredPerson' })

const Whole = RegionFile.unwrap().pick({ $schema: true, asOf: true, region: true }).readonly()

const kindOf = <Body>(name: string, body: z.ZodType<Body>, upcasts: Kind<Body>['upcasts'] = []): Kind<Body> => ({
  name,
  body,
  upcasts,
})

/** Everything of a region that is stored, by the words in the sort keys. */
export const kinds = {
  REGION: kindOf('REGION', Whole),
  AREA: kindOf('AREA', ServiceArea),
  PRODUCT: kindOf('PRODUCT', Product),
  AGREEMENT: kindOf('AGREEMENT', Agreement),
  AUTHORITY: kindOf('AUTHORITY', Authority),
  REQUIREMENT: kindOf('REQUIREMENT', Requirement),
  SPECIALIST: kindOf('SPECIALIST', Person),
  BOOKING: kindOf('BOOKING', Booking),
  REFUSAL: kindOf('REFUSAL', CoverRefusal),
  MARK: kindOf('MARK', GapMark),
  MEMBER: kindOf('MEMBER', Member),
  FEED: kindOf('FEED', Feed),
}
export type KindName = keyof typeof kinds

/**
 * Where an item lies in any generation of a region: its authority, if it is kept at one, and its word and name, as in
 * `city-salzgitter/SPECIALIST#salzgitter.payroll.1` or `/PRODUCT#loga`.
 */
export type RowKey = string

/** The key of a row in one generation. */
export function keyOf(region: string, generation: string, row: RowKey): Key {
  const slash = row.indexOf('/')
  const authority = row.slice(0, slash)
  const pk = authority === '' ? regionKey(region) : authorityKey(region, authority)
  return { pk, sk: `${generationPrefix(generation)}${row.slice(slash + 1)}` }
}

/** The region of all items of one generation, in canonical order. */
export function regionOf(items: readonly Item[]): Region {
  const byKind: ReadonlyMap<string, readonly Item[]> = Map.groupBy(items, kindNameOf)
  const bodies = <Body>(kind: Kind<Body>): Body[] => (byKind.get(kind.name) ?? []).map((item) => unpack(kind, item))
  const [whole] = bodies(kinds.REGION)
  if (whole === undefined) throw new Error('a stored region has no item of its own')
  const people = bodies(kinds.SPECIALIST)
  return canonical({
    ...whole,
    format: regionFormat,
    serviceAreas: bodies(kinds.AREA),
    products: bodies(kinds.PRODUCT),
    authorities: bodies(kinds.AUTHORITY),
    agreements: bodies(kinds.AGREEMENT),
    specialists: people.map(({ specialist }) => specialist),
    requirements: bodies(kinds.REQUIREMENT),
    absences: people.flatMap(({ absences }) => absences),
    bookings: bodies(kinds.BOOKING),
    refusals: bodies(kinds.REFUSAL),
    gapMarks: bodies(kinds.MARK),
    members: bodies(kinds.MEMBER),
    feeds: bodies(kinds.FEED),
  })
}

/** Of which kind a stored item is. */
export function kindNameOf(item: Item): KindName {
  const name = item.sk?.S?.split('#')[2]
  if (name === undefined || !isKindName(name)) throw new Error(`the stored item ${nameOf(item)} is of no known kind`)
  return name
}

const isKindName = (name: string): name is KindName => Object.hasOwn(kinds, name)
