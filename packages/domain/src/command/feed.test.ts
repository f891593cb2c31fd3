import { describe, expect, it } from 'vitest'
import type { Command } from '../command.ts'
import { type Feed, type FeedSubject, mostFeeds } from '../feed.ts'
import { after, lending, monday, refused } from '../test-command.ts'
import { feed, member } from '../test-member.ts'
import { testRegion } from '../test-region.ts'

const [token, other] = ['a'.repeat(64), 'b'.repeat(64)]
const staff = member('staff')
const shows: FeedSubject = { kind: 'place', authority: 'city', area: 'payroll' }
const known = feed('calendar', { member: 'staff', token })

const create = (of: FeedSubject = shows, who = 'staff'): Command => ({
  kind: 'create-feed',
  member: who,
  shows: of,
  token,
})

/** The feeds that a command leaves of some. */
const feedsAfter = (feeds: readonly Feed[], command: Command): readonly Feed[] | undefined =>
  after(lending({ members: [staff], feeds }), command).region.feeds

describe('a calendar feed', () => {
  it.each<readonly [string, FeedSubject]>([
    ['a person', { kind: 'person', specialist: 'city-p1' }],
    ['an area of an authority', shows],
    ['a whole authority', { kind: 'place', authority: 'city' }],
  ])('of %s is its member’s, known by the digest of its token', (_, of) => {
    expect(feedsAfter([], create(of))).toEqual([{ id: 'new-2', member: 'staff', token, shows: of, createdAt: monday }])
  })

  it.each<readonly [string, FeedSubject, object]>([
    [
      'nobody',
      { kind: 'person', specialist: 'nobody' },
      { pointer: '/shows/specialist', code: 'unknown-reference', to: 'specialist', id: 'nobody' },
    ],
    [
      'no authority',
      { kind: 'place', authority: 'nowhere' },
      { pointer: '/shows/authority', code: 'unknown-reference', to: 'authority', id: 'nowhere' },
    ],
    [
      'no area',
      { kind: 'place', authority: 'city', area: 'nothing' },
      { pointer: '/shows/area', code: 'unknown-reference', to: 'area', id: 'nothing' },
    ],
  ])('is not made of %s', (_, of, problem) => {
    expect(refused(lending({ members: [staff] }), create(of))).toEqual({ code: 'invalid', problems: [problem] })
  })

  it('is not made for nobody', () => {
    expect(refused(lending({ members: [staff] }), create(shows, 'nobody'))).toEqual({
      code: 'unknown',
      what: 'member',
      id: 'nobody',
    })
  })

  it('is one of so many that a member may have, whatever others have', () => {
    const full = Array.from({ length: mostFeeds }, (_, number) => feed(`f-${number}`, { member: 'staff' }))
    const members = [staff, member('else')]
    expect(feedsAfter(full.slice(1), create())).toHaveLength(mostFeeds)
    expect(refused(lending({ members, feeds: full }), create())).toEqual({ code: 'too-many-feeds', most: mostFeeds })
    expect(after(lending({ members, feeds: full }), create(shows, 'else')).region.feeds).toHaveLength(mostFeeds + 1)
  })

  it('goes on as it was by a new token alone', () => {
    expect(feedsAfter([known], { kind: 'rotate-feed', feed: 'calendar', token: other })).toEqual([
      { ...known, token: other },
    ])
  })

  it('is there no more once it is revoked, and with the last of them no list', () => {
    const second = feed('second', { member: 'staff' })
    expect(feedsAfter([known, second], { kind: 'revoke-feed', feed: 'calendar' })).toEqual([second])
    expect(feedsAfter([known], { kind: 'revoke-feed', feed: 'calendar' })).toBeUndefined()
  })

  it.each<Command>([
    { kind: 'rotate-feed', feed: 'other', token },
    { kind: 'revoke-feed', feed: 'other' },
  ])('that is not there is not known to $kind', (command) => {
    expect(refused(lending({ members: [staff], feeds: [known] }), command)).toEqual({
      code: 'unknown',
      what: 'feed',
      id: 'other',
    })
  })
})

describe('a calendar feed ends', () => {
  const person = member('person', { roles: [{ role: 'specialist', authority: 'parish' }], specialist: 'parish-r1' })
  const left = member('left', { validTo: '2025-05-31' })
  const feeds = [
    feed('of-left', { member: 'left' }),
    feed('of-person', { member: 'person', shows: { kind: 'person', specialist: 'parish-r1' } }),
    feed('of-staff', { member: 'staff' }),
    feed('of-stranger', { member: 'staff', shows: { kind: 'person', specialist: 'parish-r1' } }),
    feed('of-area', { member: 'staff', shows: { kind: 'place', authority: 'city', area: 'it' } }),
  ]
  const [payroll, ...areas] = testRegion({}).region.serviceAreas
  const serviceAreas = payroll === undefined ? [] : [payroll, ...areas, { ...payroll, id: 'it' }]
  const index = lending({ serviceAreas, members: [left, person, staff], feeds })

  it.each<readonly [string, Command, readonly string[]]>([
    [
      'with the person, also where another’s shows them',
      { kind: 'erase-person', specialist: 'parish-r1' },
      ['of-person', 'of-stranger'],
    ],
    ['when its member is not kept any more', { kind: 'delete-expired' }, ['of-left']],
    ['with what it shows', { kind: 'remove-entry', in: 'serviceAreas', id: 'it' }, ['of-area']],
    ['with nothing else', { kind: 'end-member', member: 'person', validTo: '2026-05-31' }, []],
  ])('%s', (_, command, ended) => {
    const is = (after(index, command).region.feeds ?? []).map(({ id }) => id)
    expect(feeds.map(({ id }) => id).filter((id) => !is.includes(id))).toEqual(ended)
  })
})
