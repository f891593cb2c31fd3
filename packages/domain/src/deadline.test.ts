import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { FederalState } from './authority.ts'
import { deadlines } from './deadline.ts'
import { dateOf, dayOf, monthOf } from './half-day.ts'
import { readRegion } from './read-region.ts'
import { RegionIndex } from './region-index.ts'
import type { DeadlineKind } from './requirement.ts'

const dateOfDeadline = (kind: DeadlineKind, month: string, state: FederalState, seats: FederalState[] = []): string =>
  dateOf(deadlines[kind](monthOf(dayOf(`${month}-01`)), { state, collectionSeats: seats }))

const dayBefore = (date: string): string => dateOf(dayOf(date) - 1)

describe('the deadlines of Lower Saxony are those of the specification (§ 4)', () => {
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
  ])('%s', (month, fifthLast, contributions, payday) => {
    expect(dateOfDeadline('contribution-statement', month, 'DE-NI')).toBe(dayBefore(`${month}-${fifthLast}`))
    expect(dateOfDeadline('contributions', month, 'DE-NI')).toBe(`${month}-${contributions}`)
    expect(dateOfDeadline('payday', month, 'DE-NI')).toBe(`${month}-${payday}`)
  })

  it('March 2024, with Good Friday among its last days', () => {
    expect(dateOfDeadline('contribution-statement', '2024-03', 'DE-NI')).toBe('2024-03-21')
    expect(dateOfDeadline('contributions', '2024-03', 'DE-NI')).toBe('2024-03-26')
  })
})

describe('the payday is the last day of the month, or the Werktag before', () => {
  it.each<readonly [month: string, why: string, state: FederalState, payday: string]>([
    ['2026-09', 'a Wednesday', 'DE-NI', '2026-09-30'],
    ['2026-01', 'a Saturday', 'DE-NI', '2026-01-30'],
    ['2026-02', 'a Saturday', 'DE-NI', '2026-02-27'],
    ['2026-05', 'a Sunday: Saturday is the first Werktag before, Friday the second', 'DE-NI', '2026-05-29'],
    ['2024-03', 'Easter Sunday: Saturday, then Thursday, for Good Friday is no Werktag', 'DE-NI', '2024-03-28'],
    ['2023-04', 'a Sunday before the Monday of 1 May', 'DE-NI', '2023-04-28'],
    ['2029-03', 'Holy Saturday after Good Friday', 'DE-NI', '2029-03-29'],
    ['2025-10', 'Reformation Day on a Friday', 'DE-NI', '2025-10-30'],
    ['2025-10', 'the same Friday where Reformation Day is no holiday', 'DE-NW', '2025-10-31'],
    ['2022-10', 'Reformation Day on a Monday: Saturday is a Werktag', 'DE-NI', '2022-10-29'],
    ['2026-10', 'Reformation Day on a Saturday', 'DE-NI', '2026-10-30'],
    ['2027-10', 'Reformation Day on a Sunday', 'DE-NI', '2027-10-29'],
    ['2027-05', 'a Monday, the day after a Sunday', 'DE-NI', '2027-05-31'],
    ['2026-12', '31 December on a Thursday', 'DE-NI', '2026-12-30'],
    ['2027-12', '31 December on a Friday', 'DE-NI', '2027-12-30'],
    ['2022-12', '31 December on a Saturday', 'DE-NI', '2022-12-30'],
    ['2028-12', '31 December on a Sunday', 'DE-NI', '2028-12-29'],
    ['2029-12', '31 December on a Monday: Saturday is a Werktag', 'DE-NI', '2029-12-29'],
    ['2028-02', '29 February', 'DE-NI', '2028-02-29'],
  ])('%s ends on %s', (month, _why, state, payday) => {
    expect(dateOfDeadline('payday', month, state)).toBe(payday)
  })
})

describe('the wage tax return is due on the 10th of the following month, or the next Monday to Friday without holiday', () => {
  it.each<readonly [month: string, why: string, state: FederalState, due: string]>([
    ['2026-01', 'a Tuesday', 'DE-NI', '2026-02-10'],
    ['2026-12', 'a Sunday of the next year', 'DE-NI', '2027-01-11'],
    ['2026-09', 'a Saturday', 'DE-NI', '2026-10-12'],
    ['2026-04', 'a Sunday', 'DE-NI', '2026-05-11'],
    ['2030-05', 'Whit Monday', 'DE-NI', '2030-06-11'],
    ['2020-03', 'Good Friday, then Easter', 'DE-NI', '2020-04-14'],
    ['2030-05', 'Whit Monday in another state', 'DE-BY', '2030-06-11'],
  ])('for %s the 10th is %s', (month, _why, state, due) => {
    expect(dateOfDeadline('wage-tax-return', month, state)).toBe(due)
  })
})

describe('with several collection offices the earliest date counts', () => {
  it.each<readonly [why: string, state: FederalState, seats: FederalState[], statement: string, contributions: string]>(
    [
      ['without an office the own state decides', 'DE-BY', [], '2026-10-25', '2026-10-28'],
      ['All Saints’ Day lies outside the month', 'DE-NI', ['DE-NW'], '2026-10-25', '2026-10-28'],
    ],
  )('October 2026: %s', (_why, state, seats, statement, contributions) => {
    expect(dateOfDeadline('contribution-statement', '2026-10', state, seats)).toBe(statement)
    expect(dateOfDeadline('contributions', '2026-10', state, seats)).toBe(contributions)
  })

  it.each<readonly [why: string, seats: FederalState[], statement: string, contributions: string]>([
    ['no seat has Reformation Day', ['DE-NW'], '2025-10-26', '2025-10-29'],
    ['the only seat has Reformation Day', ['DE-NI'], '2025-10-23', '2025-10-28'],
    ['the first seat has it', ['DE-NI', 'DE-NW'], '2025-10-23', '2025-10-28'],
    ['the second seat has it', ['DE-NW', 'DE-NI'], '2025-10-23', '2025-10-28'],
    ['one of three seats has it', ['DE-BY', 'DE-SN', 'DE-HE'], '2025-10-23', '2025-10-28'],
  ])('October 2025 in Bavaria: %s', (_why, seats, statement, contributions) => {
    expect(dateOfDeadline('contribution-statement', '2025-10', 'DE-BY', seats)).toBe(statement)
    expect(dateOfDeadline('contributions', '2025-10', 'DE-BY', seats)).toBe(contributions)
  })

  it('payday and tax return use the state of the authority alone', () => {
    expect(dateOfDeadline('payday', '2025-10', 'DE-NW', ['DE-NI'])).toBe('2025-10-31')
    expect(dateOfDeadline('payday', '2025-10', 'DE-NI', ['DE-NW'])).toBe('2025-10-30')
  })

  it('24 and 31 December are no banking days', () => {
    expect(dateOfDeadline('contributions', '2026-12', 'DE-NI')).toBe('2026-12-28')
    expect(dateOfDeadline('contribution-statement', '2027-12', 'DE-NI')).toBe('2027-12-22')
  })
})

describe('the windows of the reference region', () => {
  const file = readRegion(readFileSync(new URL('../regions/wolfenbuettel.json', import.meta.url)))
  const index = file.ok ? new RegionIndex(file.value) : undefined

  it.each([
    ['a district with three days before', 'lk-wolfenbuettel.payroll.2'],
    ['the last safe day alone', 'lk-wolfenbuettel.payroll.3'],
    ['a municipality', 'cremlingen.payroll.1'],
  ])('of the contribution statement end on the days of the specification: %s', (_name, id) => {
    const requirement = index?.requirement(id)
    const days = { first: dayOf('2026-11-01'), last: dayOf('2027-02-28') }
    const applied = index && requirement ? index.applied(requirement, days) : []
    const lastOfEach = new Map(applied.map(({ occurrence, day }) => [occurrence, dateOf(day)]))
    expect([...lastOfEach.values()]).toEqual(['2026-11-23', '2026-12-21', '2027-01-22', '2027-02-19'])
  })
})
