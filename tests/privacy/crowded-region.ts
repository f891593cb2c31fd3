import type { Booking } from '@vertretbar/domain/booking'
import { dateOf, dayOf, weekdayOf } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import type { CoverRefusal } from '@vertretbar/domain/requirement'
import type { Absence } from '@vertretbar/domain/specialist'
import {
  agreement,
  always,
  authority,
  requirement,
  runsA,
  specialist,
  testRegion,
} from '@vertretbar/domain/test-region'
import { type Random, randomOf } from '../generate/random.ts'

/** The clock: a Monday morning. */
export const at = Date.parse('2026-11-23T08:00:00Z')

export const people = 200

/** The code and the display name of somebody; none is part of another, nor of anything else. */
export const codeOf = (number: number): string => `fachkraft.${String(number).padStart(3, '0')}`
export const nameOf = (number: number): string => `Kürzel ${String(number).padStart(3, '0')}`

/** Two cities with 200 people, and a parish that is short on every working half-day. */
export function crowdedRegion(id: string, seed: number, erased: number): Region {
  const random = randomOf(seed)
  const others = Array.from({ length: people }, (_, number) => number).filter((number) => number !== erased)
  const { region } = testRegion({
    authorities: [authority('city'), authority('town'), authority('parish', { deployments: [runsA] })],
    agreements: [agreement('pool', { givers: ['city', 'town'], ratesCentsPerHour: { payroll: 6150 } })],
    specialists: Array.from({ length: people }, (_, number) =>
      specialist(codeOf(number), {
        displayName: nameOf(number),
        authority: number % 2 === 0 ? 'city' : 'town',
        weeklyMinutes: [{ validFrom: '2025-01-01', minutes: 2340 }],
      }),
    ),
    requirements: (['am', 'pm'] as const).map((half) =>
      requirement(`parish.${half}`, { when: { ...always, halves: [half] }, needs: [{ anyOf: ['clerk'], count: 60 }] }),
    ),
    absences: [...random.some(others, 0.4), erased].map((number, index) => absenceOf(number, index, random)),
    bookings: [...settledOf(erased), ...others.slice(0, 60).map((number) => bookingOf(number, random))],
    refusals: random.some(others, 0.1).map(
      (number): CoverRefusal => ({
        requirement: 'parish.am',
        need: 0,
        halfDay: `${random.pick(ahead)}/am`,
        specialist: codeOf(number),
      }),
    ),
  })
  return { ...region, region: { ...region.region, id } }
}

const workingDays = (from: string, count: number): string[] =>
  Array.from({ length: 2 * count }, (_, step) => dayOf(from) + step)
    .filter((day) => weekdayOf(day) < 5)
    .slice(0, count)
    .map(dateOf)

const behind = workingDays('2026-10-05', 20)
const ahead = workingDays('2026-12-01', 15)

const absenceOf = (number: number, index: number, random: Random): Absence => {
  const day = random.pick([...behind, ...ahead])
  return { id: `away-${index}`, specialist: codeOf(number), from: `${day}/am`, to: `${day}/pm` }
}

const cover = (id: string, number: number, fields: Partial<Booking>): Booking => ({
  id,
  specialist: codeOf(number),
  authority: 'parish',
  area: 'payroll',
  agreement: 'pool',
  halfDays: [],
  status: 'confirmed',
  ...fields,
})

/** What the person has behind them: two covers that are still to be settled, one that is, and one that came to nothing. */
const settledOf = (number: number): Booking[] => [
  cover('worked-1', number, { halfDays: ['2026-10-06/am', '2026-10-06/pm'] }),
  cover('worked-2', number, { halfDays: ['2026-10-14/am'] }),
  cover('settled', number, { halfDays: ['2026-09-14/am'], status: 'reconciled' }),
  cover('recalled', number, { status: 'ended', reason: 'recalled' }),
]

/** A booking of somebody else, in any state. */
function bookingOf(number: number, random: Random): Booking {
  const past = [`${random.pick(behind)}/pm`]
  const future = [`${random.pick(ahead)}/am`]
  return cover(`cover-${number}`, number, {
    ...random.pick<Partial<Booking>>([
      { status: 'requested', halfDays: future, expiresAt: '2026-11-26T16:00:00.000Z' },
      { status: 'confirmed', halfDays: future },
      { status: 'confirmed', halfDays: ['2026-11-23/am', ...future] },
      { status: 'confirmed', halfDays: past },
      { status: 'reconciled', halfDays: past },
      { status: 'ended', reason: 'declined' },
    ]),
  })
}
