import { describe, expect, it } from 'vitest'
import { type Case, periodRows, type Row, reasonsIn, vacancy } from './test-candidacy.ts'
import { awayFor, booking, since } from './test-region.ts'

const away = (from: string, to?: string): Case => ({ absences: [vacancy, awayFor('city-p1', from, to)] })
const colleagueAway = (to: string): Case => ({ absences: [vacancy, awayFor('city-p2', '2026-06-08/am', to)] })
const twoClerks = { needs: [{ anyOf: ['clerk'], count: 2 }] }
const works = (half: 'am' | 'pm'): Case => ({ candidate: { workPattern: [{ ...since, weeks: [{ we: half }] }] } })
const booked = (who: string, halfDay: string, fields: Partial<ReturnType<typeof booking>> = {}): Case => ({
  bookings: [booking(who, halfDay, fields)],
})
/** Both clerks are needed at home, and a third from the parish covers there. */
const coveredAtHome = (status: 'requested' | 'confirmed'): Case => ({
  home: twoClerks,
  absences: [],
  bookings: [booking('parish-p1', '2026-06-10/am', { area: 'payroll', status })],
})
const limited = (limit: number, ...halfDays: string[]): Case => ({
  candidate: { coverLimitHalfDaysPerWeek: limit },
  bookings: halfDays.map((halfDay) => booking('city-p1', halfDay)),
})

const tables: Readonly<Record<string, readonly Row[]>> = {
  'not-available': [
    ['absent to the half-day before', away('2026-06-08/am', '2026-06-09/pm'), []],
    ['absent to that half-day', away('2026-06-08/am', '2026-06-10/am'), ['not-available']],
    ['absent from that half-day', away('2026-06-10/am', '2026-06-12/pm'), ['not-available']],
    ['absent for good from that half-day', away('2026-06-10/am'), ['not-available']],
    ['absent from the next half-day', away('2026-06-10/pm'), []],
    ['works in the afternoon', works('pm'), ['not-available']],
    ['works in the morning', works('am'), []],
    ...periodRows('the employment', (employment) => ({ candidate: { employment } }), {
      valid: [],
      invalid: ['not-available'],
    }),
    ['home is closed that day', { city: { closures: [{ date: '2026-06-10' }] } }, ['not-available']],
    ['home is closed that morning', { city: { closures: [{ date: '2026-06-10', half: 'am' }] } }, ['not-available']],
    ['home is closed that afternoon', { city: { closures: [{ date: '2026-06-10', half: 'pm' }] } }, []],
    ['home is closed the day before', { city: { closures: [{ date: '2026-06-09' }] } }, []],
    ['covers elsewhere then', booked('city-p1', '2026-06-10/am'), ['not-available']],
    ['requested elsewhere then', booked('city-p1', '2026-06-10/am', { status: 'requested' }), ['not-available']],
    ['requested elsewhere in the afternoon', booked('city-p1', '2026-06-10/pm', { status: 'requested' }), []],
    ['a cover then that ended', booked('city-p1', '2026-06-10/am', { status: 'ended' }), []],
  ],
  'home-short': [
    ['the colleague is back that morning', colleagueAway('2026-06-09/pm'), []],
    ['the colleague is away that morning', colleagueAway('2026-06-10/am'), ['home-short']],
    ['nobody is needed at home in the afternoon', { ...colleagueAway('2026-06-10/pm'), halfDay: '2026-06-10/pm' }, []],
    ['two are needed at home', { home: twoClerks }, ['home-short']],
    ['home is short already', { home: { needs: [{ anyOf: ['clerk'], count: 3 }] } }, ['home-short']],
    [
      'of two needs one has nobody to spare',
      {
        home: {
          needs: [
            { anyOf: ['clerk'], count: 1 },
            { anyOf: ['approver'], count: 2 },
          ],
        },
      },
      ['home-short'],
    ],
    [
      'two are needed at home from the day after',
      { home: { ...twoClerks, when: { kind: 'dates', halfDays: ['2026-06-11/am'] } } },
      [],
    ],
    ['the colleague is lent', booked('city-p2', '2026-06-10/am'), ['home-short']],
    [
      'the colleague is requested elsewhere',
      booked('city-p2', '2026-06-10/am', { status: 'requested' }),
      ['home-short'],
    ],
    ['the colleague is lent in the afternoon', booked('city-p2', '2026-06-10/pm'), []],
    ['the colleague’s cover ended', booked('city-p2', '2026-06-10/am', { status: 'ended' }), []],
    ['somebody else covers at home', coveredAtHome('confirmed'), []],
    ['somebody else is requested into the home', coveredAtHome('requested'), ['home-short']],
    ['does not count at home', { home: twoClerks, candidate: { homeArea: 'registry' } }, []],
  ],
  'weekly-limit': [
    ['the limit is reached with this half-day', limited(2, '2026-06-08/am'), []],
    ['one above it', limited(1, '2026-06-08/am'), ['weekly-limit']],
    ['this half-day is not counted twice', limited(1, '2026-06-10/am'), ['not-available']],
    ['a limit of none', limited(0), ['weekly-limit']],
    ['no limit', booked('city-p1', '2026-06-08/am'), []],
    ['the Friday before is another week', limited(1, '2026-06-05/pm'), []],
    ['the Monday before is the same week', limited(1, '2026-06-08/am'), ['weekly-limit']],
    ['the Friday after is the same week', limited(1, '2026-06-12/pm'), ['weekly-limit']],
    ['the Monday after is another week', limited(1, '2026-06-15/am'), []],
    [
      'a request counts',
      { ...limited(1), bookings: [booking('city-p1', '2026-06-08/am', { status: 'requested' })] },
      ['weekly-limit'],
    ],
    [
      'an ended cover does not',
      { ...limited(1), bookings: [booking('city-p1', '2026-06-08/am', { status: 'ended' })] },
      [],
    ],
    ['a colleague’s cover does not', { ...limited(1), bookings: [booking('city-p2', '2026-06-08/am')] }, []],
  ],
}

describe.each(Object.entries(tables))('%s', (_, rows) => {
  it.each(rows)('%s', (_boundary, one, codes) => {
    expect(reasonsIn(one)).toEqual(codes)
  })
})
