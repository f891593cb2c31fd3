import type { Booking } from '@vertretbar/domain/booking'
import type { Grant, Member } from '@vertretbar/domain/member'
import type { Region } from '@vertretbar/domain/region'
import { regionProblems } from '@vertretbar/domain/region-rules'
import { digestOfCode } from '@vertretbar/usecases/invitation'

/** Where what a request is about lies, as those see it who have their roles at the authority `own`. */
export const positions = [
  'oneself',
  'own',
  'other area',
  'borrowed',
  'partner',
  'foreign',
  'elsewhere',
  'missing',
] as const
export type Position = (typeof positions)[number]

/** Somebody in the region: of the authority that their id begins with. */
interface Person {
  readonly id: string
  readonly authority: string
  readonly area: 'payroll' | 'registry'
  /** Where they cover: always in payroll. */
  readonly lentTo: string
}

/** Who is meant where. Nobody lives `elsewhere` in the region of those who ask, and `missing` nowhere at all. */
export const people: Readonly<Record<Position, Person>> = {
  oneself: { id: 'own.viewer', authority: 'own', area: 'payroll', lentTo: 'partner' },
  own: { id: 'own.colleague', authority: 'own', area: 'payroll', lentTo: 'partner' },
  'other area': { id: 'own.registrar', authority: 'own', area: 'registry', lentTo: 'partner' },
  borrowed: { id: 'partner.helper', authority: 'partner', area: 'registry', lentTo: 'own' },
  partner: { id: 'partner.clerk', authority: 'partner', area: 'payroll', lentTo: 'foreign' },
  foreign: { id: 'foreign.clerk', authority: 'foreign', area: 'payroll', lentTo: 'distant' },
  elsewhere: { id: 'elsewhere.clerk', authority: 'elsewhere', area: 'payroll', lentTo: 'farther' },
  missing: { id: 'missing.clerk', authority: 'missing', area: 'payroll', lentTo: 'farther' },
}

/** The day on which the payroll of an authority is short of people. */
export const shortDays: Readonly<Record<string, string>> = {
  own: '2027-01-11',
  partner: '2027-01-12',
  foreign: '2027-01-13',
  distant: '2027-01-14',
  elsewhere: '2027-01-11',
  farther: '2027-01-12',
  missing: '2027-01-11',
}
/** The day on which the registries are short of people. */
export const registryDay = '2027-01-15'

/** Who asks: somebody with one role at `own`, or somebody who is no member, or is none any more or yet. */
export const viewers = ['specialist', 'hr-manager', 'area-head', 'controller', 'coordinator', 'operator'] as const
export type Viewer = (typeof viewers)[number]
export const outsiders = ['nobody', 'ended', 'to-come'] as const

const grants: Readonly<Record<Viewer, Grant>> = {
  specialist: { role: 'specialist', authority: 'own' },
  'hr-manager': { role: 'hr-manager', authority: 'own' },
  'area-head': { role: 'area-head', authority: 'own', area: 'payroll' },
  controller: { role: 'controller', authority: 'own' },
  coordinator: { role: 'coordinator' },
  operator: { role: 'operator' },
}

const since = { validFrom: '2025-01-01' }

/** Somebody who is invited with their id as the code. */
export const invited = (id: string, fields: Partial<Member> & Pick<Member, 'roles'>): Member => ({
  id,
  invitation: { code: digestOfCode(id), expiresAt: '2026-12-01T00:00:00.000Z' },
  address: `${id}@example.de`,
  language: 'de',
  ...since,
  ...fields,
})

const hrAt = (authority: string): Member => invited(`hr.${authority}`, { roles: [{ role: 'hr-manager', authority }] })

/** The region of those who ask: `own` and `partner` help each other, `partner` and `foreign` too, `own` and `foreign` do not. */
export const askersRegion = (): Region =>
  regionOf('asking', {
    authorities: ['own', 'partner', 'foreign', 'distant'],
    positions: ['oneself', 'own', 'other area', 'borrowed', 'partner', 'foreign'],
    agreements: [
      ['own', 'partner'],
      ['partner', 'own'],
      ['partner', 'foreign'],
      ['foreign', 'distant'],
    ],
    calendarOf: 'hr-manager',
    members: [
      ...viewers.map((role) =>
        invited(role, { roles: [grants[role]], ...(role === 'specialist' && { specialist: people.oneself.id }) }),
      ),
      invited('ended', { roles: [grants['hr-manager']], validTo: '2026-11-22' }),
      invited('to-come', { roles: [grants['hr-manager']], validFrom: '2026-11-24' }),
      ...['own', 'partner', 'foreign'].map(hrAt),
    ],
  })

/** A region in the same table that has nothing to do with the other. */
export const otherRegion = (): Region =>
  regionOf('elsewhere', {
    authorities: ['elsewhere', 'farther'],
    positions: ['elsewhere'],
    agreements: [['elsewhere', 'farther']],
    calendarOf: 'hr.elsewhere',
    members: [hrAt('elsewhere')],
  })

interface Parts {
  readonly authorities: readonly string[]
  readonly positions: readonly Position[]
  readonly agreements: readonly (readonly [giver: string, receiver: string])[]
  readonly members: readonly Member[]
  /** Whose the one calendar of the region is: of the payroll of its first authority. */
  readonly calendarOf: string
}

function regionOf(id: string, { authorities, positions: here, agreements, members, calendarOf }: Parts): Region {
  const staff = here.map((position) => people[position])
  const region: Region = {
    format: 'vertretbar-region/1',
    region: {
      id,
      name: id,
      timeZone: 'Europe/Berlin',
      collectionOffices: [],
      conflicts: [],
      settings: { horizonDays: 90, requestExpiryWorkingDays: 3 },
    },
    serviceAreas: ['payroll', 'registry', `${id}.area`].map(serviceArea),
    products: [product(`${id}.product`)],
    // One of each that nothing refers to.
    authorities: [...authorities, `${id}.spare`].map(anAuthority),
    agreements: [...agreements.map(agreement), { ...agreement(agreements[0] ?? ['', '']), id: `${id}.agreement` }],
    specialists: [
      ...staff.map(({ id: person, authority, area }) => specialist(person, { authority, area })),
      // Those who are asked to cover in one area have their post in the other, which is short of people on other days.
      ...authorities.flatMap((authority) => [
        specialist(`${authority}.free.payroll`, { authority, area: 'registry' }),
        specialist(`${authority}.free.registry`, { authority, area: 'payroll' }),
      ]),
    ],
    requirements: authorities.flatMap((authority) => [
      requirement(authority, 'payroll', shortDays[authority] ?? ''),
      requirement(authority, 'registry', registryDay),
    ]),
    absences: staff.map((person) => ({
      id: `${person.id}.absence`,
      specialist: person.id,
      from: '2027-02-01/am',
      to: '2027-02-01/pm',
    })),
    bookings: staff.flatMap(bookingsOf),
    refusals: [],
    members: [...members].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    feeds: authorities.slice(0, 1).map((authority) => calendar(`${authority}.calendar`, calendarOf, authority)),
  }
  const problems = regionProblems(region)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return region
}

const calendar = (id: string, member: string, authority: string): NonNullable<Region['feeds']>[number] => ({
  id,
  member,
  token: digestOfCode(id),
  shows: { kind: 'place', authority, area: 'payroll' },
  createdAt: '2026-11-02T08:00:00.000Z',
})

/** An area whose lenders are the personnel managers. */
export const serviceArea = (id: string): Region['serviceAreas'][number] => ({
  id,
  name: { de: id, en: id },
  roles: [{ id: 'clerk', name: { de: 'clerk', en: 'clerk' }, authorisation: 'none' }],
  lenderConsent: 'hr-manager',
  blocks: [],
})

export const product = (id: string): Region['products'][number] => ({
  id,
  name: 'product',
  vendor: 'vendor',
  accessLeadWorkingDays: 0,
})

export const anAuthority = (id: string): Region['authorities'][number] => ({
  id,
  name: id,
  kind: 'city',
  keys: [],
  state: 'DE-NI',
  closures: [],
  deployments: [],
})

export const agreement = ([giver, receiver]: readonly [string, string]): Region['agreements'][number] => ({
  id: `${giver}.${receiver}`,
  givers: [giver],
  receivers: [receiver],
  areas: ['payroll', 'registry'],
  legalForm: 'assistance',
  ...since,
  ratesCentsPerHour: { payroll: 5000, registry: 5000 },
  document: 'none',
  vat: 'exempt',
})

export const specialist = (
  id: string,
  { authority, area }: { readonly authority: string; readonly area: string },
): Region['specialists'][number] => ({
  id,
  displayName: id.toUpperCase(),
  authority,
  homeArea: area,
  employment: since,
  weeklyMinutes: [{ ...since, minutes: 2340 }],
  workPattern: [{ ...since, weeks: [{ mo: 'full', tu: 'full', we: 'full', th: 'full', fr: 'full' }] }],
  competences: ['payroll', 'registry'].map((one) => ({ area: one, roles: ['clerk'], products: [] })),
  authorisations: [],
  access: [],
  exclusions: [],
})

export const requirement = (authority: string, area: string, day: string): Region['requirements'][number] => ({
  id: `${authority}.${area}`,
  authority,
  area,
  label: 'Mindestbesetzung',
  criticality: 'normal',
  when: { kind: 'dates', halfDays: [`${day}/am`, `${day}/pm`] },
  needs: [{ anyOf: ['clerk'], count: 20 }],
})

/** One cover of each kind: asked for in the morning of the short day, agreed to in its afternoon, and long over. */
function bookingsOf({ id, authority, lentTo }: Person): Booking[] {
  const day = shortDays[lentTo] ?? ''
  const common = {
    specialist: id,
    authority: lentTo,
    area: 'payroll',
    agreement: `${authority}.${lentTo}`,
    mode: 'remote',
  } as const
  return [
    {
      ...common,
      id: `${id}.requested`,
      status: 'requested',
      halfDays: [`${day}/am`],
      expiresAt: '2027-01-08T16:00:00.000Z',
    },
    { ...common, id: `${id}.confirmed`, status: 'confirmed', halfDays: [`${day}/pm`] },
    { ...common, id: `${id}.done`, status: 'confirmed', halfDays: ['2026-11-02/am'] },
  ]
}
