import type { Booking } from '@vertretbar/domain/booking'
import type { Region } from '@vertretbar/domain/region'
import { member } from '@vertretbar/domain/test-member'
import { describe, expect, it } from 'vitest'
import { cover, planOf } from './test-cover-plan.ts'

describe('whom to call', () => {
  const members = [
    member('coordinator', { roles: [{ role: 'coordinator' }] }),
    member('town-hr', { roles: [{ role: 'hr-manager', authority: 'town' }] }),
    member('city-hr', { roles: [{ role: 'hr-manager', authority: 'city' }] }),
    member('parish-hr', { roles: [{ role: 'hr-manager', authority: 'parish' }] }),
    member('deputy', { roles: [{ role: 'controller', authority: 'parish' }], deputyOf: ['parish-hr', 'gone'] }),
    member('both', { roles: [{ role: 'hr-manager', authority: 'parish' }], deputyOf: ['parish-hr'] }),
    member('gone', { roles: [{ role: 'coordinator' }], validTo: '2026-06-01' }),
    member('coming', { roles: [{ role: 'coordinator' }], validFrom: '2026-06-03' }),
    member('person', { roles: [{ role: 'specialist', authority: 'parish' }], specialist: 'parish-p1' }),
  ]
  const called = (fields: Partial<Region>) =>
    planOf('parish', { members, ...fields }).contacts.map(
      ({ address, isDeputy }) => `${address.split('@')[0]}${isDeputy ? ' as deputy' : ''}`,
    )
  const own = ['parish-hr', 'both', 'deputy as deputy', 'coordinator']

  it('is one’s own HR managers with their deputies, and the coordinators, as of today', () =>
    expect(called({})).toEqual(own))

  it.each<readonly [string, Partial<Booking>, readonly string[]]>([
    ['those from whom somebody comes', {}, [...own, 'city-hr']],
    ['those who were asked for somebody', { status: 'requested' }, [...own, 'city-hr']],
    ['not those with whom cover comes later', { halfDays: ['2026-06-16/am'] }, own],
    ['not those with whom it has ended', { status: 'ended', reason: 'recalled' }, own],
  ])('is also %s', (_, fields, who) => expect(called({ bookings: [cover('b', fields)] })).toEqual(who))

  it('is also those to whom somebody goes', () => {
    const plan = planOf('city', { members, bookings: [cover('b', {})] })
    expect(plan.contacts.map(({ address }) => address.split('@')[0])).toEqual([
      'city-hr',
      'coordinator',
      'parish-hr',
      'both',
      'deputy',
    ])
    expect(plan.authorities).toEqual([
      { id: 'city', name: 'Stadt city' },
      { id: 'parish', name: 'Stadt parish' },
    ])
  })
})
