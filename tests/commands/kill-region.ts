import type { Booking } from '@vertretbar/domain/booking'
import { dateOf, dayOf, weekdayOf } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { agreement, authority, requirement, runsA, since, specialist, testRegion } from '@vertretbar/domain/test-region'

/** The day on which everything happens. */
export const today = '2026-11-23'

/** Each client acts for a city of its own. */
export const cities = Array.from({ length: 8 }, (_, number) => `city-${number}`)

/** Where people are missing on every working half-day, more of them than can ever be asked for. */
export const receivers = ['parish-1', 'parish-2', 'parish-3', 'parish-4'] as const

/** What an hour of somebody from a city costs, in cents. */
export const rateOf = (city: string): number => 6150 + 433 * cities.indexOf(city)

/** The people of a city who can be asked for cover, and the one who is away now and then. */
export const lentBy = (city: string): string[] => [`${city}-l1`, `${city}-l2`]
export const awayFrom = (city: string): string => `${city}-a`

const week = { mo: 'full', tu: 'full', we: 'full', th: 'full', fr: 'full' } as const

/** Those who have covered already; the minutes of one half-day of each are worked out by hand. */
export const settlers = [
  // 2345 / 10 = 234.5, and half a minute is rounded up.
  { name: 's1', minutes: 235, weekly: 2345, weeks: [week] },
  // (2 * 1755) / (10 + 5) = 234
  { name: 's2', minutes: 234, weekly: 1755, weeks: [week, { mo: 'full', tu: 'full', we: 'am' } as const] },
  // 1233 / 5 = 246.6
  { name: 's3', minutes: 247, weekly: 1233, weeks: [{ mo: 'am', tu: 'am', we: 'am', th: 'am', fr: 'am' } as const] },
]

/** So many covers of each of them are over and not settled yet. */
const coversEach = 8

/** The covers of a city that are over. */
export const coversOf = (city: string): Booking[] =>
  settlers.flatMap(({ name }) =>
    workingDays('2026-10-05', coversEach).map(
      (day, number): Booking => ({
        id: `${city}-${name}-${number}`,
        specialist: `${city}-${name}`,
        authority: receivers[number % receivers.length] ?? receivers[0],
        area: 'payroll',
        agreement: `of-${city}`,
        halfDays: [`${day}/am`, `${day}/pm`],
        status: 'confirmed',
      }),
    ),
  )

/** Eight lenders, four places that are short, and covers that wait to be settled. */
export function killRegion(): Region {
  const access = receivers.map((receiver) => ({ authority: receiver, product: 'a', ...since }))
  const person = (id: string, city: string) => specialist(id, { authority: city, authorisations: [], access })
  return testRegion({
    authorities: [
      ...cities.map((city) => authority(city)),
      ...receivers.map((receiver) => authority(receiver, { deployments: [runsA] })),
    ],
    agreements: cities.map((city) =>
      agreement(`of-${city}`, {
        givers: [city],
        receivers: [...receivers],
        ratesCentsPerHour: { payroll: rateOf(city) },
      }),
    ),
    specialists: cities.flatMap((city) => [
      ...[...lentBy(city), awayFrom(city)].map((id) => person(id, city)),
      ...settlers.map(({ name, weekly, weeks }) => ({
        ...person(`${city}-${name}`, city),
        weeklyMinutes: [{ ...since, minutes: weekly }],
        workPattern: [{ ...since, weeks }],
      })),
    ]),
    requirements: receivers.map((receiver) =>
      requirement(`${receiver}.payroll`, { authority: receiver, needs: [{ anyOf: ['clerk'], count: 20 }] }),
    ),
    bookings: cities.flatMap(coversOf),
  }).region
}

/** So many days from one on that are no weekend; a holiday among them is no working day and can be none of a request. */
export const workingDays = (from: string, count: number): string[] =>
  Array.from({ length: 2 * count + 2 }, (_, number) => dayOf(from) + number)
    .filter((day) => weekdayOf(day) < 5)
    .slice(0, count)
    .map(dateOf)
