import type { RegionView } from '@vertretbar/api/contract'
import type { Language } from '@vertretbar/messages/catalogue'

/** How things of the region are called; what is not known any more is called by a dash, never by its id. */
export interface Names {
  readonly authority: (id: string) => string
  readonly area: (id: string) => string
  readonly product: (id: string) => string
  readonly person: (id: string) => string
  /** The authority a person works for. */
  readonly homeOf: (specialist: string) => string | undefined
  readonly task: (requirement: string) => string
  readonly roles: (requirement: string, need: number) => string
  /** A place as seen from an authority: there the area is what matters, elsewhere the authority. */
  readonly place: (place: Place, from?: string) => string
}

/** An area of an authority. */
export interface Place {
  readonly authority: string
  readonly area: string
}

const unknown = '–'

/** The names of a region in a language. */
export function namesOf(region: RegionView, language: Language): Names {
  const authorities = byId(region.authorities)
  const areas = byId(region.serviceAreas)
  const products = byId(region.products)
  const specialists = byId(region.specialists)
  const requirements = byId(region.requirements)
  const authority = (id: string): string => authorities.get(id)?.name ?? unknown
  const area = (id: string): string => areas.get(id)?.name[language] ?? unknown
  return {
    authority,
    area,
    product: (id) => products.get(id)?.name ?? unknown,
    person: (id) => specialists.get(id)?.displayName ?? unknown,
    homeOf: (specialist) => specialists.get(specialist)?.authority,
    task: (requirement) => requirements.get(requirement)?.label ?? unknown,
    roles: (requirement, need) => {
      const found = requirements.get(requirement)
      const known = areas.get(found?.area ?? '')?.roles ?? []
      const wanted = found?.needs[need]?.anyOf ?? []
      return wanted.map((role) => known.find(({ id }) => id === role)?.name[language] ?? unknown).join(' / ')
    },
    place: (place, from) => (place.authority === from ? area(place.area) : authority(place.authority)),
  }
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]))
