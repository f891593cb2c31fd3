import { describe, expect, it } from 'vitest'
import type { Booking } from './booking.ts'
import type { Command } from './command.ts'
import { detectGaps } from './gap.ts'
import { dayOf } from './half-day.ts'
import type { RegionIndex } from './region-index.ts'
import type { Specialist } from './specialist.ts'
import type { Case } from './test-candidacy.ts'
import {
  after,
  bookingOf,
  cover,
  decided,
  inHouse,
  lending,
  monday,
  request,
  thursday,
  told,
  wednesday,
  wednesdayPm,
} from './test-command.ts'
import { agreement, areasWith, authority, runsA, since, specialist } from './test-region.ts'

const three = { halfDays: [wednesday, wednesdayPm, thursday] }
const held = (booking: Booking = cover(three), one: Case = {}) => lending({ ...one, bookings: [booking] })
const away = (from: string, to: string, who = 'city-p1'): Command => ({
  kind: 'record-absence',
  specialist: who,
  from,
  to,
})
const person = (fields: Partial<Specialist>): Command => ({
  kind: 'put-entry',
  in: 'specialists',
  member: specialist('city-p1', fields),
})
const pool = (fields: Parameters<typeof agreement>[1]): Command => ({
  kind: 'put-entry',
  in: 'agreements',
  member: agreement('pool', fields),
})
const office = (id: string, fields: Parameters<typeof authority>[1]): Command => ({
  kind: 'put-entry',
  in: 'authorities',
  member: authority(id, fields),
})
const endsOnWednesday = { ...since, validTo: '2026-06-10' }
const payroll = (roles: string[], products: string[]) => ({ competences: [{ area: 'payroll', roles, products }] })
/** The half-days that broke, of the booking as it then is. */
const broken = (index: RegionIndex, command: Command, circumstances = {}) =>
  (bookingOf(after(index, command, circumstances)).released ?? []).flatMap(({ halfDays }) => halfDays)

describe('an absence breaks cover', () => {
  it('for the half-days it takes, which leave the booking visibly, and all are told', () => {
    const index = held()
    expect(bookingOf(after(index, away(wednesdayPm, wednesdayPm)))).toEqual(
      cover({
        halfDays: [wednesday, thursday],
        released: [{ halfDays: [wednesdayPm], reason: 'broken', at: monday, confirmed: true }],
      }),
    )
    expect(told(decided(index, away(wednesdayPm, wednesdayPm)))).toEqual([
      `broken city-p1 ${wednesdayPm}: city-p1, hr city, hr parish`,
    ])
  })

  it('whole: the booking ends as broken', () => {
    const released = [{ ...three, reason: 'broken' as const, at: monday, confirmed: true }]
    expect(bookingOf(after(held(), away(wednesday, thursday)))).toEqual(
      cover({ status: 'ended', reason: 'broken', closedAt: monday, halfDays: [], released }),
    )
  })

  it('in two steps, each told by itself', () => {
    const index = after(held(), away(thursday, thursday))
    expect(bookingOf(after(index, away(wednesday, wednesday))).released).toEqual([
      { halfDays: [thursday], reason: 'broken', at: monday, confirmed: true },
      { halfDays: [wednesday], reason: 'broken', at: monday, confirmed: true },
    ])
    expect(told(decided(index, away(wednesday, wednesday)))).toEqual([
      `broken city-p1 ${wednesday}: city-p1, hr city, hr parish`,
    ])
  })

  it('that was only asked for, which fills no gap yet', () => {
    expect(bookingOf(after(held(request(three)), away(wednesday, wednesday)))).toMatchObject({
      status: 'requested',
      halfDays: [wednesdayPm, thursday],
      released: [{ halfDays: [wednesday], reason: 'broken', confirmed: false }],
    })
  })

  it('in-house, where the head of the area that lends is told', () => {
    expect(told(decided(held(inHouse()), away(wednesday, wednesday, 'parish-r1')))).toEqual([
      `broken parish-r1 ${wednesday}: parish-r1, head parish registry, hr parish`,
    ])
  })

  it('and tells the head of the area where that is who lends', () => {
    const index = held(cover(), { serviceAreas: areasWith('payroll', { lenderConsent: 'area-head' }) })
    expect(told(decided(index, away(wednesday, wednesday)))).toEqual([
      `broken city-p1 ${wednesday}: city-p1, head city payroll, hr parish`,
    ])
  })

  it.each<readonly [string, string, readonly string[]]>([
    ['the day before', '2026-06-09T21:59:59.999Z', three.halfDays],
    ['the day itself, whatever the hour', '2026-06-10T21:59:59.999Z', three.halfDays],
    ['the day after its first', '2026-06-10T22:00:00.000Z', [thursday]],
    ['the day after its last', '2026-06-11T22:00:00.000Z', []],
  ])('from today on, for what is past was worked: %s', (_, at, halfDays) => {
    expect(broken(held(), away('2026-06-08/am', '2026-06-30/pm'), { at })).toEqual(halfDays)
  })

  it.each<readonly [string, Booking, Command]>([
    ['to the half-day before', cover(), away('2026-06-08/am', '2026-06-09/pm')],
    ['from the half-day after', cover(), away(wednesdayPm, '2026-06-12/pm')],
    ['of somebody else', cover(), away(wednesday, thursday, 'city-p2')],
    ['where the cover has ended', cover({ status: 'ended' }), away(wednesday, thursday)],
  ])('but not %s', (_, booking, command) => {
    expect(decided(held(booking), command)).toMatchObject({ changes: [{ in: 'absences' }], notices: [] })
  })

  it('but not again for half-days that the person was away on already', () => {
    const index = lending({ bookings: [cover({ halfDays: [thursday] })] })
    const known = after(index, away(wednesday, wednesday))
    expect(decided(known, away(wednesday, wednesdayPm)).notices).toEqual([])
  })
})

describe('cover breaks', () => {
  it.each<readonly [string, Command, readonly string[]]>([
    ['where the agreement ends', pool({ validTo: '2026-06-10' }), [thursday]],
    ['where the agreement no longer serves the area', pool({ areas: ['audit'] }), three.halfDays],
    [
      'where the authorisation ends',
      person({ authorisations: [{ authority: 'parish', area: 'payroll', ...endsOnWednesday }] }),
      [thursday],
    ],
    ['where the competence is gone', person({ competences: [] }), three.halfDays],
    ['where one role of the competence is gone', person(payroll(['clerk'], ['a'])), three.halfDays],
    ['where the software is no longer known', person(payroll(['clerk', 'approver'], ['b'])), three.halfDays],
    [
      'where the parish changes its software',
      office('parish', {
        deployments: [
          { ...runsA, validTo: '2026-06-10' },
          { ...runsA, product: 'b', validFrom: '2026-06-11' },
        ],
      }),
      [thursday],
    ],
    ['where the employment ends', person({ employment: endsOnWednesday }), [thursday]],
  ])('%s', (_, command, halfDays) => {
    expect(broken(held(), command)).toEqual(halfDays)
    expect(told(decided(held(), command))).toEqual([
      `broken city-p1 ${halfDays.join(' ')}: city-p1, hr city, hr parish`,
    ])
  })

  it('where the person goes to an authority that has no agreement', () => {
    for (const closures of [[], [{ date: '2026-06-10' }]]) {
      const index = after(held(), office('town', { closures }))
      expect(broken(index, person({ authority: 'town' }))).toEqual(three.halfDays)
    }
  })

  it.each<readonly [string, Command]>([
    ['the pattern', person({ workPattern: [{ ...since, weeks: [{ mo: 'full' }] }] })],
    ['a closure of the home', office('city', { closures: [{ date: '2026-06-10' }, { date: '2026-06-11' }] })],
    ['a closure of the parish', office('parish', { deployments: [runsA], closures: [{ date: '2026-06-10' }] })],
    ['the access', person({ access: [] })],
    ['an exclusion', person({ exclusions: [{ authority: 'parish', ...since }] })],
    ['a limit', person({ coverLimitHalfDaysPerWeek: 0 })],
    ['the limit of the agreement', pool({ monthlyHalfDayLimit: 0 })],
    ['the notice of the agreement', pool({ noticeWorkingDays: 100 })],
    [
      'the settings of the region',
      {
        kind: 'put-head',
        head: { ...lending().region.region, conflicts: [{ areas: ['payroll', 'registry'], lookBackDays: 9 }] },
      },
    ],
  ])('not by %s, which people have to act on', (_, command) => {
    expect(decided(held(), command).changes).toHaveLength(1)
  })

  it('not in-house where an agreement ends', () => {
    expect(decided(held(inHouse(three)), pool({ validTo: '2026-06-09' })).changes).toHaveLength(1)
  })

  it('not under one agreement where another ends', () => {
    const index = held(cover({ agreement: 'further' }), { furtherAgreement: {} })
    expect(decided(index, pool({ validTo: '2026-06-09' })).changes).toHaveLength(1)
  })
})

describe('the gap of broken cover', () => {
  const day = dayOf('2026-06-10')
  const causes = (index: RegionIndex) =>
    detectGaps(index, { first: day, last: day }, day).map((gap) => gap.causes.map(({ cause }) => cause))

  it('is back with the cause that cover broke', () => {
    expect(causes(held())).toEqual([])
    const half = after(held(), away(wednesdayPm, wednesdayPm))
    expect(causes(half)).toEqual([
      ['absent', 'cover-broken'],
      ['absent', 'cover-broken'],
    ])
    expect(causes(after(held(), away(wednesday, thursday)))).toEqual(causes(half))
  })

  it('does not have that cause where cover had only been asked for', () => {
    expect(causes(after(held(request()), away(wednesday, wednesday)))).toEqual([['absent'], ['absent']])
  })
})
