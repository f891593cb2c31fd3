import { type Change, changed, collections, type Member, membersOf } from '@vertretbar/domain/change'
import type { Feed } from '@vertretbar/domain/feed'
import type { Identity } from '@vertretbar/domain/member'
import type { Region } from '@vertretbar/domain/region'
import { issuer } from '../api/issuer.ts'
import { type Random, randomOf } from '../generate/random.ts'

/** A few changes after which the region still holds together: each is drawn from what those before it leave. */
export function drawChanges(region: Region, seed: number): readonly Change[] {
  const random = randomOf(seed)
  const drawn: Change[] = []
  for (const draw of random.atLeastOne(draws, 0.4)) drawn.push(...draw(changed(region, drawn), random, seed))
  return drawn
}

type Draw = (region: Region, random: Random, seed: number) => readonly Change[]

const draws: readonly Draw[] = [
  ({ region }, _, seed) => [{ kind: 'put-head', head: { ...region, name: `Region ${seed}` } }],
  ({ absences }, random) => removed('absences', random.some(absences, 0.3)),
  ({ bookings }, random) => removed('bookings', random.some(bookings, 0.3)),
  ({ refusals }) => refusals.map((refusal) => ({ kind: 'remove-refusal', refusal })),
  ({ specialists, authorities }, random) =>
    random.some(specialists, 0.3).map((member) => moved(member, random.pick(authorities).id)),
  ({ requirements }, random) =>
    random.some(requirements, 0.3).map((member) => ({ kind: 'put', in: 'requirements', member })),
  (region, _, seed) => added(region, `new-${seed}`),
  ({ authorities }, _, seed) =>
    authorities
      .slice(0, 1)
      .map((member) => ({ kind: 'put', in: 'authorities', member: { ...member, id: `authority-${seed}` } })),
  (region) => unusedAuthorities(region).map((id) => ({ kind: 'remove', in: 'authorities', id })),
  ({ members = [] }, random, seed) => [
    putMember({
      id: `member-${seed}`,
      address: 'neu@example.de',
      language: 'en',
      roles: [{ role: 'coordinator' }],
      ...since,
    }),
    ...random.some(members, 0.3).map((one) => putMember({ ...one, language: 'en' })),
  ],
  ({ members = [] }, random) =>
    random
      .atLeastOne(members, 0.3)
      .slice(-1)
      .flatMap((one) => loggedIn(one, members, random)),
  ({ members = [] }, random) => random.some(members, 0.2).map((one) => putMember(withoutLogin(one))),
  ({ members = [] }, random) =>
    random
      .some(members, 0.2)
      .filter(({ id }) => !members.some(({ deputyOf = [] }) => deputyOf.includes(id)))
      .map(({ id }) => ({ kind: 'remove', in: 'members', id })),
  ({ feeds = [] }, random, seed) => [
    putFeed({
      id: `feed-${seed}`,
      member: 'm1',
      token: random.pick(feedTokens.filter((token) => !feeds.some((one) => one.token === token))),
      shows: { kind: 'place', authority: 'a1' },
      createdAt: '2026-11-23T08:00:00.000Z',
    }),
  ],
  ({ feeds = [] }, random) => random.some(feeds, 0.3).map(({ id }) => ({ kind: 'remove', in: 'feeds', id })),
  ({ feeds = [] }, random) =>
    random
      .some(feeds, 0.3)
      .slice(0, 1)
      .map((one) =>
        putFeed({ ...one, token: random.pick(feedTokens.filter((token) => !feeds.some((f) => f.token === token))) }),
      ),
]

/** The digests of tokens that there are: so few that one is given back and then another feed’s. */
export const feedTokens: readonly string[] = Array.from({ length: 12 }, (_, number) =>
  number.toString(16).padStart(64, '0'),
)

const putFeed = (member: Feed): Change => ({ kind: 'put', in: 'feeds', member })

/** The logins that there are: so few that they move from one member to another. */
export const logins: readonly Identity[] = [1, 2, 3].map((number) => ({ issuer, subject: `s-${number}` }))

const putMember = (one: Member<'members'>): Change => ({ kind: 'put', in: 'members', member: one })

/** Somebody is known by a login from now on; whoever was so before is not, or has left and is remembered by it. */
function loggedIn(one: Member<'members'>, members: readonly Member<'members'>[], random: Random): Change[] {
  const { validTo: _, ...open } = one
  const identity = random.pick(logins)
  const before = members.filter((other) => other.id !== one.id && other.identity?.subject === identity.subject)
  return [
    ...before.map((other) => putMember(random.chance(0.5) ? withoutLogin(other) : { ...other, ...longAgo })),
    putMember({ ...open, ...since, identity }),
  ]
}

function withoutLogin(one: Member<'members'>): Member<'members'> {
  const { identity: _, ...others } = one
  return others
}

const since = { validFrom: '2024-01-01' }
const longAgo = { validFrom: '2020-01-01', validTo: '2020-12-31' }

const removed = (name: 'absences' | 'bookings', gone: readonly { readonly id: string }[]): Change[] =>
  gone.map(({ id }) => ({ kind: 'remove', in: name, id }))

const moved = (member: Member<'specialists'>, authority: string): Change => ({
  kind: 'put',
  in: 'specialists',
  member: { ...member, authority },
})

/** A copy of one member of each list that nothing forbids to copy. */
const added = (region: Region, id: string): Change[] => {
  const [specialist] = region.specialists
  if (specialist === undefined) return []
  return [
    { kind: 'put', in: 'specialists', member: { ...specialist, id } },
    { kind: 'put', in: 'absences', member: { id, specialist: id, from: '2031-01-01/am', to: '2031-01-02/pm' } },
  ]
}

const unusedAuthorities = (region: Region): string[] => {
  const roles = (region.members ?? []).flatMap((one) => one.roles)
  const used = new Set(
    [...collections.flatMap((name) => membersOf(region, name)), ...roles].flatMap((one) =>
      'authority' in one ? [one.authority] : [],
    ),
  )
  return region.authorities
    .map(({ id }) => id)
    .filter((id) => !used.has(id))
    .slice(1)
}
