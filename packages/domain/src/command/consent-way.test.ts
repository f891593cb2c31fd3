import { expect, it } from 'vitest'
import type { ConsentWay } from '../booking.ts'
import { changed } from '../change.ts'
import type { Command } from '../command.ts'
import { decide } from '../decide.ts'
import type { Member } from '../member.ts'
import { bookingOf, contextAt, lending, monday, request } from '../test-command.ts'
import { member } from '../test-member.ts'
import { testRegion } from '../test-region.ts'

type Consent = Extract<Command, { readonly kind: 'consent' }>

const person = { roles: [{ role: 'specialist' as const, authority: 'city' }], specialist: 'city-p1' }
const staff = { roles: [{ role: 'hr-manager' as const, authority: 'city' }] }
const controller = { roles: [{ role: 'controller' as const, authority: 'city' }] }

/** What is written down of a consent by somebody: by whom and in which way, for each side that agreed. */
function consents(who: Partial<Member>, said: Pick<Consent, 'as' | 'way'>) {
  const index = lending({ bookings: [request()], members: [member('chief', staff), member('who', who)] })
  const context = { ...contextAt(monday, index), actor: { kind: 'member', id: 'who' } } as const
  const told = decide({ index, ledger: [] }, { kind: 'consent', booking: 'cover', ...said }, context)
  if (!told.ok) throw new Error(JSON.stringify(told.refusal))
  const booking = bookingOf(testRegion(changed(index.region, told.value.changes)))
  return Object.values(booking.consents ?? {}).map((one) => [one?.by, one?.way])
}

const ways: readonly ConsentWay[] = ['in-person', 'deputy']

it.each<readonly [string, Partial<Member>, Consent['as'], ConsentWay]>([
  ['a person agrees in person', person, 'specialist', 'in-person'],
  ['the staff office agrees in person', staff, 'lender', 'in-person'],
  ['a deputy of the staff office agrees as that', { ...controller, deputyOf: ['chief'] }, 'lender', 'deputy'],
  ['a deputy who has the right anyhow agrees in person', { ...staff, deputyOf: ['chief'] }, 'lender', 'in-person'],
  ['who is both agrees in person', { ...person, roles: [...person.roles, ...staff.roles] }, 'both', 'in-person'],
  ['who is one and stands for the other agrees as a deputy', { ...person, deputyOf: ['chief'] }, 'both', 'deputy'],
])('%s, whatever they say themself', (_, who, as, way) => {
  for (const said of ways) for (const told of consents(who, { as, way: said })) expect(told).toEqual(['who', way])
})

it('what was said by telephone is written down as that, by whoever it was', () => {
  for (const who of [staff, { ...controller, deputyOf: ['chief'] }])
    expect(consents(who, { as: 'both', way: 'telephone' })).toEqual([
      ['who', 'telephone'],
      ['who', 'telephone'],
    ])
})
