import type { Booking } from '@vertretbar/domain/booking'
import { dateOf, dayOf, weekdayOf } from '@vertretbar/domain/half-day'
import { afterAll, beforeAll, expect } from 'vitest'
import { campaign } from '../campaign.ts'
import { randomOf } from '../generate/random.ts'
import { engineOfThisFile } from '../store/engine.ts'
import { parishes, type RaceSetting, raceRegion } from './race-region.ts'
import { type Answer, type RaceTrack, raceTrack } from './race-track.ts'

engineOfThisFile()

let track: RaceTrack
beforeAll(async () => {
  track = await raceTrack()
})
afterAll(() => track.close())

/** Somebody is asked to cover somewhere at one half-day. */
interface Asked {
  readonly specialist?: string
  readonly authority?: string
  readonly area?: string
  readonly halfDay: string
}

/** Requests that are sent at once, to the two servers in turn. */
const race = (asked: readonly Asked[]): Promise<readonly Answer[]> =>
  Promise.all(
    asked.map(({ specialist = 'city-p1', authority = parishes[0], area = 'payroll', halfDay }, server) =>
      track.post(server, '/v1/bookings', {
        proposals: [{ specialist, authority, area, halfDays: [halfDay], mode: 'remote' }],
      }),
    ),
  )

/** Exactly so many are told that they are booked, all others that the rule bars them; and so it is stored. */
async function expectWinners(answers: readonly Answer[], winners: number, code: string): Promise<readonly Booking[]> {
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual(
    answers.map((_, index) => (index < winners ? 201 : 409)),
  )
  for (const { status, codes } of answers) if (status === 409) expect(codes).toEqual([code])
  const { bookings } = await track.region()
  const told = answers.flatMap((answer) => answer.bookings.map(({ id }) => id))
  expect(bookings.map(({ id }) => id).toSorted()).toEqual(told.toSorted())
  return bookings
}

/** A working day, no holiday in Lower Saxony, some weeks ahead. */
function workingDay(seed: number): string {
  const day = dayOf('2026-06-08') + (seed % 100)
  return dateOf(weekdayOf(day) > 4 ? day + 2 : day)
}

const enter = (setting: RaceSetting): Promise<string> => track.enter((id) => raceRegion(id, setting))

campaign('races: of four requests for one half-day one wins', { test: 10, prove: 10_000 }, async (seed) => {
  await enter({})
  const halfDay = `${workingDay(seed)}/am`
  const random = randomOf(seed)
  const answers = await race(Array.from({ length: 4 }, () => ({ authority: random.pick(parishes), halfDay })))
  await expectWinners(answers, 1, 'not-available')
})

campaign('races: nobody is lent beyond their weekly limit', { test: 6, prove: 1000 }, async (seed) => {
  const limit = 1 + (seed % 3)
  await enter({ coverLimitHalfDaysPerWeek: limit })
  const monday = dayOf('2026-06-08') + 7 * (seed % 10)
  const halfDays = [0, 1, 2, 3].map((day) => `${dateOf(monday + day)}/am`)
  const answers = await race(halfDays.map((halfDay, index) => ({ halfDay, authority: parishes[index % 4] ?? '' })))
  await expectWinners(answers, limit, 'weekly-limit')
})

campaign('races: no giver is beyond the monthly limit of an agreement', { test: 6, prove: 1000 }, async (seed) => {
  const limit = 1 + (seed % 3)
  await enter({ people: 4, monthlyHalfDayLimit: limit })
  const days = ['2026-06-09', '2026-06-10', '2026-06-16', '2026-06-30']
  const answers = await race(
    days.map((day, index) => ({
      specialist: `city-p${index + 1}`,
      authority: parishes[index] ?? '',
      halfDay: `${day}/pm`,
    })),
  )
  await expectWinners(answers, limit, 'agreement-limit')
})

campaign('races: no home gives away more people than it can spare', { test: 6, prove: 1000 }, async (seed) => {
  const neededAtHome = 1 + (seed % 3)
  await enter({ people: 4, neededAtHome })
  const halfDay = `${workingDay(seed)}/pm`
  const answers = await race(
    parishes.map((authority, index) => ({ specialist: `city-p${index + 1}`, authority, halfDay })),
  )
  await expectWinners(answers, 4 - neededAtHome, 'home-short')
})

campaign(
  'races: nobody serves conflicting areas of one place within the look-back',
  { test: 6, prove: 1000 },
  async (seed) => {
    await enter({ withAudit: true })
    const random = randomOf(seed)
    const first = dayOf('2026-06-08')
    const days = [0, 1, 2, 3].map((step) => dateOf(first + step))
    const areas = random.chance(0.5) ? ['payroll', 'audit', 'payroll', 'audit'] : ['audit', 'payroll', 'audit', 'audit']
    const answers = await race(days.map((day, index) => ({ area: areas[index] ?? '', halfDay: `${day}/am` })))
    const { bookings } = await track.region()
    // Whichever area wins first, all of its half-days may be booked and none of the other's.
    const [won] = bookings.map(({ area }) => area)
    expect(new Set(bookings.map(({ area }) => area))).toEqual(new Set([won]))
    expect(answers.map(({ status }) => status)).toEqual(areas.map((area) => (area === won ? 201 : 409)))
    for (const { status, codes } of answers) if (status === 409) expect(codes).toEqual(['conflict'])
  },
)
