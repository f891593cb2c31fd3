import type { RegionView } from '@vertretbar/api/contract'
import type { Language } from '@vertretbar/messages/catalogue'
import { speeches } from '../words/catalogue.ts'
import { unnamedBy } from './unnamed.ts'

/** How things of the region are called; what is not known any more is called by a dash, never by its id. */
export interface Names {
  readonly authority: (id: string) => string
  readonly area: (id: string) => string
  readonly product: (id: string) => string
  /** By the id of somebody, or by the key of whom one may not know. */
  readonly person: (key: string) => string
  /** The authority a person works for. */
  readonly homeOf: (specialist: string) => string | undefined
  readonly task: (requirement: string) => string
  readonly roles: (requirement: string, need: number) => string
  /** Any of some roles of an area. */
  readonly rolesOf: (area: string, roles: readonly string[]) => string
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
  const { words } = speeches[language]
  const authority = (id: string): string => authorities.get(id)?.name ?? unknown
  const area = (id: string): string => areas.get(id)?.name[language] ?? unknown
  const rolesOf = (id: string, wanted: readonly string[]): string => {
    const known = areas.get(id)?.roles ?? []
    return wanted.map((role) => known.find((one) => one.id === role)?.name[language] ?? unknown).join(' / ')
  }
  return {
    authority,
    area,
    product: (id) => products.get(id)?.name ?? unknown,
    person: (key) => {
      const unnamed = unnamedBy(key)
      if (unnamed === undefined) return specialists.get(key)?.displayName ?? unknown
      return unnamed.where === 'plan' ? words.unnamedPerson(unnamed.person) : words.somebody
    },
    homeOf: (key) => unnamedBy(key)?.authority ?? specialists.get(key)?.authority,
    task: (requirement) => requirements.get(requirement)?.label ?? unknown,
    roles: (requirement, need) => {
      const found = requirements.get(requirement)
      return rolesOf(found?.area ?? '', found?.needs[need]?.anyOf ?? [])
    },
    rolesOf,
    place: (place, from) => (place.authority === from ? area(place.area) : authority(place.authority)),
  }
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]))
