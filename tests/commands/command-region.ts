import type { Booking } from '@vertretbar/domain/booking'
import { dateOf, dayOf, weekdayOf } from '@vertretbar/domain/half-day'
import type { Identity, Member } from '@vertretbar/domain/member'
import type { Region } from '@vertretbar/domain/region'
import { feed as calendar } from '@vertretbar/domain/test-member'
import {
  agreement,
  authority,
  awayFor,
  requirement,
  runsA,
  since,
  specialist,
  testRegion,
} from '@vertretbar/domain/test-region'
import { sha256 } from '@vertretbar/usecases/audit-chain'
import { issuer } from '../api/issuer.ts'

/** The clock: a Monday morning. */
export const at = Date.parse('2026-11-23T08:00:00Z')

/** A person of the city whom everything happens to. */
export const c1 = specialist('c1', { weeklyMinutes: [{ ...since, minutes: 2345 }] })

/** The agreement under which the city covers in the village. */
export const many = agreement('many', { receivers: ['village'] })

/** Two who were invited: one for the staff of the city, and the person `c2`; each is known by the code alone. */
export const invited: readonly (Member & { readonly invitation: { readonly code: string } })[] = [
  { id: 'staff', roles: [{ role: 'hr-manager' as const, authority: 'city' }], code: 'c'.repeat(64) },
  { id: 'person', roles: [{ role: 'specialist' as const, authority: 'city' }], specialist: 'c2', code: 'd'.repeat(64) },
].map(({ code, ...member }) => ({
  address: `${member.id}@example.de`,
  language: 'de',
  ...since,
  ...member,
  invitation: { code, expiresAt: '2026-12-01T08:00:00.000Z' },
}))

/** By what login somebody who was invited into a region is to be known. */
export const loginOf = (region: string, member: string): Identity => ({ issuer, subject: `${region}-${member}` })

/** The digest of a token by the name that a test gives it; many regions share a table, and no two of them a token. */
export const feedToken = (region: string, name: string): string => sha256(`${region} ${name}`)

/** A parish and a village short of a clerk, a city that lends people, and one booking in each state. */
export function commandRegion(id: string, coversInTheVillage: number): Region {
  const { region } = testRegion({
    authorities: [
      authority('city'),
      authority('parish', { deployments: [runsA] }),
      authority('village', { deployments: [runsA] }),
    ],
    agreements: [agreement('pool', { ratesCentsPerHour: { payroll: 6150 } }), many],
    specialists: [
      c1,
      specialist('c2'),
      specialist('c3', { access: [{ authority: 'village', product: 'a', ...since }] }),
    ],
    requirements: [requirement('parish.payroll'), requirement('village.payroll', { authority: 'village' })],
    absences: [
      { ...awayFor('c2', '2027-01-11/am', '2027-01-15/pm'), id: 'away' },
      { ...awayFor('c3', '2025-11-20/am', '2025-11-22/pm'), id: 'long-ago' },
    ],
    members: invited,
    feeds: [
      calendar('calendar', { member: 'staff', token: feedToken(id, 'calendar') }),
      calendar('own', {
        member: 'person',
        token: feedToken(id, 'own'),
        shows: { kind: 'person', specialist: 'c2' },
      }),
    ],
    bookings: [
      cover('asked', ['2026-12-07/am', '2026-12-07/pm'], {
        status: 'requested',
        expiresAt: '2026-11-26T16:00:00.000Z',
      }),
      cover('late', ['2026-12-14/am'], { status: 'requested', expiresAt: '2026-11-20T16:00:00.000Z' }),
      cover('agreed', ['2026-12-09/am', '2026-12-10/am'], { status: 'confirmed' }),
      cover('worked', ['2026-11-02/am', '2026-11-02/pm'], { status: 'confirmed' }),
      ...workingDays(coversInTheVillage).map((day, number) =>
        cover(`village-${number}`, [`${day}/am`], {
          specialist: 'c3',
          authority: 'village',
          agreement: 'many',
          status: 'confirmed',
        }),
      ),
    ],
  })
  return { ...region, region: { ...region.region, id } }
}

const cover = (
  id: string,
  halfDays: readonly string[],
  fields: Partial<Booking> & Pick<Booking, 'status'>,
): Booking => ({
  id,
  specialist: 'c1',
  authority: 'parish',
  area: 'payroll',
  agreement: 'pool',
  halfDays,
  ...fields,
})

const workingDays = (count: number): string[] =>
  Array.from({ length: 2 * count }, (_, number) => dayOf('2026-12-01') + number)
    .filter((day) => weekdayOf(day) < 5)
    .slice(0, count)
    .map(dateOf)
