import { describe, expect, it } from 'vitest'
import type { Agreement } from './agreement.ts'
import type { Booking } from './booking.ts'
import { coverState } from './cover.ts'
import { isCandidate, type ReasonCode, reasonsAgainst } from './eligibility.ts'
import { dayOf, numberOf } from './half-day.ts'
import { parseRegion } from './read-region.ts'
import type { Region } from './region.ts'
import { RegionIndex } from './region-index.ts'
import type { CoverRefusal } from './requirement.ts'
import type { Absence, Specialist } from './specialist.ts'

/*
 * Anna of the city is asked to cover payroll in the parish on Wednesday 10 June 2026, in the morning. Ben could hold the
 * fort at home, where one clerk is needed in the mornings. Otto of the parish is away for long.
 */
interface Case {
  readonly anna?: Partial<Specialist>
  readonly agreement?: Partial<Agreement>
  readonly furtherAgreement?: Partial<Agreement>
  readonly absences?: readonly Absence[]
  readonly bookings?: readonly Booking[]
  readonly refusals?: readonly CoverRefusal[]
  readonly deployedUntil?: string
  readonly clerksAtHome?: number
  readonly today?: string
  readonly need?: 'clerk' | 'approver'
  readonly halfDay?: string
}

const since = { validFrom: '2025-01-01' }
const fullWeek = { mo: 'full', tu: 'full', we: 'full', th: 'full', fr: 'full' } as const
const name = (text: string) => ({ de: text, en: text })
const area = (id: string, roles: Region['serviceAreas'][number]['roles']): Region['serviceAreas'][number] => ({
  id,
  name: name(id),
  roles,
  lenderConsent: 'hr-manager',
  blocks: [],
})
const authority = (id: string): Region['authorities'][number] => ({
  id,
  name: id,
  kind: 'city',
  keys: [],
  state: 'DE-NI',
  closures: [],
  deployments: [],
})
const person = (id: string, fields: Partial<Specialist> = {}): Specialist => ({
  id,
  displayName: id,
  authority: 'city',
  homeArea: 'payroll',
  employment: since,
  weeklyMinutes: [],
  workPattern: [{ ...since, weeks: [fullWeek] }],
  competences: [{ area: 'payroll', roles: ['clerk', 'approver'], products: ['a'] }],
  authorisations: [{ authority: 'parish', area: 'payroll', ...since }],
  access: [{ authority: 'parish', product: 'a', ...since }],
  exclusions: [],
  ...fields,
})
const pool: Agreement = {
  id: 'pool',
  givers: ['city'],
  receivers: ['parish'],
  areas: ['payroll'],
  legalForm: 'assistance',
  ...since,
  ratesCentsPerHour: {},
  document: 'none',
  vat: 'exempt',
}
const awayFor = (specialist: string, from: string, to?: string): Absence => ({
  id: `${specialist}-${from.slice(0, 10)}`,
  specialist,
  from,
  ...(to === undefined ? { reviewOn: '2027-01-01' } : { to }),
})
const otto = awayFor('otto', '2026-05-01/am')
const booking = (specialist: string, halfDay: string, fields: Partial<Booking> = {}): Booking => ({
  id: `${specialist}-${halfDay.replace('/', '-')}`,
  specialist,
  authority: 'city',
  area: 'registry',
  halfDays: [halfDay],
  status: 'confirmed',
  ...fields,
})
const underPool = { authority: 'parish', area: 'payroll', agreement: 'pool' }
const intoAudit = { authority: 'parish', area: 'audit' }
const refusal = (halfDay: string, fields: Partial<CoverRefusal> = {}): CoverRefusal => ({
  requirement: 'parish-payroll',
  need: 0,
  halfDay,
  specialist: 'anna',
  ...fields,
})
const always = { kind: 'weekly', days: ['mo', 'tu', 'we', 'th', 'fr'] } as const

const regionOf = (one: Case): Region => ({
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
    area('payroll', [
      { id: 'clerk', name: name('clerk'), authorisation: 'none' },
      { id: 'approver', name: name('approver'), authorisation: 'required' },
    ]),
    area('audit', [{ id: 'auditor', name: name('auditor'), authorisation: 'none' }]),
    area('registry', [{ id: 'registrar', name: name('registrar'), authorisation: 'none' }]),
  ],
  products: ['a', 'b'].map((id) => ({ id, name: id, vendor: id, accessLeadWorkingDays: 3 })),
  authorities: [
    authority('city'),
    {
      ...authority('parish'),
      deployments: [
        { area: 'payroll', product: 'a', ...since, ...(one.deployedUntil ? { validTo: one.deployedUntil } : {}) },
      ],
    },
  ],
  agreements: [
    { ...pool, ...one.agreement },
    ...(one.furtherAgreement ? [{ ...pool, id: 'further', ...one.furtherAgreement }] : []),
  ],
  specialists: [person('anna', one.anna), person('ben'), person('otto', { authority: 'parish' })],
  requirements: [
    {
      id: 'parish-payroll',
      authority: 'parish',
      area: 'payroll',
      label: 'Abrechnung',
      criticality: 'normal',
      when: { ...always, halves: ['am', 'pm'] },
      needs: [
        { anyOf: ['clerk'], count: 1 },
        { anyOf: ['approver'], count: 1 },
      ],
    },
    {
      id: 'city-payroll',
      authority: 'city',
      area: 'payroll',
      label: 'Auskunft',
      criticality: 'normal',
      when: { ...always, halves: ['am'] },
      needs: [{ anyOf: ['clerk'], count: one.clerksAtHome ?? 1 }],
    },
  ],
  absences: one.absences ?? [otto],
  bookings: one.bookings ?? [],
  refusals: one.refusals ?? [],
})

function reasonsIn(one: Case): ReasonCode[] {
  const region = parseRegion(regionOf(one))
  if (!region.ok) throw new Error(JSON.stringify(region.refusal))
  const index = new RegionIndex(region.value)
  const days = { first: dayOf('2026-06-01'), last: dayOf('2026-06-30') }
  const state = coverState(index, days, dayOf(one.today ?? '2026-06-01'))
  const ref = index.needs.find(({ need }) => need.anyOf[0] === (one.need ?? 'clerk'))
  if (ref === undefined) throw new Error('no such need')
  const halfDay = numberOf(one.halfDay ?? '2026-06-10/am')
  return reasonsAgainst({ state, candidate: index.specialist('anna'), ref, halfDay })
}

const payroll = (roles: string[], products: string[]) => [{ area: 'payroll', roles, products }]
const benAway = (to: string): Case => ({ absences: [otto, awayFor('ben', '2026-06-08/am', to)] })
const inAudit = (halfDay: string, fields: Partial<Booking> = {}): Case => ({
  bookings: [booking('anna', halfDay, { ...intoAudit, ...fields })],
})

type Row = readonly [boundary: string, one: Case, codes: readonly ReasonCode[]]

const tables: Readonly<Record<string, readonly Row[]>> = {
  'not-competent': [
    ['nothing speaks against it', {}, []],
    ['only another role', { anna: { competences: payroll(['approver'], ['a']) } }, ['not-competent']],
    [
      'the role in another area only',
      { anna: { competences: [{ area: 'audit', roles: ['auditor'], products: ['a'] }] } },
      ['not-competent'],
    ],
  ],
  'product-unknown': [
    ['only another product', { anna: { competences: payroll(['clerk'], ['b']) } }, ['product-unknown']],
    [
      'the product runs to that day',
      { anna: { competences: payroll(['clerk'], []) }, deployedUntil: '2026-06-10' },
      ['product-unknown'],
    ],
    ['no product since that day', { anna: { competences: payroll(['clerk'], []) }, deployedUntil: '2026-06-09' }, []],
    [
      'the product only in another role',
      { anna: { competences: [...payroll(['clerk'], ['b']), ...payroll(['approver'], ['a'])] } },
      ['product-unknown'],
    ],
  ],
  'no-authorisation': [
    ['a role that needs none', { anna: { authorisations: [] } }, []],
    ['none on file', { need: 'approver', anna: { authorisations: [] } }, ['no-authorisation']],
    ...(
      [
        ['ends that day', { validTo: '2026-06-10' }, []],
        ['ends the day before', { validTo: '2026-06-09' }, ['no-authorisation']],
        ['begins that day', { validFrom: '2026-06-10' }, []],
        ['begins the day after', { validFrom: '2026-06-11' }, ['no-authorisation']],
        ['is for another area', { area: 'audit' }, ['no-authorisation']],
        ['is for another authority', { authority: 'city' }, ['no-authorisation']],
      ] as const
    ).map(
      ([boundary, fields, codes]): Row => [
        boundary,
        { need: 'approver', anna: { authorisations: [{ authority: 'parish', area: 'payroll', ...since, ...fields }] } },
        codes,
      ],
    ),
  ],
  'not-available': [
    ['absent to the half-day before', { absences: [otto, awayFor('anna', '2026-06-08/am', '2026-06-09/pm')] }, []],
    [
      'absent to that half-day',
      { absences: [otto, awayFor('anna', '2026-06-08/am', '2026-06-10/am')] },
      ['not-available'],
    ],
    ['absent from the next half-day', { absences: [otto, awayFor('anna', '2026-06-10/pm')] }, []],
    ['works in the afternoon', { anna: { workPattern: [{ ...since, weeks: [{ we: 'pm' }] }] } }, ['not-available']],
    ['works in the morning', { anna: { workPattern: [{ ...since, weeks: [{ we: 'am' }] }] } }, []],
    ['leaves that day', { anna: { employment: { ...since, validTo: '2026-06-10' } } }, []],
    ['left the day before', { anna: { employment: { ...since, validTo: '2026-06-09' } } }, ['not-available']],
    [
      'requested elsewhere then',
      { bookings: [booking('anna', '2026-06-10/am', { status: 'requested' })] },
      ['not-available'],
    ],
    [
      'requested elsewhere in the afternoon',
      { bookings: [booking('anna', '2026-06-10/pm', { status: 'requested' })] },
      [],
    ],
    ['a booking then that ended', { bookings: [booking('anna', '2026-06-10/am', { status: 'ended' })] }, []],
  ],
  'no-agreement': [
    ['ends that day', { agreement: { validTo: '2026-06-10' } }, []],
    ['ended the day before', { agreement: { validTo: '2026-06-09' } }, ['no-agreement']],
    ['begins that day', { agreement: { validFrom: '2026-06-10' } }, []],
    ['begins the day after', { agreement: { validFrom: '2026-06-11' } }, ['no-agreement']],
    ['the other direction only', { agreement: { givers: ['parish'], receivers: ['city'] } }, ['no-agreement']],
    ['another area only', { agreement: { areas: ['audit'] } }, ['no-agreement']],
    ['in-house', { anna: { authority: 'parish', homeArea: 'registry' }, agreement: { areas: ['audit'] } }, []],
  ],
  'no-access-in-time': [
    ['lead time exactly enough', { anna: { access: [] }, today: '2026-06-05' }, []],
    ['lead time one day short', { anna: { access: [] }, today: '2026-06-08' }, ['no-access-in-time']],
    ['in-house', { anna: { authority: 'parish', homeArea: 'registry', access: [] }, today: '2026-06-08' }, []],
    ...(
      [
        ['access ends that day', { validTo: '2026-06-10' }, []],
        ['access ended the day before', { validTo: '2026-06-09' }, ['no-access-in-time']],
        ['access to another product', { product: 'b' }, ['no-access-in-time']],
        ['access at another authority', { authority: 'city' }, ['no-access-in-time']],
      ] as const
    ).map(
      ([boundary, fields, codes]): Row => [
        boundary,
        { anna: { access: [{ authority: 'parish', product: 'a', ...since, ...fields }] }, today: '2026-06-08' },
        codes,
      ],
    ),
  ],
  conflict: [
    [
      'excluded to that day',
      { anna: { exclusions: [{ authority: 'parish', ...since, validTo: '2026-06-10' }] } },
      ['conflict'],
    ],
    [
      'excluded to the day before',
      { anna: { exclusions: [{ authority: 'parish', ...since, validTo: '2026-06-09' }] } },
      [],
    ],
    ['excluded in another area', { anna: { exclusions: [{ authority: 'parish', area: 'audit', ...since }] } }, []],
    [
      'excluded in this area',
      { anna: { exclusions: [{ authority: 'parish', area: 'payroll', ...since }] } },
      ['conflict'],
    ],
    ['the post in a conflicting area there', { anna: { authority: 'parish', homeArea: 'audit' } }, ['conflict']],
    ['the post in a conflicting area elsewhere', { anna: { homeArea: 'audit' } }, []],
    ['in a conflicting area 5 days before', inAudit('2026-06-05/am'), ['conflict']],
    ['in a conflicting area 6 days before', inAudit('2026-06-04/pm'), []],
    ['in a conflicting area 5 days after', inAudit('2026-06-15/pm'), ['conflict']],
    ['in a conflicting area 6 days after', inAudit('2026-06-16/am'), []],
    ['requested into a conflicting area', inAudit('2026-06-05/am', { status: 'requested' }), ['conflict']],
    ['in a conflicting area, ended', inAudit('2026-06-05/am', { status: 'ended' }), []],
    ['in a conflicting area elsewhere', inAudit('2026-06-05/am', { authority: 'city' }), []],
  ],
  'home-short': [
    ['the colleague is back that morning', benAway('2026-06-09/pm'), []],
    ['the colleague is away that morning', benAway('2026-06-10/am'), ['home-short']],
    ['nobody is needed at home in the afternoon', { ...benAway('2026-06-10/pm'), halfDay: '2026-06-10/pm' }, []],
    ['two are needed at home', { clerksAtHome: 2 }, ['home-short']],
    ['home is short already', { clerksAtHome: 3 }, ['home-short']],
    [
      'the colleague is requested elsewhere',
      { bookings: [booking('ben', '2026-06-10/am', { status: 'requested' })] },
      ['home-short'],
    ],
    ['the colleague’s booking ended', { bookings: [booking('ben', '2026-06-10/am', { status: 'ended' })] }, []],
    ['does not count at home', { clerksAtHome: 2, anna: { homeArea: 'registry' } }, []],
  ],
  'weekly-limit': [
    [
      'the limit is reached with this half-day',
      { anna: { coverLimitHalfDaysPerWeek: 2 }, bookings: [booking('anna', '2026-06-08/am')] },
      [],
    ],
    [
      'one above it',
      { anna: { coverLimitHalfDaysPerWeek: 1 }, bookings: [booking('anna', '2026-06-08/am')] },
      ['weekly-limit'],
    ],
    ['a limit of none', { anna: { coverLimitHalfDaysPerWeek: 0 } }, ['weekly-limit']],
    [
      'the Friday before is another week',
      { anna: { coverLimitHalfDaysPerWeek: 1 }, bookings: [booking('anna', '2026-06-05/pm')] },
      [],
    ],
    [
      'the Friday after is the same week',
      { anna: { coverLimitHalfDaysPerWeek: 1 }, bookings: [booking('anna', '2026-06-12/pm')] },
      ['weekly-limit'],
    ],
    [
      'an ended booking',
      { anna: { coverLimitHalfDaysPerWeek: 1 }, bookings: [booking('anna', '2026-06-08/am', { status: 'ended' })] },
      [],
    ],
  ],
  'agreement-limit': [
    [
      'the limit is reached with this half-day',
      { agreement: { monthlyHalfDayLimit: 2 }, bookings: [booking('ben', '2026-06-30/pm', underPool)] },
      [],
    ],
    [
      'one above it',
      { agreement: { monthlyHalfDayLimit: 1 }, bookings: [booking('ben', '2026-06-30/pm', underPool)] },
      ['agreement-limit'],
    ],
    [
      'the day before the month',
      { agreement: { monthlyHalfDayLimit: 1 }, bookings: [booking('ben', '2026-05-29/pm', underPool)] },
      [],
    ],
    [
      'the day after the month',
      { agreement: { monthlyHalfDayLimit: 1 }, bookings: [booking('ben', '2026-07-01/am', underPool)] },
      [],
    ],
    [
      'the first day of the month',
      { agreement: { monthlyHalfDayLimit: 1 }, bookings: [booking('ben', '2026-06-01/am', underPool)] },
      ['agreement-limit'],
    ],
    ['another agreement has room', { agreement: { monthlyHalfDayLimit: 0 }, furtherAgreement: {} }, []],
    [
      'no agreement has room',
      { agreement: { monthlyHalfDayLimit: 0 }, furtherAgreement: { monthlyHalfDayLimit: 0 } },
      ['agreement-limit'],
    ],
    [
      'the other with room ended',
      { agreement: { monthlyHalfDayLimit: 0 }, furtherAgreement: { validTo: '2026-06-09' } },
      ['agreement-limit'],
    ],
  ],
  refused: [
    ['this half-day', { refusals: [refusal('2026-06-10/am')] }, ['refused']],
    ['another half-day of the gap', { refusals: [refusal('2026-06-03/pm')] }, ['refused']],
    ['a half-day of the gap before the horizon', { refusals: [refusal('2026-05-29/pm')] }, ['refused']],
    ['another need of the place', { refusals: [refusal('2026-06-03/pm', { need: 1 })] }, ['refused']],
    ['by a colleague', { refusals: [refusal('2026-06-10/am', { specialist: 'ben' })] }, []],
    [
      'a gap that a day without shortage parts from this one',
      {
        refusals: [refusal('2026-06-08/am')],
        absences: [awayFor('otto', '2026-05-01/am', '2026-06-08/pm'), awayFor('otto', '2026-06-10/am')],
      },
      [],
    ],
    [
      'a gap that goes on in the afternoon',
      {
        refusals: [refusal('2026-06-08/am')],
        absences: [awayFor('otto', '2026-05-01/am', '2026-06-08/pm'), awayFor('otto', '2026-06-09/pm')],
      },
      ['refused'],
    ],
  ],
  'short-notice': [
    ['notice exactly enough', { agreement: { noticeWorkingDays: 3 }, today: '2026-06-05' }, []],
    ['notice one day short', { agreement: { noticeWorkingDays: 3 }, today: '2026-06-08' }, ['short-notice']],
    ['no notice asked, on the day itself', { today: '2026-06-10' }, []],
    [
      'another agreement asks for less',
      { agreement: { noticeWorkingDays: 3 }, furtherAgreement: { noticeWorkingDays: 2 }, today: '2026-06-08' },
      [],
    ],
  ],
}

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it.each(rows)('%s', (_boundary, one, codes) => {
    expect(reasonsIn(one)).toEqual(codes)
  })
})

describe('every code that applies is told', () => {
  it('a stranger to the place has all that would have to change', () => {
    const stranger = { authorisations: [], access: [], coverLimitHalfDaysPerWeek: 0 }
    const one: Case = {
      need: 'approver',
      anna: stranger,
      agreement: { areas: ['audit'] },
      clerksAtHome: 2,
      today: '2026-06-09',
    }
    expect(reasonsIn(one)).toEqual([
      'no-authorisation',
      'no-agreement',
      'no-access-in-time',
      'home-short',
      'weekly-limit',
    ])
  })
})

describe('nobody is a candidate for their own post', () => {
  it.each([
    ['their own post', { authority: 'city', area: 'payroll' }, false],
    ['another area at home', { authority: 'city', area: 'audit' }, true],
    ['their area elsewhere', { authority: 'parish', area: 'payroll' }, true],
  ])('%s', (_name, place, answer) => {
    expect(isCandidate(person('anna'), place)).toBe(answer)
  })
})
