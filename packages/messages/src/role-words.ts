import type { Grant, MemberRole } from '@vertretbar/domain/member'
import type { Language } from './catalogue.ts'

/** Somebody's roles, with the names of what they speak of. */
export interface NamedRoles {
  readonly roles: readonly Grant[]
  readonly specialist?: { readonly displayName: string } | undefined
  readonly authorities: readonly { readonly id: string; readonly name: string }[]
  readonly areas: readonly { readonly id: string; readonly name: Readonly<Record<Language, string>> }[]
}

/** What somebody is, in words: a role with its place, or with the number of its places where there are several. */
export function rolesText({ roles, specialist, authorities, areas }: NamedRoles, language: Language): string {
  const words = languages[language]
  const authority = (id: string): string => authorities.find((one) => one.id === id)?.name ?? id
  const area = (id: string): string => areas.find((one) => one.id === id)?.name[language] ?? id
  // Whoever stands for two who have the same role has it once.
  const places = new Map(roles.map((grant) => [placeKeyOf(grant), grant]))
  const byRole = Map.groupBy(places.values(), ({ role }) => role)
  const parts = [...byRole].map(([role, [only, ...others]]) => {
    if (only === undefined || others.length > 0) return words.several[role](others.length + 1)
    if (only.role === 'specialist') return words.specialist(specialist?.displayName ?? authority(only.authority))
    if (only.role === 'area-head') return words.areaHead(area(only.area), authority(only.authority))
    return 'authority' in only ? words[only.role](authority(only.authority)) : words[only.role]
  })
  return parts.join(', ')
}

const placeKeyOf = (grant: Grant): string =>
  [grant.role, 'authority' in grant ? grant.authority : '', 'area' in grant ? grant.area : ''].join(' ')

interface RoleWords {
  readonly specialist: (who: string) => string
  readonly 'hr-manager': (authority: string) => string
  readonly areaHead: (area: string, authority: string) => string
  readonly controller: (authority: string) => string
  readonly coordinator: string
  readonly operator: string
  readonly several: Readonly<Record<MemberRole, (places: number) => string>>
}

const languages: Readonly<Record<Language, RoleWords>> = {
  de: {
    specialist: (who) => `Fachkraft ${who}`,
    'hr-manager': (authority) => `Personalverwaltung ${authority}`,
    areaHead: (area, authority) => `Leitung ${area} ${authority}`,
    controller: (authority) => `Kämmerei ${authority}`,
    coordinator: 'Koordinierungsstelle',
    operator: 'Betrieb',
    several: {
      specialist: (places) => `Fachkraft (${places} Behörden)`,
      'hr-manager': (places) => `Gemeinsame Personalstelle (${places} Behörden)`,
      'area-head': (places) => `Leitung (${places} Fachbereiche)`,
      controller: (places) => `Gemeinsame Kämmerei (${places} Behörden)`,
      coordinator: () => 'Koordinierungsstelle',
      operator: () => 'Betrieb',
    },
  },
  en: {
    specialist: (who) => `Specialist ${who}`,
    'hr-manager': (authority) => `HR management ${authority}`,
    areaHead: (area, authority) => `Head of ${area} ${authority}`,
    controller: (authority) => `Controller ${authority}`,
    coordinator: 'Coordinator',
    operator: 'Operations',
    several: {
      specialist: (places) => `Specialist (${places} authorities)`,
      'hr-manager': (places) => `Joint HR office (${places} authorities)`,
      'area-head': (places) => `Head (${places} areas)`,
      controller: (places) => `Joint controller (${places} authorities)`,
      coordinator: () => 'Coordinator',
      operator: () => 'Operations',
    },
  },
}
