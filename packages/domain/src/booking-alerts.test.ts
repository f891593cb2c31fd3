import { describe, expect, it } from 'vitest'
import type { Booking } from './booking.ts'
import type { Case } from './test-candidacy.ts'
import { cover, inHouse, monday, request, thursday, wednesday } from './test-command.ts'
import { told } from './test-cover-nights.ts'
import { authority, since } from './test-region.ts'

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
