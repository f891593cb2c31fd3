import { refusalKey } from '@vertretbar/domain/change'
import type { Region } from '@vertretbar/domain/region'
import { keyOf, kinds, type RowKey } from './items.ts'
import { type Kind, pack } from './kind.ts'
import type { Item } from './table.ts'

/** One item to be: what it is made of, and the item itself once it is needed. */
export interface Row {
  /** Things that a change shares with the region before are the same objects, so that the row need not be written. */
  readonly parts: readonly unknown[]
  readonly item: (generation: string) => Item
}

const made = new WeakMap<Region, ReadonlyMap<RowKey, Row>>()

/** The rows of a region; what one commit leaves, the next begins with, so they are made once. */
export function rowsOf(region: Region): ReadonlyMap<RowKey, Row> {
  const known = made.get(region)
  if (known !== undefined) return known
  const rows = madeOf(region)
  made.set(region, rows)
  return rows
}

/** Of refusals that say the same, one stays. */
function madeOf(region: Region): ReadonlyMap<RowKey, Row> {
  const rows = new Map<RowKey, Row>()
  const add: Add = (authority, name, { kind, body, parts = [body] }) => {
    const key = `${authority}/${kind.name}#${name}`
    rows.set(key, { parts, item: (generation) => pack(kind, keyOf(region.region.id, generation, key), body) })
  }
  addShared(region, add)
  addAtAuthorities(region, add)
  return rows
}

type Add = <Body>(authority: string, name: string, content: Content<Body>) => void

interface Content<Body> {
  readonly kind: Kind<Body>
  readonly body: Body
  readonly parts?: readonly unknown[]
}

/** What belongs to no single authority. */
function addShared({ $schema, asOf, region, members = [], feeds = [], ...lists }: Region, add: Add): void {
  const whole = { ...($schema !== undefined && { $schema }), ...(asOf && { asOf }), region }
  add('', region.id, { kind: kinds.REGION, body: whole, parts: Object.values(whole) })
  for (const body of lists.serviceAreas) add('', body.id, { kind: kinds.AREA, body })
  for (const body of lists.products) add('', body.id, { kind: kinds.PRODUCT, body })
  for (const body of lists.agreements) add('', body.id, { kind: kinds.AGREEMENT, body })
  for (const body of members) add('', body.id, { kind: kinds.MEMBER, body })
  for (const body of feeds) add('', body.id, { kind: kinds.FEED, body })
}

/** Bookings lie with the lender, where their person is; refusals and marks with the requirement of their gap. */
function addAtAuthorities(region: Region, add: Add): void {
  const known = homesOf(region.authorities.map(({ id }) => ({ id, authority: id })))
  const requirements = homesOf(region.requirements)
  const specialists = homesOf(region.specialists)
  const absencesOf = Map.groupBy(region.absences, ({ specialist }) => specialist)
  for (const specialist of absencesOf.keys()) specialists(specialist)
  for (const body of region.authorities) add(body.id, body.id, { kind: kinds.AUTHORITY, body })
  for (const body of region.requirements) add(known(body.authority), body.id, { kind: kinds.REQUIREMENT, body })
  for (const specialist of region.specialists) {
    const absences = absencesOf.get(specialist.id) ?? []
    const content = { kind: kinds.SPECIALIST, body: { specialist, absences }, parts: [specialist, ...absences] }
    add(known(specialist.authority), specialist.id, content)
  }
  for (const body of region.bookings) add(specialists(body.specialist), body.id, { kind: kinds.BOOKING, body })
  for (const body of region.refusals)
    add(requirements(body.requirement), refusalKey(body), { kind: kinds.REFUSAL, body })
  for (const body of region.gapMarks ?? []) add(requirements(body.requirement), body.id, { kind: kinds.MARK, body })
}

/** At which authority somebody, or a requirement, is; to store what refers to nobody would be to lose it. */
function homesOf(things: readonly { readonly id: string; readonly authority: string }[]): (id: string) => string {
  const homes = new Map(things.map(({ id, authority }) => [id, authority]))
  return (id) => {
    const home = homes.get(id)
    if (home === undefined) throw new Error(`unknown id ${id}`)
    return home
  }
}
