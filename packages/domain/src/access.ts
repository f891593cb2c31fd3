import { type Action, rightsTo, type Scope } from './access-policy.ts'
import type { Actor } from './actor.ts'
import { type Day, dateOf } from './half-day.ts'
import { grantsOn, type HeldGrant, type Member } from './member.ts'
import type { Place, RegionIndex } from './region-index.ts'

/** What a right is asked for: any of the places, the person or the member may be what gives it. Without all: the region. */
export interface Subject {
  readonly specialist?: string | undefined
  readonly member?: string | undefined
  readonly places?: readonly SubjectPlace[]
}

/** An authority, or an area of it. */
export interface SubjectPlace extends Pick<Place, 'authority'> {
  readonly area?: string | undefined
}

/** How somebody has a right: by themselves, or only because they are somebody's deputy. */
export type Standing = 'own' | 'deputy'

/** What somebody may do on a day, in a region as it stands. */
export interface Access {
  /** Undefined for whoever is none that day, works at the machine, or is the clock. */
  readonly member: Member | undefined
  readonly may: (action: Action, subject?: Subject) => boolean
  /** The same, and how. */
  readonly standing: (action: Action, subject?: Subject) => Standing | undefined
  /** Whether there is anything for which they have the right. */
  readonly mayAtAll: (action: Action) => boolean
}

/** The rights of an actor by the policy; whoever is no member, or not on that day, has none. */
export function accessOf(index: RegionIndex, actor: Actor, today: Day): Access {
  if (actor.kind !== 'member') return machine
  const date = dateOf(today)
  const members = index.region.members ?? []
  const member = members.find(({ id }) => id === actor.id)
  const held = member === undefined ? [] : grantsOn(member, members, date)
  const partners = partnersOf(index, date)
  const holds =
    (action: Action, subject: Subject) =>
    ({ grant }: HeldGrant): boolean => {
      const scope: Scope | undefined = rightsTo(action)[grant.role]
      return scope !== undefined && reaches[scope]({ grant, member, subject, partners })
    }
  const standing: Access['standing'] = (action, subject = {}) => {
    const found = held.filter(holds(action, subject))
    if (found.length === 0) return undefined
    return found.some(({ isDeputy }) => !isDeputy) ? 'own' : 'deputy'
  }
  return {
    member: held.length === 0 ? undefined : member,
    standing,
    may: (action, subject) => standing(action, subject) !== undefined,
    mayAtAll: (action) => held.some(({ grant }) => rightsTo(action)[grant.role] !== undefined),
  }
}

const machine: Access = {
  member: undefined,
  may: () => true,
  standing: () => 'own',
  mayAtAll: () => true,
}

interface Reach {
  readonly grant: HeldGrant['grant']
  readonly member: Member | undefined
  readonly subject: Subject
  readonly partners: (authority: string, other: string) => boolean
}

const reaches: Readonly<Record<Scope, (reach: Reach) => boolean>> = {
  own: ({ member, subject }) =>
    (subject.specialist !== undefined && subject.specialist === member?.specialist) ||
    (subject.member !== undefined && subject.member === member?.id),
  authority: ({ grant, subject }) =>
    'authority' in grant && (subject.places ?? []).some(({ authority }) => authority === grant.authority),
  area: ({ grant, subject }) =>
    'area' in grant &&
    (subject.places ?? []).some(({ authority, area }) => authority === grant.authority && area === grant.area),
  partner: ({ grant, subject, partners }) =>
    'authority' in grant &&
    (subject.places ?? []).some(
      ({ authority }) => authority === grant.authority || partners(authority, grant.authority),
    ),
  region: () => true,
}

/** Whether two authorities are linked by an agreement that is not over. */
function partnersOf({ region: { agreements } }: RegionIndex, date: string): Reach['partners'] {
  const live = agreements.filter(({ validTo }) => validTo === undefined || date <= validTo)
  return (one, other) =>
    live.some(
      ({ givers, receivers }) =>
        (givers.includes(one) && receivers.includes(other)) || (givers.includes(other) && receivers.includes(one)),
    )
}
