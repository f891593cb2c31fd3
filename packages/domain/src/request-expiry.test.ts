import { describe, expect, it } from 'vitest'
import type { Authority } from './authority.ts'
import { dateInGermany, workCalendar } from './calendar.ts'
import { dateOf, dayOf } from './half-day.ts'
import { millisecondsOf } from './instant.ts'
import { requestExpiresAt } from './request-expiry.ts'
import { authority } from './test-region.ts'

interface Asked {
  /** When the request is made, UTC. */
  readonly at: string
  readonly workingDays: number
  readonly halfDays?: readonly string[]
  readonly lender?: Partial<Authority>
}

const expiry = ({ at, workingDays, halfDays = ['2027-03-01/am'], lender = {} }: Asked): string =>
  requestExpiresAt({
    requestedAt: at,
    on: dayOf(dateInGermany(millisecondsOf(at))),
    halfDays,
    lender: workCalendar(authority('city', lender)),
    workingDays,
  })

/** Closed from the day after one date on, for so many days. */
const closedFor = (date: string, days: number): Partial<Authority> => ({
  closures: Array.from({ length: days }, (_, index) => ({ date: dateOf(dayOf(date) + 1 + index) })),
})

type Rows = readonly (readonly [boundary: string, asked: Asked, expiresAt: string])[]

const inWorkingDays: Rows = [
  ['the setting 0: the day itself', { at: '2026-06-01T08:00:00.000Z', workingDays: 0 }, '2026-06-01T15:00:00.000Z'],
  ['the setting 1: the day after', { at: '2026-06-01T08:00:00.000Z', workingDays: 1 }, '2026-06-02T15:00:00.000Z'],
  ['the setting 3', { at: '2026-06-01T08:00:00.000Z', workingDays: 3 }, '2026-06-04T15:00:00.000Z'],
  ['3 over a weekend', { at: '2026-06-04T08:00:00.000Z', workingDays: 3 }, '2026-06-09T15:00:00.000Z'],
  ['1 from a Friday', { at: '2026-06-05T08:00:00.000Z', workingDays: 1 }, '2026-06-08T15:00:00.000Z'],
  ['1 from a Saturday', { at: '2026-06-06T08:00:00.000Z', workingDays: 1 }, '2026-06-08T15:00:00.000Z'],
  ['1 from a Sunday', { at: '2026-06-07T08:00:00.000Z', workingDays: 1 }, '2026-06-08T15:00:00.000Z'],
  ['1 over Ascension Day', { at: '2026-05-13T08:00:00.000Z', workingDays: 1 }, '2026-05-15T15:00:00.000Z'],
  ['1 over Whitsun', { at: '2026-05-22T08:00:00.000Z', workingDays: 1 }, '2026-05-26T15:00:00.000Z'],
  [
    'Corpus Christi where the lender has it',
    { at: '2026-06-03T08:00:00.000Z', workingDays: 1, lender: { state: 'DE-NW' } },
    '2026-06-05T15:00:00.000Z',
  ],
  [
    'Corpus Christi where the lender has it not',
    { at: '2026-06-03T08:00:00.000Z', workingDays: 1 },
    '2026-06-04T15:00:00.000Z',
  ],
  [
    'a closure of the lender',
    { at: '2026-06-01T08:00:00.000Z', workingDays: 1, lender: { closures: [{ date: '2026-06-02' }] } },
    '2026-06-03T15:00:00.000Z',
  ],
  [
    'half a closure of the lender',
    { at: '2026-06-01T08:00:00.000Z', workingDays: 1, lender: { closures: [{ date: '2026-06-02', half: 'pm' }] } },
    '2026-06-02T15:00:00.000Z',
  ],
  ['Christmas', { at: '2026-12-23T08:00:00.000Z', workingDays: 1 }, '2026-12-28T16:00:00.000Z'],
  [
    'Christmas Eve where the lender is open',
    { at: '2026-12-23T08:00:00.000Z', workingDays: 1, lender: { openOnDefaultClosures: true } },
    '2026-12-24T16:00:00.000Z',
  ],
  ['the turn of the year', { at: '2026-12-30T08:00:00.000Z', workingDays: 1 }, '2027-01-04T16:00:00.000Z'],
  [
    'half past midnight is the next day',
    { at: '2026-06-01T22:30:00.000Z', workingDays: 1 },
    '2026-06-03T15:00:00.000Z',
  ],
  ['half past eleven is the same day', { at: '2026-06-01T21:30:00.000Z', workingDays: 1 }, '2026-06-02T15:00:00.000Z'],
  ['over the change to summer time', { at: '2026-03-27T09:00:00.000Z', workingDays: 1 }, '2026-03-30T15:00:00.000Z'],
  ['made on the Sunday of that change', { at: '2026-03-29T09:00:00.000Z', workingDays: 1 }, '2026-03-30T15:00:00.000Z'],
  ['on the Friday before it', { at: '2026-03-26T09:00:00.000Z', workingDays: 1 }, '2026-03-27T16:00:00.000Z'],
  ['over the change to winter time', { at: '2026-10-23T08:00:00.000Z', workingDays: 1 }, '2026-10-26T16:00:00.000Z'],
  ['made on the Sunday of that change', { at: '2026-10-25T08:00:00.000Z', workingDays: 1 }, '2026-10-26T16:00:00.000Z'],
  ['on the Friday before it', { at: '2026-10-22T08:00:00.000Z', workingDays: 1 }, '2026-10-23T15:00:00.000Z'],
  [
    'closed for longer than anybody waits',
    {
      at: '2026-06-01T08:00:00.000Z',
      workingDays: 1,
      halfDays: ['2027-09-01/am'],
      lender: closedFor('2026-06-01', 420),
    },
    `${dateOf(dayOf('2026-06-01') + 400)}T15:00:00.000Z`,
  ],
]

const latest: Rows = [
  [
    'the day before its first half-day',
    { at: '2026-06-08T08:00:00.000Z', workingDays: 3, halfDays: ['2026-06-10/am'] },
    '2026-06-09T15:00:00.000Z',
  ],
  [
    'the day before, also where that is in the afternoon',
    { at: '2026-06-08T08:00:00.000Z', workingDays: 3, halfDays: ['2026-06-10/pm'] },
    '2026-06-09T15:00:00.000Z',
  ],
  [
    'by the first of its half-days, wherever it stands',
    { at: '2026-06-08T08:00:00.000Z', workingDays: 3, halfDays: ['2026-06-15/am', '2026-06-10/am', '2026-06-12/am'] },
    '2026-06-09T15:00:00.000Z',
  ],
  [
    'just as long as it may wait anyway',
    { at: '2026-06-08T08:00:00.000Z', workingDays: 3, halfDays: ['2026-06-12/am'] },
    '2026-06-11T15:00:00.000Z',
  ],
  [
    'a day longer than it may wait',
    { at: '2026-06-08T08:00:00.000Z', workingDays: 3, halfDays: ['2026-06-15/am'] },
    '2026-06-11T15:00:00.000Z',
  ],
  [
    'Friday before a Monday',
    { at: '2026-06-04T08:00:00.000Z', workingDays: 3, halfDays: ['2026-06-08/am'] },
    '2026-06-05T15:00:00.000Z',
  ],
  [
    'Friday before Whitsun',
    { at: '2026-05-20T08:00:00.000Z', workingDays: 5, halfDays: ['2026-05-26/am'] },
    '2026-05-22T15:00:00.000Z',
  ],
  [
    'the last day on which the lender is open',
    {
      at: '2026-06-05T08:00:00.000Z',
      workingDays: 3,
      halfDays: ['2026-06-10/am'],
      lender: { closures: [{ date: '2026-06-09' }] },
    },
    '2026-06-08T15:00:00.000Z',
  ],
  [
    'a day on which the lender is open in the morning',
    {
      at: '2026-06-05T08:00:00.000Z',
      workingDays: 3,
      halfDays: ['2026-06-10/am'],
      lender: { closures: [{ date: '2026-06-09', half: 'pm' }] },
    },
    '2026-06-09T15:00:00.000Z',
  ],
]

const late: Rows = [
  [
    'not a millisecond before 17:00 of the day before',
    { at: '2026-06-09T14:59:59.999Z', workingDays: 3, halfDays: ['2026-06-10/am'] },
    '2026-06-09T15:00:00.000Z',
  ],
  [
    'at 17:00 of the day before',
    { at: '2026-06-09T15:00:00.000Z', workingDays: 3, halfDays: ['2026-06-10/am'] },
    '2026-06-09T17:00:00.000Z',
  ],
  [
    'on the day itself',
    { at: '2026-06-10T06:15:30.250Z', workingDays: 3, halfDays: ['2026-06-10/am'] },
    '2026-06-10T08:15:30.250Z',
  ],
  [
    'on the weekend before a Monday',
    { at: '2026-06-06T08:00:00.000Z', workingDays: 3, halfDays: ['2026-06-08/am'] },
    '2026-06-06T10:00:00.000Z',
  ],
  ['after 17:00 under the setting 0', { at: '2026-06-01T15:00:00.000Z', workingDays: 0 }, '2026-06-01T17:00:00.000Z'],
  [
    'before the hour that summer time skips',
    { at: '2026-03-29T00:30:00.000Z', workingDays: 3, halfDays: ['2026-03-30/am'] },
    '2026-03-29T02:30:00.000Z',
  ],
  [
    'before the hour that winter time repeats',
    { at: '2026-10-25T00:30:00.000Z', workingDays: 3, halfDays: ['2026-10-26/am'] },
    '2026-10-25T02:30:00.000Z',
  ],
]

describe.each([
  ['waits so many working days of the lender, to 17:00', inWorkingDays],
  ['waits to 17:00 on the lender’s working day before it at the latest', latest],
  ['lives two hours where it is made later than that', late],
])('a request %s', (_, rows) => {
  it.each(rows)('%s', (_boundary, asked, expiresAt) => expect(expiry(asked)).toBe(expiresAt))
})
