import { mostFeeds } from '@vertretbar/domain/feed'
import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { Random } from '../../generate/random.ts'
import { addDays } from '../../oracle/dates.ts'

/** The region with things that ended about a year ago: as days go by, one after another has been kept long enough. */
export function withLongAgo(region: Region, today: LocalDate, random: Random): Region {
  const dates = [
    ...new Set(Array.from({ length: random.int(2, 5) }, () => addDays(today, random.int(-6, 15) - 365))),
  ].toSorted()
  const [members, absences] = [membersOf(dates, random), absencesOf(region, dates)]
  const [bookings, gapMarks] = [bookingsOf(region, dates, random), marksOf(region, dates)]
  return {
    ...region,
    absences: [...region.absences, ...absences],
    bookings: [...region.bookings, ...bookings],
    gapMarks,
    members,
    feeds: feedsOf(region, members),
  }
}

const absencesOf = ({ specialists }: Region, dates: readonly LocalDate[]): Region['absences'] =>
  specialists.slice(0, 1).flatMap(({ id: specialist }) =>
    dates
      // No two of them touch, or they would be one.
      .filter((date) => !dates.includes(addDays(date, -1)))
      .map((date) => ({ id: `old-absence-${date}`, specialist, from: `${date}/am`, to: `${date}/pm` })),
  )

/** Of a cover that there is, on other days; it ended late in an evening, when it was the next day in Germany, or nobody knows when. */
function bookingsOf({ bookings }: Region, dates: readonly LocalDate[], random: Random): Region['bookings'] {
  return bookings.slice(0, 1).flatMap(({ specialist, authority, area, agreement }) =>
    dates.map((date) => ({
      id: `old-booking-${date}`,
      specialist,
      authority,
      area,
      ...(agreement === undefined ? {} : { agreement }),
      halfDays: [`${date}/pm`],
      ...random.pick([
        { status: 'ended' as const, reason: 'declined' as const, closedAt: `${date}T22:30:00.000Z` },
        { status: 'ended' as const, reason: 'expired' as const, closedAt: `${date}T23:30:00.000Z` },
        { status: 'ended' as const, reason: 'withdrawn' as const },
      ]),
    })),
  )
}

const marksOf = ({ requirements }: Region, dates: readonly LocalDate[]): NonNullable<Region['gapMarks']> =>
  requirements.slice(0, 1).flatMap(({ id: requirement }) =>
    dates.map((date) => ({
      id: `old-mark-${date}`,
      kind: 'accepted-risk' as const,
      requirement,
      need: 0,
      halfDays: [{ halfDay: `${date}/am`, shortage: 1 }],
      by: 'hr-1',
      at: `${date}T08:00:00.000Z`,
    })),
  )

/** The first has as many calendars as anybody may have, but for one. */
const feedsOf = (
  { region, authorities }: Region,
  members: NonNullable<Region['members']>,
): NonNullable<Region['feeds']> =>
  members.slice(0, 1).flatMap(({ id: member }) =>
    Array.from({ length: mostFeeds - 1 }, (_, number) => ({
      id: `old-feed-${number}`,
      member,
      token: `${Buffer.from(region.id).toString('hex').slice(-60).padStart(60, '0')}000${number}`,
      shows: { kind: 'place' as const, authority: authorities[0]?.id ?? '' },
      createdAt: '2020-01-01T08:00:00.000Z',
    })),
  )

/** Each stands for the one before. */
const membersOf = (dates: readonly LocalDate[], random: Random): NonNullable<Region['members']> =>
  dates.map((date, number) => ({
    id: `old-member-${number}`,
    address: 'frueher@example.de',
    language: 'de' as const,
    roles: [{ role: 'coordinator' as const }],
    ...(number === 0 ? {} : { deputyOf: [`old-member-${number - 1}`] }),
    validFrom: '2020-01-01',
    ...(random.chance(0.7) ? { validTo: date } : {}),
  }))
