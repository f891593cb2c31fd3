import type { Booking } from '@vertretbar/domain/booking'
import { type CoveredDate, coveredDates } from '@vertretbar/domain/covered-date'
import { dateOf, dayOf } from '@vertretbar/domain/half-day'
import type { LocalName } from '@vertretbar/domain/identifier'
import type { Instant } from '@vertretbar/domain/instant'
import ical, { ICalEventBusyStatus, type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { Language } from './catalogue.ts'
import { type DayPart, dayPartText } from './date-text.ts'
import { feedWords } from './feed-words.ts'

/** A booking with the names that its reader may know. */
export interface NamedCover {
  readonly booking: Booking
  readonly authority: string
  readonly area: LocalName
  /** Missing in one's own calendar, where it is always oneself. */
  readonly person?: string | undefined
}

/** All that a calendar feed says, for whom. */
export interface CalendarFeed {
  /** Ids of bookings are told apart by it from those of other regions. */
  readonly region: string
  readonly language: Language
  /** Missing in one's own. */
  readonly place?: { readonly authority: string; readonly area?: LocalName | undefined } | undefined
  readonly covers: readonly NamedCover[]
  /** Of what nobody knows when it came about, this is said. */
  readonly createdAt: Instant
}

/** Every hour: nobody is asked for a cover more quickly than they read their mails. */
const refreshSeconds = 60 * 60

/**
 * A calendar by RFC 5545: one event of a whole day for each date of each booking. The same covers give the same text, so
 * that whoever has it need not be sent it again.
 */
export function calendarFeed(feed: CalendarFeed): string {
  const { language, place } = feed
  const { own, ofPlace } = feedWords[language]
  const calendar = ical({
    prodId: { company: 'Vertretbar', product: 'Vertretbar', language: language.toUpperCase() },
    name: place === undefined ? own : ofPlace({ authority: place.authority, area: place.area?.[language] }),
    ttl: refreshSeconds,
    events: feed.covers.flatMap((cover) => coveredDates(cover.booking).map((date) => eventOf(feed, cover, date))),
  })
  // RFC 5545 § 3.1: every line ends in a line break, the last one too.
  return `${calendar.toString()}\r\n`
}

function eventOf(
  { region, language, createdAt }: CalendarFeed,
  cover: NamedCover,
  covered: CoveredDate,
): ICalEventData {
  const { date, status, sequence, changedAt } = covered
  const { booking, authority } = cover
  return {
    // RFC 5545 § 3.8.4.7 asks for an id that is like no other anywhere; the region does not change its own, hosts do.
    id: `${booking.id}/${date}@${region}.vertretbar`,
    sequence,
    stamp: changedAt ?? createdAt,
    ...(changedAt !== undefined && { lastModified: changedAt }),
    allDay: true,
    start: date,
    end: dateOf(dayOf(date) + 1),
    summary: titleOf(cover, covered, language),
    status: statuses[status],
    // To cover is no appointment: whoever does stays free for any.
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
    ...(booking.mode === 'on-site' && { location: authority }),
  }
}

const statuses = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
} as const

/** `vormittags: Vertretung Personalabrechnung, Gemeinde Cremlingen` */
function titleOf({ authority, area, person }: NamedCover, { halves, status }: CoveredDate, language: Language): string {
  const { stages, cover, coverBy } = feedWords[language]
  const [only = 'day'] = halves
  const part: DayPart = halves.length === 1 ? only : 'day'
  const place = { authority, area: area[language] }
  const what = person === undefined ? cover(place) : coverBy(place, person)
  return `${stages[status]}${dayPartText(part, language)}: ${what}`
}
