import { describe, expect, it } from 'vitest'
import type { Booking } from './booking.ts'
import { everybody, isInHouse, lenderOf, noticeOf, personOf, receiverOf } from './booking-change.ts'
import { dayOf } from './half-day.ts'
import { Id } from './identifier.ts'
import type { Notice } from './message.ts'
import type { RegionIndex } from './region-index.ts'
import { inHouse, lending, monday, request, thursday, wednesday } from './test-command.ts'
import { member } from './test-member.ts'
import { staff } from './test-nights.ts'
import { toldAtOnce } from './told-at-once.ts'

const person = member('person', { roles: [{ role: 'specialist', authority: 'city' }], specialist: 'city-p1' })
const members = [...staff, person]
/** Wednesday 10 June 2026, 9:00 in Germany: the day of the cover. */
const onTheDay = '2026-06-10T07:00:00.000Z'

const regionWith = (booking: Booking): RegionIndex => lending({ bookings: [booking], members })

interface Told {
  readonly booking?: Booking
  readonly kind: Notice['kind']
  readonly halfDays?: readonly string[]
  readonly at?: string
  readonly today?: string
}

function messageOf(index: RegionIndex, { booking = request(), kind, halfDays = booking.halfDays, at = monday }: Told) {
  const to =
    kind === 'requested'
      ? [personOf(booking), ...(isInHouse(index, booking) ? [] : [lenderOf(index, booking)])]
      : everybody(index, booking)
  return { id: '01JZ0000000000000000000ABC', at, notices: [noticeOf(kind, booking, { halfDays, to })] }
}

/** Who is told at once of what, and whether it waits for the digest instead. */
function told(one: Told): string[] {
  const index = regionWith(one.booking ?? request())
  const { mails, rest } = toldAtOnce(index, messageOf(index, one), dayOf(one.today ?? (one.at ?? monday).slice(0, 10)))
  return [
    ...mails.map(
      ({ to, alerts }) => `${to}: ${alerts.map((alert) => ('notice' in alert ? alert.notice : alert.kind)).join(', ')}`,
    ),
    ...(rest === undefined ? [] : [`later: ${rest.notices.map(({ kind }) => kind).join(', ')}`]),
  ]
}

describe('of what happened is told at once', () => {
  it.each<readonly [string, Told, readonly string[]]>([
    ['cover that broke', { kind: 'broken' }, ['person: broken', 'lender: broken', 'hr: broken']],
    ['cover that was recalled', { kind: 'recalled' }, ['person: recalled', 'lender: recalled', 'hr: recalled']],
    ['no request for another day', { kind: 'requested' }, ['later: requested']],
    ['no request of the evening before', { kind: 'requested', at: '2026-06-09T21:59:00.000Z' }, ['later: requested']],
    [
      'a request for the day that has just begun in Germany',
      { kind: 'requested', at: '2026-06-09T22:00:00.000Z', today: '2026-06-10' },
      ['person: answer-wanted', 'lender: answer-wanted'],
    ],
    [
      'a request for this very day and others',
      { kind: 'requested', at: onTheDay, booking: request({ halfDays: [wednesday, thursday] }) },
      ['person: answer-wanted', 'lender: answer-wanted'],
    ],
    [
      'that it is confirmed, on the day itself',
      { kind: 'confirmed', at: onTheDay },
      ['person: confirmed', 'lender: confirmed', 'hr: confirmed'],
    ],
    ['not that it is withdrawn before', { kind: 'withdrawn' }, ['later: withdrawn']],
    ['not that it is settled after', { kind: 'reconciled', at: '2026-06-11T07:00:00.000Z' }, ['later: reconciled']],
    [
      'not what nobody worked',
      { kind: 'reconciled', halfDays: [], at: '2026-06-11T07:00:00.000Z' },
      ['later: reconciled'],
    ],
  ])('%s', (_, one, expected) =>
    expect(told({ ...one, booking: { ...request(), ...one.booking, expiresAt: '2026-06-10T15:00:00.000Z' } })).toEqual(
      expected,
    ),
  )

  it('a request to those alone who have not answered', () => {
    const yes = { halfDays: [wednesday], at: onTheDay, by: 'person', way: 'in-person' } as const
    const booking = request({ consents: { specialist: yes }, expiresAt: '2026-06-10T15:00:00.000Z' })
    expect(told({ kind: 'requested', at: onTheDay, booking })).toEqual(['lender: answer-wanted'])
  })

  it('a request that was answered before anybody was told', () => {
    const booking = request({ status: 'confirmed' })
    expect(told({ kind: 'requested', at: onTheDay, booking })).toEqual(['person: requested', 'lender: requested'])
  })

  it('nothing about a day that is over by now', () => {
    expect(told({ kind: 'broken', at: onTheDay, today: '2026-06-11' })).toEqual([])
  })

  it('one thing of a message, while another waits', () => {
    const index = regionWith(request())
    const notices = [
      ...messageOf(index, { kind: 'withdrawn' }).notices,
      ...messageOf(index, { kind: 'broken' }).notices,
    ]
    const { mails, rest } = toldAtOnce(index, { id: 'one', at: monday, notices }, dayOf('2026-06-01'))
    expect(mails.flatMap(({ alerts }) => alerts.map((alert) => ('notice' in alert ? alert.notice : '')))).toEqual([
      'broken',
      'broken',
      'broken',
    ])
    expect(rest?.notices.map(({ kind }) => kind)).toEqual(['withdrawn'])
  })
})

describe('a mail of that', () => {
  it('is the same however often it is made, on whatever day', () => {
    const index = regionWith(request())
    const message = messageOf(index, { kind: 'broken' })
    const [one, other] = [1, 5].map((day) => toldAtOnce(index, message, dayOf(`2026-06-0${day}`)))
    expect(one).toEqual(other)
    expect(one?.mails.map(({ id }) => id)).toEqual(
      ['person', 'lender', 'hr'].map((to) => `01jz0000000000000000000abc.${to}`),
    )
    expect(one?.mails.every(({ id }) => Id.safeParse(id).success)).toBe(true)
  })

  it('names nobody and goes out when it happened', () => {
    const index = regionWith(inHouse())
    const { mails } = toldAtOnce(index, messageOf(index, { kind: 'broken', booking: inHouse() }), dayOf('2026-06-01'))
    expect(JSON.stringify(mails)).not.toMatch(/parish-r1|city-p1/)
    expect(mails.map(({ at, notBefore }) => [at, notBefore])).toEqual(mails.map(() => [monday, monday]))
  })

  it('goes to nobody where there is nobody, which is counted', () => {
    const index = lending({ bookings: [request()] })
    expect(toldAtOnce(index, messageOf(index, { kind: 'broken' }), dayOf('2026-06-01'))).toEqual({
      mails: [],
      rest: undefined,
      untold: 3,
    })
  })

  it('is not about anybody of whom nothing is left', () => {
    const index = regionWith(request())
    const [notice] = messageOf(index, { kind: 'broken' }).notices
    if (notice === undefined) throw new Error('no notice')
    const gone = { ...notice, booking: { ...notice.booking, specialist: 'gone' }, to: [receiverOf(request())] }
    expect(toldAtOnce(index, { id: 'one', at: monday, notices: [gone] }, dayOf('2026-06-01')).mails).toEqual([])
  })
})
