import { Agreement } from '@vertretbar/domain/agreement'
import { Authority } from '@vertretbar/domain/authority'
import { Booking } from '@vertretbar/domain/booking'
import { canonical, refusalKey } from '@vertretbar/domain/change'
import { Region, regionFormat } from '@vertretbar/domain/region'
import { CoverRefusal, Requirement } from '@vertretbar/domain/requirement'
import { Product, ServiceArea } from '@vertretbar/domain/service-area'
import { Absence, Specialist } from '@vertretbar/domain/specialist'
import * as z from 'zod'
import { type Kind, nameOf, pack, unpack } from './kind.ts'
import { authorityKey, generationPrefix, type Item, type Key, regionKey } from './table.ts'

/** Absences lie with their person: whether somebody is there is one item, and a change of either is one write. */
const Person = z.strictObject({ specialist: Specialist, absences: z.array(Absence).readonly() }).readonly()

const Whole = Region.unwrap().pick({ $schema: true, asOf: true, region: true }).readonly()

const kindOf = <Body>(name: string, body: z.ZodType<Body>, upcasts: Kind<Body>['upcasts'] = []): Kind<Body> => ({
  name,
  body,
  upcasts,
})

/** Everything of a region that is stored, by the words in the sort keys. */
const kinds = {
  whole: kindOf('REGION', Whole),
  area: kindOf('AREA', ServiceArea),
  product: kindOf('PRODUCT', Product),
  agreement: kindOf('AGREEMENT', Agreement),
  authority: kindOf('AUTHORITY', Authority),
  requirement: kindOf('REQUIREMENT', Requirement),
  person: kindOf('SPECIALIST', Person),
  booking: kindOf('BOOKING', Booking),
  refusal: kindOf('REFUSAL', CoverRefusal),
}
const kindNames: ReadonlySet<string> = new Set(Object.values(kinds).map(({ name }) => name))

/** One item to be: where it lies in any generation, what it is made of, and the item itself once it is needed. */
export interface Row {
  readonly pk: string
  readonly name: string
  /** Things that a change shares with the region before are the same objects, so that the row need not be written. */
  readonly parts: readonly unknown[]
  readonly item: (generation: string) => Item
}

/** The rows of a region, by their keys; of refusals that say the same, one stays. */
export function rowsOf(region: Region): ReadonlyMap<string, Row> {
  const { id } = region.region
  const rows = new Map<string, Row>()
  const add = <Body>(pk: string, name: string, { kind, body, parts = [body] }: Content<Body>): void => {
    const key = `${kind.name}#${name}`
    const item = (generation: string): Item => pack(kind, keyOf(pk, generation, key), body)
    rows.set(`${pk}/${key}`, { pk, name: key, parts, item })
  }
  const { $schema, asOf } = region
  const whole = { ...($schema && { $schema }), ...(asOf && { asOf }), region: region.region }
  const common = regionKey(id)
  add(common, id, { kind: kinds.whole, body: whole, parts: Object.values(whole) })
  for (const body of region.serviceAreas) add(common, body.id, { kind: kinds.area, body })
  for (const body of region.products) add(common, body.id, { kind: kinds.product, body })
  for (const body of region.agreements) add(common, body.id, { kind: kinds.agreement, body })

  const authorities = homesOf(region.authorities.map(({ id: authority }) => ({ id: authority, authority })))
  const at = (authority: string): string => authorityKey(id, authorities(authority))
  const requirements = homesOf(region.requirements)
  const specialists = homesOf(region.specialists)
  const absencesOf = Map.groupBy(region.absences, ({ specialist }) => specialist)
  for (const body of region.authorities) add(at(body.id), body.id, { kind: kinds.authority, body })
  for (const body of region.requirements) add(at(body.authority), body.id, { kind: kinds.requirement, body })
  for (const specialist of region.specialists) {
    const absences = absencesOf.get(specialist.id) ?? []
    const content = { kind: kinds.person, body: { specialist, absences }, parts: [specialist, ...absences] }
    add(at(specialist.authority), specialist.id, content)
  }
  for (const body of region.bookings) add(at(specialists(body.specialist)), body.id, { kind: kinds.booking, body })
  for (const body of region.refusals)
    add(at(requirements(body.requirement)), refusalKey(body), { kind: kinds.refusal, body })
  for (const { specialist } of region.absences) specialists(specialist)
  return rows
}

interface Content<Body> {
  readonly kind: Kind<Body>
  readonly body: Body
  readonly parts?: readonly unknown[]
}

/** The key of a row in one generation. */
export const keyOf = (pk: string, generation: string, name: string): Key => ({
  pk,
  sk: `${generationPrefix(generation)}${name}`,
})

/** At which authority somebody, or a requirement, is; to store what refers to nobody would be to lose it. */
function homesOf(things: readonly { readonly id: string; readonly authority: string }[]): (id: string) => string {
  const homes = new Map(things.map(({ id, authority }) => [id, authority]))
  return (id) => {
    const home = homes.get(id)
    if (home === undefined) throw new Error(`unknown id ${id}`)
    return home
  }
}

/** The region of all items of one generation, in canonical order. */
export function regionOf(items: readonly Item[]): Region {
  const byKind = Map.groupBy(items, kindNameOf)
  const bodies = <Body>(kind: Kind<Body>): Body[] => (byKind.get(kind.name) ?? []).map((item) => unpack(kind, item))
  const [whole] = bodies(kinds.whole)
  if (whole === undefined) throw new Error('a stored region has no item of its own')
  const people = bodies(kinds.person)
  return canonical({
    ...whole,
    format: regionFormat,
    serviceAreas: bodies(kinds.area),
    products: bodies(kinds.product),
    authorities: bodies(kinds.authority),
    agreements: bodies(kinds.agreement),
    specialists: people.map(({ specialist }) => specialist),
    requirements: bodies(kinds.requirement),
    absences: people.flatMap(({ absences }) => absences),
    bookings: bodies(kinds.booking),
    refusals: bodies(kinds.refusal),
  })
}

function kindNameOf(item: Item): string {
  const name = item.sk?.S?.split('#')[2]
  if (name === undefined || !kindNames.has(name)) throw new Error(`the stored item ${nameOf(item)} is of no known kind`)
  return name
}
