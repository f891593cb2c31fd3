import { describe, expect, it } from 'vitest'
import type { Booking } from '../booking.ts'
import type { Command } from '../command.ts'
import type { CoverBar } from '../command-refusal.ts'
import { type Case, vacancy } from '../test-candidacy.ts'
import {
  after,
  bookingOf,
  lending,
  monday,
  refused,
  request,
  thursday,
  wednesday,
  wednesdayPm,
} from '../test-command.ts'
import { awayFor, booking, since } from '../test-region.ts'

const yes: Command = { kind: 'consent', booking: 'cover', as: 'both', way: 'in-person' }
const twoDays = request({ halfDays: [wednesday, thursday] })

/** What has become of the region since the request; the request and the half-day that is barred, if not the usual ones. */
type Meanwhile = Case & { readonly cover?: Booking; readonly barred?: string }

const regionOf = ({ cover = request(), bookings = [], ...one }: Meanwhile) =>
  lending({ ...one, bookings: [cover, ...bookings] })
const others = (halfDay: string, fields: Partial<Booking> = {}): readonly Booking[] => [
  booking('city-p2', halfDay, { authority: 'parish', area: 'payroll', agreement: 'pool', ...fields }),
]
const own = (halfDay: string, fields: Partial<Booking> = {}): readonly Booking[] => [
  booking('city-p1', halfDay, fields),
]

describe('a consent counts everything but the booking itself', () => {
  it.each<readonly [string, Meanwhile]>([
    ['the weekly limit is reached with it', { candidate: { coverLimitHalfDaysPerWeek: 1 } }],
    [
      'the weekly limit is reached with it and another',
      { candidate: { coverLimitHalfDaysPerWeek: 2 }, bookings: own('2026-06-08/am') },
    ],
    [
      'the weekly limit is reached with both of its half-days',
      { candidate: { coverLimitHalfDaysPerWeek: 2 }, cover: twoDays },
    ],
    ['the limit of the agreement is reached with it', { agreement: { monthlyHalfDayLimit: 1 } }],
    [
      'the limit of the agreement is reached with it and another',
      { agreement: { monthlyHalfDayLimit: 2 }, bookings: others('2026-06-30/pm') },
    ],
    ['the home can spare one', {}],
    ['nobody is missing any more', { absences: [] }],
    ['somebody else covers meanwhile', { cover: request({ halfDays: [wednesdayPm] }), bookings: others(wednesdayPm) }],
    ['there is less notice than the agreement asks for', { agreement: { noticeWorkingDays: 9 } }],
    [
      'an area in conflict is covered a day beyond the look-back',
      { bookings: own('2026-06-16/am', { authority: 'parish', area: 'audit' }) },
    ],
  ])('%s', (_, one) => expect(bookingOf(after(regionOf(one), yes))).toMatchObject({ status: 'confirmed' }))

  it('takes a request without an agreement, as a file may state it, under any that is valid', () => {
    const { agreement: _, ...cover } = request()
    expect(bookingOf(after(regionOf({ cover }), yes))).toMatchObject({ status: 'confirmed' })
  })

  it('looks at the half-days alone that it speaks of', () => {
    const index = regionOf({ cover: twoDays, absences: [vacancy, awayFor('city-p1', thursday, thursday)] })
    expect(refused(index, yes)).toMatchObject({ code: 'barred', halfDays: [{ halfDay: thursday }] })
    expect(bookingOf(after(index, { ...yes, halfDays: [wednesday] }))).toMatchObject({ halfDays: [wednesday] })
  })
})

/** What bars a consent by now. */
const bars: Readonly<Record<CoverBar, readonly (readonly [string, Meanwhile])[]>> = {
  'not-competent': [['the competence is gone', { candidate: { competences: [] } }]],
  'product-unknown': [
    ['the parish has other software', { parish: { deployments: [{ area: 'payroll', product: 'b', ...since }] } }],
  ],
  'no-authorisation': [['it has ended', { anyOf: ['approver'], candidate: { authorisations: [] } }]],
  'not-available': [
    ['absent by now', { absences: [vacancy, awayFor('city-p1', wednesday, wednesday)] }],
    ['the home is closed then', { city: { closures: [{ date: '2026-06-10' }] } }],
  ],
  'no-agreement': [
    ['the agreement has ended', { agreement: { validTo: '2026-06-09' } }],
    ['it has ended, though another is valid', { agreement: { validTo: '2026-06-09' }, furtherAgreement: {} }],
    ['it ends between its half-days', { cover: twoDays, agreement: { validTo: '2026-06-10' }, barred: thursday }],
  ],
  'no-access-in-time': [
    [
      'the access was taken back, and a new one comes late',
      {
        candidate: { access: [{ authority: 'parish', product: 'b', ...since }] },
        parish: {
          closures: [
            { date: '2026-06-02' },
            { date: '2026-06-03' },
            { date: '2026-06-04' },
            { date: '2026-06-05' },
            { date: '2026-06-08' },
          ],
        },
      },
    ],
  ],
  conflict: [
    ['excluded by now', { candidate: { exclusions: [{ authority: 'parish', ...since }] } }],
    [
      'covers an area in conflict within the look-back',
      { bookings: own('2026-06-15/am', { authority: 'parish', area: 'audit', status: 'requested' }) },
    ],
  ],
  'home-short': [
    ['the colleague is away', { absences: [vacancy, awayFor('city-p2', wednesday, wednesday)] }],
    ['the colleague is lent', { bookings: others(wednesday, { area: 'registry', authority: 'city' }) }],
    ['the colleague is asked for', { bookings: others(wednesday, { status: 'requested' }) }],
    ['two are needed at home by now', { home: { needs: [{ anyOf: ['clerk'], count: 2 }] } }],
  ],
  'weekly-limit': [
    ['another cover that week', { candidate: { coverLimitHalfDaysPerWeek: 1 }, bookings: own('2026-06-12/pm') }],
    [
      'its own half-days are too many',
      { candidate: { coverLimitHalfDaysPerWeek: 1 }, cover: twoDays, barred: thursday },
    ],
    ['none is allowed', { candidate: { coverLimitHalfDaysPerWeek: 0 } }],
  ],
  'agreement-limit': [
    ['another cover that month', { agreement: { monthlyHalfDayLimit: 1 }, bookings: others('2026-06-30/pm') }],
    ['its own half-days are too many', { agreement: { monthlyHalfDayLimit: 1 }, cover: twoDays, barred: thursday }],
    ['its own is used up, though another has room', { agreement: { monthlyHalfDayLimit: 0 }, furtherAgreement: {} }],
  ],
  refused: [
    [
      'the gap was refused meanwhile',
      { refusals: [{ requirement: 'wanted', need: 0, halfDay: thursday, specialist: 'city-p1' }] },
    ],
  ],
  'not-short': [['nobody is asked for then any more', { wanted: { when: { kind: 'dates', halfDays: [thursday] } } }]],
  over: [
    [
      'one of its days is over',
      { cover: request({ halfDays: ['2026-05-29/am', wednesday] }), barred: '2026-05-29/am' },
    ],
  ],
}

describe.each(Object.entries(bars))('a consent is barred by %s', (code, rows) => {
  it.each(rows)('%s', (_, one) => {
    expect(refused(regionOf(one), yes, { at: monday })).toEqual({
      code: 'barred',
      halfDays: [{ proposal: 0, halfDay: one.barred ?? wednesday, codes: [code] }],
    })
  })
})
