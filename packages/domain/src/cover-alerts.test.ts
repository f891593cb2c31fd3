import { describe, expect, it } from 'vitest'
import type { Booking } from './booking.ts'
import { everybody, noticeOf } from './booking-change.ts'
import type { Notice, OutboxMessage } from './message.ts'
import type { Case } from './test-candidacy.ts'
import { cover, inHouse, monday, request, wednesday } from './test-command.ts'
import { region, told } from './test-cover-nights.ts'
import { member } from './test-member.ts'
import { staff } from './test-nights.ts'

describe('an answer is wanted', () => {
  const yes = { halfDays: [wednesday], at: monday, by: 'person', way: 'in-person' } as const

  it.each<readonly [string, string, Partial<Booking>, readonly string[]]>([
    [
      'of both on the night after the request',
      '2026-06-02',
      {},
      ['lender: answer-wanted as lender', 'person: answer-wanted as specialist'],
    ],
    [
      'of the lender alone once the person has answered',
      '2026-06-02',
      { consents: { specialist: yes } },
      ['lender: answer-wanted as lender'],
    ],
    [
      'of the person alone once the lender has',
      '2026-06-02',
      { consents: { lender: yes } },
      ['person: answer-wanted as specialist'],
    ],
    [
      'on the last night before it expires',
      '2026-06-04',
      {},
      ['lender: answer-wanted as lender', 'person: answer-wanted as specialist'],
    ],
    ['no more on the night after', '2026-06-05', {}, []],
    ['of nobody once it is confirmed', '2026-06-02', { status: 'confirmed' }, []],
    ['of nobody once it ended', '2026-06-02', { status: 'ended', reason: 'declined' }, []],
  ])('%s', (_, date, fields, expected) => {
    expect(told([[date, { bookings: [request(fields)] }]])).toEqual([expected])
  })

  it('each night as long as it waits', () => {
    const waiting: Case = { bookings: [request({ consents: { lender: yes } })] }
    expect(
      told([
        ['2026-06-02', waiting],
        ['2026-06-03', waiting],
      ]),
    ).toEqual([['person: answer-wanted as specialist'], ['person: answer-wanted as specialist']])
  })

  it('in-house of the person alone', () => {
    expect(told([['2026-06-02', { bookings: [inHouse()] }]])).toEqual([['registrar: answer-wanted as specialist']])
  })

  it('of the coordinator where the person has no access', () => {
    expect(told([['2026-06-02', { bookings: [inHouse()], members: staff }]])).toEqual([
      ['chair: answer-wanted as specialist'],
    ])
  })

  it('of the head of the home area where the area asks for that', () => {
    const one: Case = {
      bookings: [request()],
      serviceAreas: region({}).region.serviceAreas.map((area) => ({ ...area, lenderConsent: 'area-head' as const })),
      members: [...staff, member('head', { roles: [{ role: 'area-head', authority: 'city', area: 'payroll' }] })],
    }
    expect(told([['2026-06-02', one]])).toEqual([
      ['chair: answer-wanted as specialist', 'head: answer-wanted as lender'],
    ])
  })
})

describe('of what happened to a cover is told in the digest', () => {
  const index = region({ bookings: [cover()] })
  const news = (kind: Notice['kind'], booking: Booking = cover(), halfDays = booking.halfDays): OutboxMessage[] => [
    { id: 'one', at: monday, notices: [noticeOf(kind, booking, { halfDays, to: everybody(index, booking) })] },
  ]

  it.each<readonly [string, string, readonly OutboxMessage[], readonly string[]]>([
    [
      'that it was agreed to, to all',
      '2026-06-02',
      news('confirmed'),
      ['hr: confirmed', 'lender: confirmed', 'person: confirmed'],
    ],
    [
      'it as long as a half-day of it is ahead',
      '2026-06-10',
      news('confirmed'),
      ['hr: confirmed', 'lender: confirmed', 'person: confirmed'],
    ],
    ['nothing of it once all are over', '2026-06-11', news('confirmed'), []],
    [
      'that it is settled, though it is over',
      '2026-06-12',
      news('reconciled'),
      ['hr: reconciled', 'lender: reconciled', 'person: reconciled'],
    ],
    [
      'that nothing of it was worked',
      '2026-06-12',
      news('reconciled', cover(), []),
      ['hr: reconciled', 'lender: reconciled', 'person: reconciled'],
    ],
  ])('%s', (_, date, message, expected) => {
    const bookings = [cover({ status: 'reconciled' })]
    expect(told([[date, { bookings }]], message)).toEqual([expected])
  })

  it('a request no more to whoever is told that their answer is wanted', () => {
    const asked = news('requested', request())
    expect(told([['2026-06-02', { bookings: [request()] }]], asked)).toEqual([
      ['hr: requested', 'lender: answer-wanted as lender', 'person: answer-wanted as specialist'],
    ])
  })

  it('nothing a second time', () => {
    const one: Case = { bookings: [cover({ status: 'reconciled' })] }
    expect(
      told(
        [
          ['2026-06-02', one],
          ['2026-06-03', one],
        ],
        news('confirmed'),
      )[1],
    ).toEqual([])
  })
})
