import { type Change, changed, collections, type Member, membersOf } from '@vertretbar/domain/change'
import type { Region } from '@vertretbar/domain/region'
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
]

const removed = (name: 'absences' | 'bookings', members: readonly { readonly id: string }[]): Change[] =>
  members.map(({ id }) => ({ kind: 'remove', in: name, id }))

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
  const used = new Set(
    collections
      .flatMap((name) => membersOf(region, name))
      .flatMap((member) => ('authority' in member ? [member.authority] : [])),
  )
  return region.authorities
    .map(({ id }) => id)
    .filter((id) => !used.has(id))
    .slice(1)
}
