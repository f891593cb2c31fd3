import { accessOf } from '@vertretbar/domain/access'
import { canonical } from '@vertretbar/domain/change'
import type { FeedSubject } from '@vertretbar/domain/feed'
import { dayOf } from '@vertretbar/domain/half-day'
import type { Grant } from '@vertretbar/domain/member'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { feed, member } from '@vertretbar/domain/test-member'
import { feedView } from '@vertretbar/usecases/feed-view'
import { expect, it } from 'vitest'
import { campaign } from '../campaign.ts'
import { randomOf } from '../generate/random.ts'
import { eventsIn, expectedEvents } from './calendar-events.ts'
import { historyOf, type Moment } from './feed-history.ts'
import { dateAt } from './model/time.ts'

/** The calendar of somebody who has just what it takes to read it, whoever else there is. */
function read({ region, now }: Moment, shows: FeedSubject): string {
  const who = { id: 'reader', ...(shows.kind === 'person' && { specialist: shows.specialist }) }
  const reader = member(who.id, { ...who, roles: [roleFor(region, shows)] })
  const index = new RegionIndex(canonical({ ...region, members: [...(region.members ?? []), reader] }))
  const access = accessOf(index, { kind: 'member', id: who.id }, dayOf(dateAt(now)))
  const viewer = { snapshot: { version: 1, state: 'one', region: index.region, index }, access, now }
  const text = feedView(viewer, feed('calendar', { member: who.id, shows }))
  if (text === undefined) throw new Error('the reader may not read it')
  return text
}

const roleFor = ({ specialists }: Moment['region'], shows: FeedSubject): Grant =>
  shows.kind === 'place'
    ? { role: 'hr-manager', authority: shows.authority }
    : {
        role: 'specialist',
        authority: specialists.find(({ id }) => id === shows.specialist)?.authority ?? '',
      }

/** What an event said when it was last read. */
interface Said {
  readonly content: string
  readonly sequence: number
}

/** Reads the calendars of all authorities and holds them against the bookings, and each event against what it said before. */
function expectTrue(moment: Moment, before: Map<string, Said>): void {
  const { region } = moment
  const homes = new Map(region.specialists.map(({ id, authority }) => [id, authority]))
  for (const { id: authority } of region.authorities) {
    const bookings = region.bookings.filter(
      (booking) => booking.authority === authority || homes.get(booking.specialist) === authority,
    )
    const events = eventsIn(read(moment, { kind: 'place', authority }))
    expect(events).toMatchObject(expectedEvents(region, bookings, 'name'))
    for (const { uid, status, summary, sequence } of events) {
      // What an office or a person is called is no change of the cover.
      const content = `${status} ${summary.replace(/:.*$/s, '')}`
      const last = before.get(uid) ?? { content, sequence }
      expect([uid, content, sequence > last.sequence]).toEqual([uid, content, content !== last.content])
      expect([uid, sequence >= last.sequence]).toEqual([uid, true])
      before.set(uid, { content, sequence })
    }
  }
}

campaign(
  'calendar feeds: read by another program they are the bookings, and tell each change of a date as a later one',
  { test: 10, prove: 1000 },
  (seed) => {
    const random = randomOf(seed)
    const before = new Map<string, Said>()
    for (const moment of historyOf(seed)) {
      expectTrue(moment, before)
      const { region } = moment
      const { id: specialist } = random.pick(region.specialists)
      const own = region.bookings.filter((booking) => booking.specialist === specialist)
      const events = eventsIn(read(moment, { kind: 'person', specialist }))
      expect(events).toMatchObject(expectedEvents(region, own, 'nobody'))
    }
  },
)

it('a few histories come to dates of every status, and to some that change again and again', {
  timeout: 120_000,
}, () => {
  const happened = new Set<string>()
  const wanted = ['TENTATIVE', 'CONFIRMED', 'CANCELLED', 'changed once', 'changed twice', 'changed three times']
  const counts = ['', 'changed once', 'changed twice', 'changed three times']
  const missing = () => wanted.filter((one) => !happened.has(one))
  for (let seed = 1; seed <= 40 && missing().length > 0; seed += 1)
    for (const moment of historyOf(seed))
      for (const { id: authority } of moment.region.authorities)
        for (const { status, sequence } of eventsIn(read(moment, { kind: 'place', authority })))
          happened.add(status).add(counts[sequence] ?? '')
  expect(missing()).toEqual([])
})
