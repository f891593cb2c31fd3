import { type Action, rightsTo, type Scope } from './access-policy.ts'
import type { MemberRole } from './member.ts'
import { personalFields } from './personal-fields.ts'

/** What kind of data about people something is; what is said of a kind holds for each of its fields. */
export const dataCategories = [
  'identity',
  'employment',
  'skills',
  'absence',
  'presence',
  'cover',
  'refusal',
  'proposal',
  'gap-note',
  'access',
  'login',
  'feed',
  'log',
  'notice',
  'key',
  'trace',
] as const
export type DataCategory = (typeof dataCategories)[number]

/** Which rights let others see data of a kind, beside the person themselves; where there is none, nobody is shown it. */
const shownBy: Readonly<Record<DataCategory, readonly Action[]>> = {
  identity: ['see-person', 'see-name'],
  employment: ['see-person'],
  skills: ['see-person'],
  absence: ['read-absences'],
  presence: ['see-presence'],
  cover: ['see-booking'],
  refusal: ['see-codes'],
  proposal: ['read-candidates', 'plan'],
  'gap-note': ['see-gap'],
  access: ['read-members'],
  login: ['read-members'],
  feed: [],
  log: ['read-audit'],
  notice: [],
  key: [],
  trace: [],
}

/** A role that sees something, and how far. */
export interface Viewer {
  readonly role: MemberRole
  readonly scope: Scope
}

/** The roles that see data of a kind, as the access policy has it; each with the widest scope that it has. */
export function viewersOf(category: DataCategory): Viewer[] {
  const rights = shownBy[category].map(rightsTo)
  return roles.flatMap((role) => {
    const scopes = rights.flatMap((right) => right[role] ?? [])
    const scope = widening.findLast((one) => scopes.includes(one))
    return scope === undefined ? [] : [{ role, scope }]
  })
}

const roles = [
  'specialist',
  'hr-manager',
  'area-head',
  'controller',
  'coordinator',
  'operator',
] as const satisfies readonly MemberRole[]

const widening = ['own', 'area', 'authority', 'partner', 'region'] as const satisfies readonly Scope[]

/** A field of a schema that concerns a person. */
export interface PersonalField {
  readonly schema: string
  readonly field: string
  readonly category: DataCategory
}

/** Every field of every stored or answered schema that concerns a person, in the order of the categories. */
export const personalData = (): PersonalField[] =>
  Object.entries(personalFields)
    .flatMap(([schema, fields]) =>
      Object.entries(fields).flatMap(([field, category]) => (category === null ? [] : [{ schema, field, category }])),
    )
    .toSorted((a, b) => dataCategories.indexOf(a.category) - dataCategories.indexOf(b.category))
