import { readFileSync } from 'node:fs'
import { Region } from '@vertretbar/domain/region'
import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { tiny } from '../generate/knobs.ts'
import { generateRegion } from '../generate/region.ts'
import { bruteForce, compare } from './brute-force.ts'
import { addDays, addMonths, dateOf, halfDaysFrom } from './dates.ts'
import { deadlineOf, lastBankingDay } from './deadlines.ts'
import { oracleCodes } from './eligibility.ts'
import { isCandidate, isPass } from './eligibility-codes.ts'
import { exhaustive } from './exhaustive.ts'
import { oracleGaps } from './gaps.ts'
import { holidaysOf } from './holidays.ts'
import { occurrenceAt } from './occurrences.ts'
import { checkPlan } from './plan.ts'
import { recount, shortagesLeft } from './recount.ts'
import { authorityOf, requirementOf, samePlace } from './region.ts'

const file = new URL('../../packages/domain/regions/wolfenbuettel.json', import.meta.url)
const reference = Region.parse(JSON.parse(readFileSync(file, 'utf8')))
const horizon = { today: '2026-11-23', from: '2026-11-23', to: '2027-02-20' }
const inLowerSaxony: Region = {
  ...reference,
  region: { ...reference.region, collectionOffices: reference.region.collectionOffices.slice(0, 1) },
}
const district = authorityOf(reference, 'lk-wolfenbuettel')

describe('the calendar', () => {
  it.each(['BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'] as const)(
    'has the state-wide holidays of %s that date-holidays has',
    (state) => {
      const library = new Holidays('DE', state)
      for (let year = 2019; year <= 2040; year += 1) {
        const theirs = library.getHolidays(year).filter(({ type }) => type === 'public')
        const dates = new Set(theirs.map(({ date }) => date.slice(0, 10)))
        expect(new Set(holidaysOf(`DE-${state}`, year)), `${year}`).toEqual(dates)
      }
    },
  )

  it.each([
    ['2026-01', '26', '28', '30'],
    ['2026-02', '23', '25', '27'],
    ['2026-03', '25', '27', '31'],
    ['2026-04', '24', '28', '30'],
    ['2026-05', '22', '27', '29'],
    ['2026-06', '24', '26', '30'],
    ['2026-07', '27', '29', '31'],
    ['2026-08', '25', '27', '31'],
    ['2026-09', '24', '28', '30'],
    ['2026-10', '26', '28', '30'],
    ['2026-11', '24', '26', '30'],
    ['2026-12', '22', '28', '30'],
    // Good Friday is the 29th, Easter Sunday the last of the month, and two Werktage before it is Thursday.
    ['2024-03', '22', '26', '28'],
  ])('has the deadlines of %s in Lower Saxony', (month, fifthLast, contributions, payday) => {
    const deadline = (kind: 'contribution-statement' | 'contributions' | 'payday') =>
      deadlineOf(inLowerSaxony, district, kind, month)
    expect(lastBankingDay('DE-NI', month, 5)).toBe(`${month}-${fifthLast}`)
    expect(addDays(deadline('contribution-statement'), 1)).toBe(`${month}-${fifthLast}`)
    expect(deadline('contributions')).toBe(`${month}-${contributions}`)
    expect(deadline('payday')).toBe(`${month}-${payday}`)
  })

  it.each([
    ['a working Tuesday is kept', '2026-10', '2026-11-10'],
    ['a Sunday moves to Monday', '2026-04', '2026-05-11'],
    ['a Saturday moves to Monday', '2026-09', '2026-10-12'],
    ['a holiday in the next year', '2026-12', '2027-01-11'],
  ])('has the wage tax return: %s', (_, month, expected) => {
    expect(deadlineOf(reference, district, 'wage-tax-return', month)).toBe(expected)
  })

  it('ends the windows of the contribution statement where the specification says', () => {
    const requirement = requirementOf(reference, 'lk-wolfenbuettel.payroll.3')
    const days = halfDaysFrom(horizon.from, horizon.to).filter((halfDay) =>
      occurrenceAt(reference, requirement, halfDay),
    )
    expect([...new Set(days.map(dateOf))]).toEqual(['2026-11-23', '2026-12-21', '2027-01-22', '2027-02-19'])
  })

  it('counts months over the turn of the year', () => {
    expect([addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-01', -13)]).toEqual([
      '2027-01',
      '2025-12',
      '2024-12',
    ])
  })
})

describe('the reference region', () => {
  it('has 45 gaps that lack 57 critical and 61 normal half-days', () => {
    const { gaps } = oracleGaps(reference, horizon)
    const lacking = (criticality: string) =>
      gaps
        .filter((gap) => gap.criticality === criticality)
        .flatMap(({ halfDays }) => halfDays)
        .reduce((sum, { shortage }) => sum + shortage, 0)
    expect([gaps.length, lacking('critical'), lacking('normal')]).toEqual([45, 57, 61])
  })

  it('has a best plan that is feasible and recounts to what was found', () => {
    const best = bruteForce(reference, horizon, { mostOptions: 1000 })
    expect(best?.objective).toEqual({ criticalShortage: 22, normalShortage: 12, handOvers: 26, halfDays: 62 })
    expect(checkPlan(reference, horizon, best?.assignments ?? [])).toEqual([])
    expect(recount(reference, horizon, best?.assignments ?? [])).toMatchObject({ ...best?.objective })
  })
})

describe('a plan that is checked and recounted', () => {
  const days = ['2026-12-17/am', '2026-12-17/pm', '2026-12-18/am']
  const cover = {
    specialist: 'lk-p1',
    authority: 'cremlingen',
    area: 'payroll',
    agreement: 'payroll-pool',
    halfDays: days,
  }
  const { agreement: _, ...inHouse } = cover

  it('counts one stretch, one hand-over and the squares of who gives and receives', () => {
    expect(checkPlan(reference, horizon, [cover])).toEqual([])
    // Bookings: the district gives 1 to Sickte and gets 1 from the city. District 4 - 1, Sickte -1, city 1,
    // Cremlingen -3, lk-p1 4 and st-v1 1: 9 + 1 + 1 + 9 + 16 + 1.
    expect(recount(reference, horizon, [cover])).toMatchObject({ handOvers: 1, halfDays: 3, effort: 1, fairness: 37 })
  })

  it('counts another stretch after a free half-day and another hand-over in the next week', () => {
    const later = { ...cover, halfDays: [...days, '2026-12-21/pm'] }
    expect(recount(reference, horizon, [later])).toMatchObject({ handOvers: 2, halfDays: 4, effort: 2 })
  })

  it('counts an access to be opened once, for all half-days', () => {
    const withoutAccess = { ...cover, specialist: 'lk-p6' }
    expect(recount(reference, horizon, [withoutAccess])).toMatchObject({ effort: 3 })
  })

  it.each([
    ['a half-day that is over', { ...cover, halfDays: ['2026-11-20/am'] }, 'past'],
    ['a half-day after the horizon', { ...cover, halfDays: ['2027-03-01/am'] }, 'outside'],
    ['their own post', { ...inHouse, authority: 'lk-wolfenbuettel' }, 'own-post'],
    ['no agreement', inHouse, 'agreement'],
    ['an agreement with others', { ...cover, agreement: 'zv-kreis-stadt' }, 'agreement'],
    ['a half-day without shortage', { ...cover, halfDays: ['2026-12-01/am'] }, 'not-short'],
    ['somebody absent', { ...cover, specialist: 'lk-p2' }, 'not-available'],
    ['the same half-day twice', { ...cover, halfDays: ['2026-12-17/am', '2026-12-17/am'] }, 'two-places'],
  ])('refuses %s', (_what, assignment, expected) => {
    const kinds = checkPlan(reference, horizon, [assignment]).map((fault) => fault.split(':')[0])
    expect(kinds).toContain(expected)
  })
})

describe('the search for a best plan', () => {
  it('finds what trying every subset finds', () => {
    let compared = 0
    for (let seed = 1; seed <= 120; seed += 1) {
      const { region, ...days } = generateRegion(seed, tiny)
      const slow = exhaustive(region, days, 8)
      const fast = bruteForce(region, days, { mostOptions: 100 })
      if (slow === undefined || fast === undefined || slow.assignments.length === 0) continue
      expect(compare(fast.objective, slow.objective), `seed ${seed}`).toBe(0)
      compared += 1
    }
    expect(compared).toBeGreaterThan(15)
  })

  it('gives feasible plans that leave nobody out without a reason', () => {
    for (let seed = 1; seed <= 120; seed += 1) {
      const { region, ...days } = generateRegion(seed)
      const best = bruteForce(region, days, { mostOptions: 60 })
      if (best === undefined) continue
      expect(checkPlan(region, days, best.assignments), `seed ${seed}`).toEqual([])
      expect(recount(region, days, best.assignments), `seed ${seed}`).toMatchObject(best.objective)
      for (const { need, halfDay } of shortagesLeft(region, days, best.assignments)) {
        if (dateOf(halfDay) < days.today) continue
        const idle = region.specialists.filter(
          ({ id }) =>
            isCandidate(region, id, need.requirement.id) &&
            !best.assignments.some(
              (one) => one.specialist === id && samePlace(one, need.requirement) && one.halfDays.includes(halfDay),
            ),
        )
        const asked = { requirement: need.requirement.id, need: need.need }
        const without = idle.filter(({ id }) => isPass(oracleCodes(region, days, id, asked, halfDay, best.assignments)))
        const unexplained = without.filter(
          ({ id }) => !oracleCodes(region, days, id, asked, halfDay, best.assignments).includes('not-enough'),
        )
        expect(unexplained, `seed ${seed}`).toEqual([])
      }
    }
  })
})
