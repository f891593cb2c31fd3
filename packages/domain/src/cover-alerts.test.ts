import { describe, expect, it } from 'vitest'
import type { Booking } from './booking.ts'
import { everybody, noticeOf } from './booking-change.ts'
import { dayOf } from './half-day.ts'
import { lookAt } from './look.ts'
import type { Notice, OutboxMessage } from './message.ts'
import type { Case } from './test-candidacy.ts'
import { cover, inHouse, lending, monday, request, thursday, wednesday } from './test-command.ts'
import { member } from './test-member.ts'
import { night, staff } from './test-nights.ts'
import { authority, since } from './test-region.ts'

const person = member('person', { roles: [{ role: 'specialist', authority: 'city' }], specialist: 'city-p1' })
const registrar = member('registrar', { roles: [{ role: 'specialist', authority: 'parish' }], specialist: 'parish-r1' })

/** A region in which no gap is told: the risk of the parish's is borne. */
const region = (one: Case) =>
  lending({
    members: [...staff, person, registrar],
    wanted: { when: { kind: 'dates', halfDays: [] } },
    home: { when: { kind: 'dates', halfDays: [] } },
    ...one,
  })

/** What is told in nights one after the other, gaps aside. */
function told(days: readonly (readonly [date: string, one: Case])[], news: readonly OutboxMessage[] = []): string[][] {
  let before: ReturnType<typeof night> | undefined
  return days.map(([date, one]) => {
    const done = night(lookAt(region(one), dayOf(date)), before, before === undefined ? news : [])
    before = done
    return done.mails.flatMap(({ to, alerts }) =>
      alerts.flatMap((alert) => ('gap' in alert ? [] : [`${to}: ${wordOf(alert)}`])),
    )
  })
}

const wordOf = (alert: ReturnType<typeof night>['mails'][number]['alerts'][number]): string => {
  if ('side' in alert) return `${alert.kind} as ${alert.side}`
  if ('notice' in alert) return alert.notice
  return 'product' in alert && alert.kind === 'access-missing' ? `${alert.kind} ${alert.product}` : alert.kind
}

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

describe('a statement of what was worked is wanted', () => {
  const statement = { halfDays: [wednesday], at: monday, by: 'one' }

  it.each<readonly [string, string, Booking, readonly string[]]>([
    [
      'of both on the day after its last half-day',
      '2026-06-11',
      cover(),
      ['hr: statement-wanted', 'lender: statement-wanted'],
    ],
    ['of nobody on its last day', '2026-06-10', cover(), []],
    ['of nobody before all of it is over', '2026-06-11', cover({ halfDays: [wednesday, thursday] }), []],
    [
      'of the lender alone once the receiver has made it',
      '2026-06-11',
      cover({ worked: { receiver: statement } }),
      ['lender: statement-wanted'],
    ],
    [
      'of the receiver alone once the lender has',
      '2026-06-11',
      cover({ worked: { lender: statement } }),
      ['hr: statement-wanted'],
    ],
    ['of nobody once it is settled', '2026-06-11', cover({ status: 'reconciled' }), []],
    ['of nobody where nothing is booked', '2026-06-11', cover({ halfDays: [] }), []],
    ['of nobody for a request', '2026-06-11', request({ expiresAt: '2026-06-09T15:00:00.000Z' }), []],
    ['of one office where it is in-house', '2026-06-11', inHouse({ status: 'confirmed' }), ['hr: statement-wanted']],
  ])('%s', (_, date, booking, expected) => {
    expect(told([[date, { bookings: [booking] }]])).toEqual([expected])
  })

  it('once, however long nobody makes it', () => {
    const one: Case = { bookings: [cover()] }
    expect(
      told([
        ['2026-06-11', one],
        ['2026-06-12', one],
        ['2027-08-02', one],
      ]),
    ).toEqual([['hr: statement-wanted', 'lender: statement-wanted'], [], []])
  })
})

describe('an access is missing', () => {
  const noAccess: Case = { candidate: { access: [] } }
  const both = ['hr: access-missing a', 'chair: access-missing a']

  it.each<readonly [string, string, Case, readonly string[]]>([
    ['one working day before the cover begins', '2026-06-09', { bookings: [cover()] }, both],
    ['not two working days before', '2026-06-08', { bookings: [cover()] }, []],
    ['on the day itself, if nobody was told before', '2026-06-10', { bookings: [cover()] }, both],
    [
      'no more once it has begun the day before',
      '2026-06-11',
      { bookings: [cover({ halfDays: [wednesday, thursday] })] },
      [],
    ],
    ['on the Friday before a Monday', '2026-06-05', { bookings: [cover({ halfDays: ['2026-06-08/am'] })] }, both],
    [
      'before days on which the receiver is closed',
      '2026-06-08',
      { bookings: [cover()], parish: { closures: [{ date: '2026-06-09' }] } },
      both,
    ],
    [
      'not before days on which the lender alone is',
      '2026-06-08',
      { bookings: [cover()], city: { closures: [{ date: '2026-06-09' }] } },
      [],
    ],
    [
      'not where it is open by then',
      '2026-06-09',
      { bookings: [cover()], candidate: { access: [{ authority: 'parish', product: 'a', validFrom: '2026-06-10' }] } },
      [],
    ],
    [
      'where it opens the day after',
      '2026-06-09',
      { bookings: [cover()], candidate: { access: [{ authority: 'parish', product: 'a', validFrom: '2026-06-11' }] } },
      both,
    ],
    [
      'where it ended the day before',
      '2026-06-09',
      {
        bookings: [cover()],
        candidate: { access: [{ authority: 'parish', product: 'a', validFrom: '2026-01-01', validTo: '2026-06-09' }] },
      },
      both,
    ],
    [
      'to another authority’s product alone',
      '2026-06-09',
      { bookings: [cover()], candidate: { access: [{ authority: 'city', product: 'a', ...since }] } },
      both,
    ],
    [
      'not to a product that the person does not know',
      '2026-06-09',
      {
        bookings: [cover()],
        candidate: { access: [], competences: [{ area: 'payroll', roles: ['clerk'], products: ['b'] }] },
      },
      [],
    ],
    ['not where nothing is deployed', '2026-06-09', { bookings: [cover()], parish: { deployments: [] } }, []],
    ['not in-house', '2026-06-09', { bookings: [inHouse({ status: 'confirmed' })] }, []],
    [
      'not as long as it is a request',
      '2026-06-09',
      { bookings: [request({ expiresAt: '2026-06-08T15:00:00.000Z' })] },
      [],
    ],
    ['not where nothing is booked', '2026-06-09', { bookings: [cover({ halfDays: [] })] }, []],
  ])('%s', (_, date, one, expected) => {
    expect(told([[date, { ...noAccess, ...one }]])).toEqual([expected])
  })

  it('not where another product of the place will do', () => {
    const one: Case = {
      bookings: [cover()],
      parish: authority('parish', {
        deployments: ['a', 'b'].map((product) => ({ area: 'payroll', product, ...since })),
      }),
      candidate: {
        access: [{ authority: 'parish', product: 'b', ...since }],
        competences: [{ area: 'payroll', roles: ['clerk'], products: ['a', 'b'] }],
      },
    }
    expect(told([['2026-06-09', one]])).toEqual([[]])
    const [without] = told([['2026-06-09', { ...one, candidate: { ...one.candidate, access: [] } }]])
    expect(without).toEqual([
      'hr: access-missing a',
      'hr: access-missing b',
      'chair: access-missing a',
      'chair: access-missing b',
    ])
  })

  it('is told once, and again where the cover begins on another day', () => {
    const one: Case = { ...noAccess, bookings: [cover()] }
    const later: Case = { ...noAccess, bookings: [cover({ halfDays: [thursday] })] }
    expect(
      told([
        ['2026-06-09', one],
        ['2026-06-10', one],
        ['2026-06-10', later],
      ]),
    ).toEqual([both, [], both])
  })
})
