import type { Agreement } from './agreement.ts'
import type { Authority } from './authority.ts'
import type { Booking } from './booking.ts'
import { parseRegion } from './read-region.ts'
import type { Region } from './region.ts'
import { RegionIndex } from './region-index.ts'
import { regionProblems } from './region-rules.ts'
import type { Requirement } from './requirement.ts'
import type { ServiceArea } from './service-area.ts'
import type { Absence, Specialist } from './specialist.ts'

/** A period that has begun long before whatever a test looks at, and does not end. */
export const since = { validFrom: '2025-01-01' }

/** All working days, mornings and afternoons. */
export const always = {
  kind: 'weekly',
  days: ['mo', 'tu', 'we', 'th', 'fr'],
  halves: ['am', 'pm'],
} as const satisfies Requirement['when']

/** An authority in Lower Saxony without closures and software. */
export const authority = (id: string, fields: Partial<Authority> = {}): Authority => ({
  id,
  name: id,
  kind: 'city',
  keys: [],
  state: 'DE-NI',
  closures: [],
  deployments: [],
  ...fields,
})

/** Software `a` for payroll. */
export const runsA = { area: 'payroll', product: 'a', ...since }

/** A full-time colleague of the city's payroll who may act in every role of the parish's payroll, with access there. */
export const specialist = (id: string, fields: Partial<Specialist> = {}): Specialist => ({
  id,
  displayName: id,
  authority: 'city',
  homeArea: 'payroll',
  employment: since,
  weeklyMinutes: [],
  workPattern: [{ ...since, weeks: [{ mo: 'full', tu: 'full', we: 'full', th: 'full', fr: 'full' }] }],
  competences: [{ area: 'payroll', roles: ['clerk', 'approver'], products: ['a'] }],
  authorisations: [{ authority: 'parish', area: 'payroll', ...since }],
  access: [{ authority: 'parish', product: 'a', ...since }],
  exclusions: [],
  ...fields,
})

/** The city may serve the parish in payroll, without limit or notice. */
export const agreement = (id: string, fields: Partial<Agreement> = {}): Agreement => ({
  id,
  givers: ['city'],
  receivers: ['parish'],
  areas: ['payroll'],
  legalForm: 'assistance',
  ...since,
  ratesCentsPerHour: {},
  document: 'none',
  vat: 'exempt',
  ...fields,
})

/** One clerk in the parish's payroll on all working half-days. */
export const requirement = (id: string, fields: Partial<Requirement> = {}): Requirement => ({
  id,
  authority: 'parish',
  area: 'payroll',
  label: id,
  criticality: 'normal',
  when: always,
  needs: [{ anyOf: ['clerk'], count: 1 }],
  ...fields,
})

/** Away from one half-day to another, or for good. */
export const awayFor = (who: string, from: string, to?: string): Absence => ({
  id: `${who}-${from.replace('/', '-')}`,
  specialist: who,
  from,
  ...(to === undefined ? { reviewOn: '2027-01-01' } : { to }),
})

/** A confirmed cover of one half-day in the city's registry. */
export const booking = (who: string, halfDay: string, fields: Partial<Booking> = {}): Booking => ({
  id: `${who}-${halfDay.replace('/', '-')}`,
  specialist: who,
  authority: 'city',
  area: 'registry',
  halfDays: [halfDay],
  status: 'confirmed',
  ...fields,
})

/** The same areas with one of them changed. */
export const areasWith = (id: string, fields: Partial<ServiceArea>): ServiceArea[] =>
  empty.serviceAreas.map((one) => (one.id === id ? { ...one, ...fields } : one))

const named = (text: string) => ({ de: text, en: text })
const area = (id: string, roles: Readonly<Record<string, 'none' | 'required'>>): ServiceArea => ({
  id,
  name: named(id),
  roles: Object.entries(roles).map(([role, authorisation]) => ({ id: role, name: named(role), authorisation })),
  lenderConsent: 'hr-manager',
  blocks: [],
})

const empty: Region = {
  format: 'vertretbar-region/1',
  region: {
    id: 'region',
    name: 'Region',
    timeZone: 'Europe/Berlin',
    collectionOffices: [],
    conflicts: [{ areas: ['payroll', 'audit'], lookBackDays: 5 }],
    settings: { horizonDays: 90, requestExpiryWorkingDays: 3 },
  },
  serviceAreas: [
    area('payroll', { clerk: 'none', approver: 'required' }),
    area('audit', { auditor: 'none' }),
    area('registry', { registrar: 'none' }),
  ],
  products: ['a', 'b'].map((id) => ({ id, name: id, vendor: id, accessLeadWorkingDays: 3 })),
  authorities: [authority('city'), authority('parish')],
  agreements: [],
  specialists: [],
  requirements: [],
  absences: [],
  bookings: [],
  refusals: [],
}

/**
 * A city and a parish with payroll, audit and registry, and what a test puts there; payroll and audit conflict within 5
 * days. Throws where a region file would be refused: no rule is tested on a region that cannot be.
 */
export function testRegion(fields: Partial<Region>): RegionIndex {
  const { members, feeds, ...file } = { ...empty, ...fields }
  const read = parseRegion(file)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  const region = { ...read.value, ...(members && { members }), ...(feeds && { feeds }) }
  const problems = regionProblems(region)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return new RegionIndex(region)
}
