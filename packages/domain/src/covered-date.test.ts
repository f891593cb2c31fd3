import { describe, expect, it } from 'vitest'
import type { Booking } from './booking.ts'
import { coveredDates } from './covered-date.ts'
import { cover, monday, request, thursday, wednesday, wednesdayPm } from './test-command.ts'

const tuesday = '2026-06-02T08:00:00.000Z'
const consents = {
  specialist: { halfDays: [wednesday], at: monday, by: 'p', way: 'in-person' },
  lender: { halfDays: [wednesday], at: tuesday, by: 'l', way: 'in-person' },
} as const
type Leaving = NonNullable<Booking['released']>[number]
const left = (halfDays: readonly string[], fields: Partial<Leaving> = {}): Leaving => ({
  halfDays,
  reason: 'declined',
  at: tuesday,
  confirmed: false,
  ...fields,
})
const broken = { reason: 'broken', confirmed: true } as const
const gone = { status: 'ended', reason: 'broken', halfDays: [] } as const

/** Each date as `10 am,pm tentative 0`. */
const told = (booking: Booking): string[] =>
  coveredDates(booking).map(
    ({ date, halves, status, sequence }) => `${date.slice(8)} ${halves.join()} ${status} ${sequence}`,
  )

describe('a date of a booking', () => {
  it.each<readonly [boundary: string, booking: Booking, dates: readonly string[]]>([
    ['that is asked for is tentative', request(), ['10 am tentative 0']],
    [
      'has its halves in the order of the day',
      request({ halfDays: [wednesdayPm, wednesday] }),
      ['10 am,pm tentative 0'],
    ],
    [
      'stands beside the others',
      request({ halfDays: [thursday, wednesday] }),
      ['10 am tentative 0', '11 am tentative 0'],
    ],
    ['that is agreed to is confirmed', cover(), ['10 am confirmed 1']],
    ['goes on being so while it is worked', cover({ status: 'active' }), ['10 am confirmed 1']],
    ['and when it is over', cover({ status: 'done' }), ['10 am confirmed 1']],
    ['and when it is settled, whatever was worked', cover({ status: 'reconciled' }), ['10 am confirmed 1']],
    [
      'of which one half was not agreed to has changed twice',
      cover({ released: [left([wednesdayPm])] }),
      ['10 am confirmed 2'],
    ],
    [
      'of which nothing was agreed to is cancelled, and the others are agreed to',
      cover({ released: [left([thursday])] }),
      ['10 am confirmed 1', '11 am cancelled 1'],
    ],
    [
      'of a request that was declined is cancelled',
      request({ status: 'ended', reason: 'declined' }),
      ['10 am cancelled 2'],
    ],
    [
      'that breaks is cancelled, with the half that it was',
      cover({ ...gone, released: [left([wednesdayPm], broken)] }),
      ['10 pm cancelled 2'],
    ],
    [
      'of which first one half breaks and then the other is cancelled with the last of them',
      cover({ ...gone, released: [left([wednesday], broken), left([wednesdayPm], broken)] }),
      ['10 pm cancelled 3'],
    ],
    [
      'of which one half was not agreed to and the other breaks is cancelled with that',
      cover({ ...gone, released: [left([wednesday]), left([wednesdayPm], broken)] }),
      ['10 pm cancelled 3'],
    ],
  ])('%s', (_, booking, dates) => expect(told(booking)).toEqual(dates))

  it.each<readonly [boundary: string, booking: Booking, at: string | undefined]>([
    ['nobody knows when, of a file', cover(), undefined],
    ['when it was asked for', request({ requestedAt: monday }), monday],
    ['when the second of two agreed', cover({ requestedAt: monday, consents }), tuesday],
    [
      'not yet when the first of two agreed',
      request({ requestedAt: monday, consents: { lender: consents.lender } }),
      monday,
    ],
    ['when half of it left', request({ requestedAt: monday, released: [left([wednesdayPm])] }), tuesday],
    ['not when another date left', request({ requestedAt: monday, released: [left([thursday])] }), monday],
    ['when the request ended', request({ requestedAt: monday, status: 'ended', closedAt: tuesday }), tuesday],
    ['not when it was settled', cover({ requestedAt: monday, status: 'reconciled', closedAt: tuesday }), monday],
    [
      'at the later moment, however it is written',
      request({
        requestedAt: '2026-06-02T08:00:00Z',
        released: [left([wednesdayPm], { at: '2026-06-02T08:00:00.5Z' })],
      }),
      '2026-06-02T08:00:00.5Z',
    ],
  ])('changed last %s', (_, booking, at) => expect(coveredDates(booking)[0]?.changedAt).toBe(at))
})
