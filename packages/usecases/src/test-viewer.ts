import { accessOf } from '@vertretbar/domain/access'
import { dayOf } from '@vertretbar/domain/half-day'
import type { Horizon } from '@vertretbar/domain/horizon'
import type { Member } from '@vertretbar/domain/member'
import type { Region } from '@vertretbar/domain/region'
import {
  agreement,
  authority,
  awayFor,
  booking,
  requirement,
  since,
  specialist,
  testRegion,
} from '@vertretbar/domain/test-region'
import type { Viewer } from './viewer.ts'

/** For tests only: Monday 8 June 2026, 10:00 in Germany, and the week that begins then. */
export const now = Date.parse('2026-06-08T08:00:00Z')
export const week: Horizon = { today: dayOf('2026-06-08'), first: dayOf('2026-06-08'), last: dayOf('2026-06-14') }

/** For tests only: the half-days on which nobody runs the parish's payroll. */
export const short = ['2026-06-10/am', '2026-06-10/pm', '2026-06-11/am']

const on = (halfDays: readonly string[]) => ({ when: { kind: 'dates', halfDays } }) as const

/**
 * For tests only: the city may serve the parish, the town has agreed with nobody. The parish and the town have nobody for
 * their payroll, the city nobody for its audit and just enough for its payroll. Of the city's people p1 and p2 may come,
 * p2 not on Wednesday; each of the others is kept by something that is nobody's business but the city's.
 */
export const regionWith = (fields: Partial<Region> = {}) =>
  testRegion({
    authorities: [authority('city'), authority('parish'), authority('town')],
    agreements: [agreement('pool', { ...since, monthlyHalfDayLimit: 20 })],
    specialists: [
      specialist('city-p1'),
      specialist('city-p2'),
      specialist('city-p3', { coverLimitHalfDaysPerWeek: 0 }),
      specialist('city-p4', { exclusions: [{ authority: 'parish', ...since }] }),
      specialist('parish-r1', { authority: 'parish', homeArea: 'registry', competences: [] }),
      specialist('parish-r2', { authority: 'parish', homeArea: 'registry' }),
    ],
    requirements: [
      requirement('parish.payroll', on(short)),
      requirement('city.payroll', {
        authority: 'city',
        ...on(['2026-06-12/am']),
        needs: [{ anyOf: ['clerk'], count: 3 }],
      }),
      requirement('city.audit', {
        authority: 'city',
        area: 'audit',
        needs: [{ anyOf: ['auditor'], count: 1 }],
        ...on(['2026-06-12/pm']),
      }),
      requirement('town.payroll', { authority: 'town', ...on(['2026-06-12/am']) }),
    ],
    absences: [
      awayFor('city-p2', '2026-06-10/am', '2026-06-10/pm'),
      awayFor('parish-r2', '2026-06-10/am', '2026-06-10/am'),
    ],
    bookings: [
      booking('city-p4', '2026-06-12/am', {
        id: 'cover',
        authority: 'parish',
        area: 'registry',
        agreement: 'pool',
        halfDays: ['2026-06-12/am'],
      }),
    ],
    ...fields,
  })

/** For tests only: whoever asks in a test, by what they are. */
export const roles = {
  'the HR manager who asks': [{ role: 'hr-manager', authority: 'parish' }],
  'the head of the area that asks': [{ role: 'area-head', authority: 'parish', area: 'payroll' }],
  'the controller who asks': [{ role: 'controller', authority: 'parish' }],
  'the HR manager of a partner': [{ role: 'hr-manager', authority: 'city' }],
  'a specialist of a partner': [{ role: 'specialist', authority: 'city' }],
  'the HR manager of a stranger': [{ role: 'hr-manager', authority: 'town' }],
  'the coordinator': [{ role: 'coordinator' }],
  'the operator': [{ role: 'operator' }],
} as const satisfies Readonly<Record<string, Member['roles']>>
export type Kind = keyof typeof roles

/** For tests only: somebody of a kind, who looks at the region; the specialist is city-p1. */
export function viewerOf(kind: Kind, fields: Partial<Region> = {}): Viewer {
  const member: Member = {
    id: 'somebody',
    address: 'somebody@example.de',
    language: 'de',
    ...since,
    roles: roles[kind],
    ...(kind === 'a specialist of a partner' && { specialist: 'city-p1' }),
  }
  const index = regionWith({ ...fields, members: [member] })
  return {
    snapshot: { version: 1, state: 'one', region: index.region, index },
    access: accessOf(index, { kind: 'member', id: member.id }, week.today),
    now,
  }
}

/** For tests only: the names of all fields at any depth, each once, sorted. */
export function fieldsOf(told: unknown): string[] {
  if (typeof told !== 'object' || told === null) return []
  const inner = Object.values(told).flatMap(fieldsOf)
  return [...new Set(Array.isArray(told) ? inner : [...Object.keys(told), ...inner])].toSorted()
}
