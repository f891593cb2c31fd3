import type { Region, RegionHead } from './region.ts'
import type { CoverRefusal } from './requirement.ts'

/** The lists of a region file whose members carry an id. */
export const fileCollections = [
  'serviceAreas',
  'products',
  'authorities',
  'agreements',
  'specialists',
  'requirements',
  'absences',
  'bookings',
  'gapMarks',
] as const satisfies readonly (keyof Region)[]

/** The same, and who has access. */
export const collections = [...fileCollections, 'members', 'feeds'] as const satisfies readonly (keyof Region)[]
export type Collection = (typeof collections)[number]

/** A member of one of the lists. */
export type Member<In extends Collection> = NonNullable<Region[In]>[number]

/** One thing that becomes different: put by its id or removed; refusals are told by what they refuse. */
export type Change =
  | { readonly kind: 'put-head'; readonly head: RegionHead }
  | { [In in Collection]: { readonly kind: 'put'; readonly in: In; readonly member: Member<In> } }[Collection]
  | { readonly kind: 'remove'; readonly in: Collection; readonly id: string }
  | { readonly kind: 'put-refusal'; readonly refusal: CoverRefusal }
  | { readonly kind: 'remove-refusal'; readonly refusal: CoverRefusal }

/** What tells one refusal from another. */
export const refusalKey = ({ requirement, need, halfDay, specialist }: CoverRefusal): string =>
  `${requirement}#${need}#${halfDay}#${specialist}`

/** The region after some changes, in canonical order; what they do not name is shared with the region before. */
export function changed(region: Region, changes: readonly Change[]): Region {
  return changes.reduce(afterOne, region)
}

function afterOne(region: Region, change: Change): Region {
  switch (change.kind) {
    case 'put-head':
      return { ...region, region: change.head }
    case 'put': {
      const others = membersOf(region, change.in).filter(({ id }) => id !== change.member.id)
      return withMembers(region, change.in, byId([...others, change.member]))
    }
    case 'remove': {
      const others = membersOf(region, change.in).filter(({ id }) => id !== change.id)
      return withMembers(region, change.in, others)
    }
    case 'put-refusal':
      return { ...region, refusals: byKey([...withoutRefusal(region, change.refusal), change.refusal]) }
    case 'remove-refusal':
      return { ...region, refusals: withoutRefusal(region, change.refusal) }
  }
}

/** The members of one of the lists, as things with an id. */
export const membersOf = (region: Region, name: Collection): readonly { readonly id: string }[] => region[name] ?? []

/** Lists that are left out where they are empty, so that equal regions are equal texts. */
const optional = ['gapMarks', 'members', 'feeds'] as const satisfies readonly Collection[]
const isOptional = (name: Collection): name is (typeof optional)[number] => optional.some((one) => one === name)

function withMembers(region: Region, name: Collection, members: readonly { readonly id: string }[]): Region {
  if (!isOptional(name) || members.length > 0) return { ...region, [name]: members }
  const { [name]: _, ...others } = region
  return others
}

const withoutRefusal = ({ refusals }: Region, refusal: CoverRefusal): CoverRefusal[] =>
  refusals.filter((other) => refusalKey(other) !== refusalKey(refusal))

/** The region with every list in the order of its ids and each refusal once: what two equal regions have in common. */
export function canonical(region: Region): Region {
  const refusals = byKey([...new Map(region.refusals.map((refusal) => [refusalKey(refusal), refusal])).values()])
  let sorted: Region = { ...region, refusals }
  for (const name of collections) sorted = withMembers(sorted, name, byId(membersOf(sorted, name)))
  return sorted
}

const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]): Thing[] =>
  things.toSorted((a, b) => (a.id < b.id ? -1 : 1))

const byKey = (refusals: readonly CoverRefusal[]): CoverRefusal[] =>
  refusals.toSorted((a, b) => (refusalKey(a) < refusalKey(b) ? -1 : 1))
