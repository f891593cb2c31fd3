import type { Booking } from '@vertretbar/domain/booking'
import { cover, monday, request, thursday, wednesday, wednesdayPm } from '@vertretbar/domain/test-command'
import { describe, expect, it } from 'vitest'
import { type CalendarFeed, calendarFeed } from './calendar-feed.ts'

const payroll = { de: 'Personalabrechnung', en: 'Payroll' }
const cremlingen = 'Gemeinde Cremlingen'
const createdAt = '2026-04-01T08:00:00.000Z'

const feedOf = (bookings: readonly Booking[], fields: Partial<CalendarFeed> = {}): CalendarFeed => ({
  region: 'wolfenbuettel',
  language: 'de',
  covers: bookings.map((booking) => ({ booking, authority: cremlingen, area: payroll })),
  createdAt,
  ...fields,
})

/** The lines of a text once those that were folded are whole again (RFC 5545 § 3.1). */
const lines = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n')

const valuesOf = (name: string, text: string): string[] =>
  lines(text).flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1)] : []))

describe('a calendar feed', () => {
  it('has one event of a whole day for each date, that leaves its reader free', () => {
    const text = calendarFeed(feedOf([cover({ requestedAt: monday })]))
    expect(lines(text)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Vertretbar//Vertretbar//DE',
      'NAME:Meine Vertretungen',
      'X-WR-CALNAME:Meine Vertretungen',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'BEGIN:VEVENT',
      'UID:cover/2026-06-10@wolfenbuettel.vertretbar',
      'SEQUENCE:1',
      'DTSTAMP:20260601T080000Z',
      'DTSTART;VALUE=DATE:20260610',
      'DTEND;VALUE=DATE:20260611',
      'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
      'SUMMARY:vormittags: Vertretung Personalabrechnung\\, Gemeinde Cremlingen',
      'TRANSP:TRANSPARENT',
      'STATUS:CONFIRMED',
      'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
      'LAST-MODIFIED:20260601T080000Z',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('is an empty calendar where there is no cover', () => {
    expect(calendarFeed(feedOf([]))).toMatch(/^BEGIN:VCALENDAR\r\n(?:(?!VEVENT)[\s\S])*END:VCALENDAR\r\n$/)
  })

  it.each<readonly [string, Booking, string, string]>([
    [
      'a morning that is agreed to',
      cover(),
      'vormittags: Vertretung Personalabrechnung, Gemeinde Cremlingen',
      'morning: cover in Payroll, Gemeinde Cremlingen',
    ],
    [
      'an afternoon that is asked for',
      request({ halfDays: [wednesdayPm] }),
      'angefragt, nachmittags: Vertretung Personalabrechnung, Gemeinde Cremlingen',
      'requested, afternoon: cover in Payroll, Gemeinde Cremlingen',
    ],
    [
      'a whole day that is not to be',
      request({ halfDays: [wednesday, wednesdayPm], status: 'ended', reason: 'declined' }),
      'entfällt, ganztags: Vertretung Personalabrechnung, Gemeinde Cremlingen',
      'cancelled, all day: cover in Payroll, Gemeinde Cremlingen',
    ],
  ])('names %s in the language of its reader', (_, booking, german, english) => {
    const titles = (['de', 'en'] as const).flatMap((language) =>
      valuesOf('SUMMARY', calendarFeed(feedOf([booking], { language }))),
    )
    expect(titles.map((title) => title.replaceAll('\\,', ','))).toEqual([german, english])
  })

  it.each<readonly [string, CalendarFeed['place'], string, string]>([
    ['oneself', undefined, 'Meine Vertretungen', 'My covers'],
    [
      'an area',
      { authority: cremlingen, area: payroll },
      'Vertretungen · Personalabrechnung · Gemeinde Cremlingen',
      'Covers · Payroll · Gemeinde Cremlingen',
    ],
    ['an authority', { authority: cremlingen }, 'Vertretungen · Gemeinde Cremlingen', 'Covers · Gemeinde Cremlingen'],
  ])('of %s is called so', (_, place, german, english) => {
    const names = (['de', 'en'] as const).flatMap((language) =>
      valuesOf('X-WR-CALNAME', calendarFeed(feedOf([], { language, ...(place && { place }) }))),
    )
    expect(names).toEqual([german, english])
  })

  it('of a place says who covers', () => {
    const covers = [{ booking: cover(), authority: cremlingen, area: payroll, person: 'LK P1' }]
    const text = calendarFeed(feedOf([], { covers, place: { authority: cremlingen } }))
    expect(valuesOf('SUMMARY', text)).toEqual([
      'vormittags: Vertretung Personalabrechnung\\, Gemeinde Cremlingen\\, durch LK P1',
    ])
  })

  it('says where to go, where somebody has to', () => {
    const text = calendarFeed(feedOf([cover({ mode: 'on-site' }), cover({ id: 'other', mode: 'remote' })]))
    expect(valuesOf('LOCATION', text)).toEqual([cremlingen])
  })

  it('says of what nobody knows when it came about that it is as old as the feed', () => {
    const text = calendarFeed(feedOf([cover()]))
    expect(valuesOf('DTSTAMP', text)).toEqual(['20260401T080000Z'])
    expect(valuesOf('LAST-MODIFIED', text)).toEqual([])
  })

  it('keeps what a name says, whatever that means in a calendar', () => {
    const odd = 'Ämter; "Haus", Markt \\ 1'
    const text = calendarFeed(feedOf([], { covers: [{ booking: cover(), authority: odd, area: payroll }] }))
    expect(valuesOf('SUMMARY', text)).toEqual([
      'vormittags: Vertretung Personalabrechnung\\, Ämter\\; "Haus"\\, Markt \\\\ 1',
    ])
  })

  it('has no line of more than 75 bytes', () => {
    const long = 'Ü'.repeat(200)
    const text = calendarFeed(feedOf([cover()], { covers: [{ booking: cover(), authority: long, area: payroll }] }))
    const longest = Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))
    expect(longest).toBeLessThanOrEqual(75)
    expect(text).not.toMatch(/[^\r]\n/)
  })

  it('says the same on the same, in the order of the dates', () => {
    const booking = cover({ halfDays: [thursday, wednesday] })
    const [one, other] = [calendarFeed(feedOf([booking])), calendarFeed(feedOf([booking]))]
    expect(one).toBe(other)
    expect(valuesOf('DTSTART;VALUE=DATE', one)).toEqual(['20260610', '20260611'])
  })
})
