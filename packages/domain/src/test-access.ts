import { type Access, accessOf } from './access.ts'
import type { Booking } from './booking.ts'
import type { Command } from './command.ts'
import { dayOf } from './half-day.ts'
import type { Member, MemberRole } from './member.ts'
import type { RegionIndex } from './region-index.ts'
import { feed, member } from './test-member.ts'
import { agreement, authority, awayFor, requirement, specialist, testRegion } from './test-region.ts'

/** From where a member of the city looks: the city itself, the parish that it serves, a village that it has nothing to do with. */
export const places = { own: 'city', partner: 'parish', foreign: 'village' } as const
export type Where = keyof typeof places

/** The day on which everybody asks: a Wednesday. */
export const today = dayOf('2026-06-10')

const at = Object.values(places)

/**
 * Of each authority one person, `city.p`, who is away, `city.away`; a requirement, `city.payroll`; and somebody of its
 * staff, `city.hr`. Every member has a feed of the city's payroll, `city.hr.feed`.
 */
export const staffed = (members: readonly Member[] = []): RegionIndex => {
  const everybody = [
    ...at.map((id) => member(`${id}.hr`, { roles: [{ role: 'hr-manager', authority: id }] })),
    ...members,
  ]
  return testRegion({
    authorities: [...at, 'hamlet'].map((id) => authority(id)),
    agreements: [
      agreement('pool'),
      agreement('back', { givers: ['parish'], receivers: ['city', 'village'] }),
      agreement('far', { givers: ['village'], receivers: ['hamlet'] }),
    ],
    specialists: at.map((id) => specialist(`${id}.p`, { authority: id, authorisations: [] })),
    absences: at.map((id) => ({ ...awayFor(`${id}.p`, '2026-06-29/am', '2026-06-30/pm'), id: `${id}.away` })),
    requirements: at.map((id) => requirement(`${id}.payroll`, { authority: id })),
    bookings: [
      cover('city.lent', { specialist: 'city.p', authority: 'parish', agreement: 'pool' }),
      cover('city.received', { specialist: 'parish.p', authority: 'city', agreement: 'back' }),
      cover('parish.lent', { specialist: 'parish.p', authority: 'village', agreement: 'back' }),
      cover('village.lent', { specialist: 'village.p', authority: 'hamlet', agreement: 'far' }),
    ].map((booking, number) => ({ ...booking, halfDays: [`2026-06-${15 + number}/am`] })),
    members: everybody,
    feeds: everybody.map(({ id }) => feed(`${id}.feed`, { member: id })),
  })
}

const cover = (
  id: string,
  fields: Pick<Booking, 'specialist' | 'authority' | 'agreement'>,
): Omit<Booking, 'halfDays'> => ({ id, area: 'payroll', status: 'requested', ...fields })

/** Somebody of each role: the person `city.p`, or of the city's staff, its area its payroll. */
export const viewers: { readonly [Role in MemberRole]: Member } = {
  specialist: member('viewer', { roles: [{ role: 'specialist', authority: 'city' }], specialist: 'city.p' }),
  'hr-manager': member('viewer', { roles: [{ role: 'hr-manager', authority: 'city' }] }),
  'area-head': member('viewer', { roles: [{ role: 'area-head', authority: 'city', area: 'payroll' }] }),
  controller: member('viewer', { roles: [{ role: 'controller', authority: 'city' }] }),
  coordinator: member('viewer', { roles: [{ role: 'coordinator' }] }),
  operator: member('viewer', { roles: [{ role: 'operator' }] }),
}

/** What a viewer may in a region that has them. */
export const accessIn = (index: RegionIndex): Access => accessOf(index, { kind: 'member', id: 'viewer' }, today)

/**
 * What each role is answered to a command about the own authority, a partner and a foreign one, in this order: `+` may
 * give it, `-` must not, `?` does not know that there is anything.
 */
export type Answers = Readonly<Record<MemberRole, string>>

/** One way to give a kind of command, and what comes of it. */
export interface Row<Kind extends Command['kind']> {
  readonly says: string
  readonly command: (where: Where) => Extract<Command, { readonly kind: Kind }>
  readonly answers: Answers
}

/** The same for all but for those who are named. */
export const answers = (fields: Partial<Record<MemberRole, string>>, others: string): Answers => ({
  specialist: others,
  'hr-manager': others,
  'area-head': others,
  controller: others,
  coordinator: others,
  operator: others,
  ...fields,
})

/** The same of whatever kind. */
export type AnyRow = Pick<Row<Command['kind']>, 'says' | 'answers'> & { readonly command: (where: Where) => Command }

/** Some kinds of command, each in every way in which rights differ. */
export type Rows<Kind extends Command['kind']> = { readonly [One in Kind]: readonly Row<One>[] }
