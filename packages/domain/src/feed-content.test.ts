import { describe, expect, it } from 'vitest'
import { accessOf } from './access.ts'
import type { Booking } from './booking.ts'
import type { FeedSubject } from './feed.ts'
import { bookingsOf, isReadable } from './feed-content.ts'
import { dayOf } from './half-day.ts'
import type { Grant, Member } from './member.ts'
import { cover, inHouse, lending, request, thursday } from './test-command.ts'
import { feed, member } from './test-member.ts'
import { booking } from './test-region.ts'

const bookings: readonly Booking[] = [
  request({ id: 'asked' }),
  cover({ id: 'agreed', halfDays: [thursday] }),
  cover({ id: 'ended', halfDays: ['2026-06-12/am'], status: 'ended', reason: 'recalled' }),
  cover({ id: 'colleague', specialist: 'city-p2' }),
  inHouse({ id: 'in-house' }),
  booking('parish-r1', thursday, { id: 'into-registry' }),
]
const wholeCity: FeedSubject = { kind: 'place', authority: 'city' }
const ofArea = (authority: string, area: string): FeedSubject => ({ kind: 'place', authority, area })
const hr = (authority: string): Grant => ({ role: 'hr-manager', authority })
const headOf = (authority: string, area: string): Grant => ({ role: 'area-head', authority, area })

function seen(reader: Pick<Member, 'roles' | 'specialist'>, shows: FeedSubject): string[] {
  const index = lending({ bookings, members: [member('reader', reader)] })
  const access = accessOf(index, { kind: 'member', id: 'reader' }, dayOf('2026-06-01'))
  return bookingsOf(index, shows, access)
    .map(({ id }) => id)
    .toSorted()
}

describe('a feed shows', () => {
  it.each<readonly [string, Pick<Member, 'roles' | 'specialist'>, FeedSubject, readonly string[]]>([
    [
      'a person their own covers, also what ended',
      { roles: [{ role: 'specialist', authority: 'city' }], specialist: 'city-p1' },
      { kind: 'person', specialist: 'city-p1' },
      ['agreed', 'asked', 'ended'],
    ],
    [
      'an area what its people cover elsewhere',
      { roles: [headOf('city', 'payroll')] },
      ofArea('city', 'payroll'),
      ['agreed', 'asked', 'colleague', 'ended'],
    ],
    [
      'an area what others cover there, in-house too',
      { roles: [headOf('parish', 'payroll')] },
      ofArea('parish', 'payroll'),
      ['agreed', 'asked', 'colleague', 'ended', 'in-house'],
    ],
    [
      'an area that lends and gets both',
      { roles: [headOf('parish', 'registry')] },
      ofArea('parish', 'registry'),
      ['in-house', 'into-registry'],
    ],
    [
      'an authority all of its areas',
      { roles: [hr('city')] },
      wholeCity,
      ['agreed', 'asked', 'colleague', 'ended', 'into-registry'],
    ],
    ['an area nothing of the others', { roles: [hr('city')] }, ofArea('city', 'registry'), ['into-registry']],
    ['nothing that its reader may not see', { roles: [headOf('city', 'registry')] }, wholeCity, ['into-registry']],
  ])('%s', (_, reader, shows, ids) => expect(seen(reader, shows)).toEqual(ids))
})

describe('a feed is read', () => {
  const mine = feed('mine', { member: 'reader' })
  const readable = (fields: Partial<Member>, others: readonly Member[] = []): boolean => {
    const index = lending({ members: [member('reader', fields), ...others] })
    return isReadable(mine, accessOf(index, { kind: 'member', id: 'reader' }, dayOf('2026-06-01')))
  }

  it.each<readonly [boundary: string, fields: Partial<Member>, is: boolean]>([
    ['as long as its member has the role', {}, true],
    ['on the last day of its member', { validTo: '2026-06-01' }, true],
    ['not on the day after', { validTo: '2026-05-31' }, false],
    ['not before the first', { validFrom: '2026-06-02' }, false],
    ['not in another role', { roles: [{ role: 'controller', authority: 'city' }] }, false],
    ['not for another authority', { roles: [hr('parish')] }, false],
    ['not for another area', { roles: [headOf('city', 'audit')] }, false],
    ['by whoever stands for somebody with the role', { roles: [headOf('city', 'audit')], deputyOf: ['chief'] }, true],
  ])('%s', (_, fields, is) => expect(readable(fields, [member('chief')])).toBe(is))

  it('by nobody else, whatever they may', () => {
    const index = lending({ members: [member('reader'), member('other')] })
    expect(isReadable(mine, accessOf(index, { kind: 'member', id: 'other' }, dayOf('2026-06-01')))).toBe(false)
  })
})
