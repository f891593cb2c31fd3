import type { Problem, Referent } from './problem.ts'
import type { Region } from './region.ts'

/** Every id in a region that names nothing, with its place and what it should name. */
export function danglingReferences(region: Region): Problem[] {
  const known = idsOf(region)
  return references(region)
    .filter(({ to, id }) => !known[to].has(id))
    .map(({ pointer, to, id }) => ({ pointer, code: 'unknown-reference', to, id: displayId(to, id) }))
}

interface Reference {
  readonly pointer: string
  readonly to: Referent
  readonly id: string
}

/** Roles are known within their area, needs within their requirement. */
const within = (owner: string, id: string | number): string => `${owner} ${id}`
const displayId = (to: Referent, id: string): string =>
  to === 'role' || to === 'need' ? id.slice(id.indexOf(' ') + 1) : id

const idsOf = (region: Region): Record<Referent, ReadonlySet<string>> => ({
  authority: new Set(region.authorities.map(({ id }) => id)),
  area: new Set(region.serviceAreas.map(({ id }) => id)),
  role: new Set(region.serviceAreas.flatMap(({ id, roles }) => roles.map((role) => within(id, role.id)))),
  product: new Set(region.products.map(({ id }) => id)),
  agreement: new Set(region.agreements.map(({ id }) => id)),
  specialist: new Set(region.specialists.map(({ id }) => id)),
  requirement: new Set(region.requirements.map(({ id }) => id)),
  member: new Set((region.members ?? []).map(({ id }) => id)),
  need: new Set(region.requirements.flatMap(({ id, needs }) => needs.map((_, index) => within(id, index)))),
})

const references = (region: Region): Reference[] => [
  ...region.region.conflicts.flatMap(({ areas }, index) => each('area', areas, `/region/conflicts/${index}/areas`)),
  ...region.serviceAreas.flatMap(({ blocks }, index) => each('area', blocks, `/serviceAreas/${index}/blocks`)),
  ...region.authorities.flatMap(({ deployments }, index) =>
    fields(deployments, `/authorities/${index}/deployments`, { area: 'area', product: 'product' }),
  ),
  ...region.agreements.flatMap(({ givers, receivers, areas, ratesCentsPerHour }, index) => [
    ...each('authority', givers, `/agreements/${index}/givers`),
    ...each('authority', receivers, `/agreements/${index}/receivers`),
    ...each('area', areas, `/agreements/${index}/areas`),
    ...Object.keys(ratesCentsPerHour).map((id) => ({
      pointer: `/agreements/${index}/ratesCentsPerHour/${id}`,
      to: 'area' as const,
      id,
    })),
  ]),
  ...fields(region.specialists, '/specialists', { authority: 'authority', homeArea: 'area' }),
  ...region.specialists.flatMap((specialist, index) => [
    ...specialist.competences.flatMap(({ area, roles, products }, position) => [
      { pointer: `/specialists/${index}/competences/${position}/area`, to: 'area' as const, id: area },
      ...each(
        'role',
        roles.map((role) => within(area, role)),
        `/specialists/${index}/competences/${position}/roles`,
      ),
      ...each('product', products, `/specialists/${index}/competences/${position}/products`),
    ]),
    ...fields(specialist.authorisations, `/specialists/${index}/authorisations`, {
      authority: 'authority',
      area: 'area',
    }),
    ...fields(specialist.access, `/specialists/${index}/access`, { authority: 'authority', product: 'product' }),
    ...fields(specialist.exclusions, `/specialists/${index}/exclusions`, { authority: 'authority', area: 'area' }),
  ]),
  ...fields(region.requirements, '/requirements', { authority: 'authority', area: 'area' }),
  ...region.requirements.flatMap(({ area, needs }, index) =>
    needs.flatMap(({ anyOf }, position) =>
      each(
        'role',
        anyOf.map((role) => within(area, role)),
        `/requirements/${index}/needs/${position}/anyOf`,
      ),
    ),
  ),
  ...fields(region.absences, '/absences', { specialist: 'specialist' }),
  ...fields(region.bookings, '/bookings', {
    specialist: 'specialist',
    authority: 'authority',
    area: 'area',
    agreement: 'agreement',
  }),
  ...fields(region.refusals, '/refusals', { requirement: 'requirement', specialist: 'specialist' }),
  ...needsNamed(region.refusals, '/refusals'),
  ...fields(region.gapMarks ?? [], '/gapMarks', { requirement: 'requirement' }),
  ...needsNamed(region.gapMarks ?? [], '/gapMarks'),
  ...fields(region.members ?? [], '/members', { specialist: 'specialist' }),
  ...(region.members ?? []).flatMap(({ roles, deputyOf = [] }, index) => [
    ...fields(roles, `/members/${index}/roles`, { authority: 'authority', area: 'area' }),
    ...each('member', deputyOf, `/members/${index}/deputyOf`),
  ]),
]

const needsNamed = (
  items: readonly { readonly requirement: string; readonly need: number }[],
  pointer: string,
): Reference[] =>
  items.map(({ requirement, need }, index) => ({
    pointer: `${pointer}/${index}/need`,
    to: 'need',
    id: within(requirement, need),
  }))

const each = (to: Referent, ids: readonly string[], pointer: string): Reference[] =>
  ids.map((id, index) => ({ pointer: `${pointer}/${index}`, to, id }))

/** The named fields of each item; a field that is left out refers to nothing. */
const fields = <Item extends object>(
  items: readonly Item[],
  pointer: string,
  referents: { readonly [Field in FieldsOf<Item>]?: Referent },
): Reference[] =>
  items.flatMap((item, index) =>
    Object.entries<Referent | undefined>(referents).flatMap(([field, to]) => {
      const id: unknown = Reflect.get(item, field)
      return to !== undefined && typeof id === 'string' ? [{ pointer: `${pointer}/${index}/${field}`, to, id }] : []
    }),
  )

/** The fields of any of several kinds. */
type FieldsOf<Item> = Item extends unknown ? keyof Item : never
