import { describe, expect, it } from 'vitest'
import type { Booking } from '../booking.ts'
import type { Command } from '../command.ts'
import type { Region } from '../region.ts'
import type { Case } from '../test-candidacy.ts'
import { after, cover, decided, lending } from '../test-command.ts'
import { member } from '../test-member.ts'
import { awayFor } from '../test-region.ts'

const sweep: Command = { kind: 'delete-expired' }
/** The morning of a day. */
const on = (date: string): string => `${date}T08:00:00.000Z`
const today = '2026-06-10'

/** What a day leaves of a region with these things in it and nothing else. */
const left = (things: Case, date = today): Region =>
  after(lending({ absences: [], ...things }), sweep, { at: on(date) }).region

describe('absences', () => {
  it.each([
    ['that ended a year and a day ago goes', '2025-06-09/pm', 0],
    ['that ended a year ago to the day stays', '2025-06-10/am', 1],
    ['that has not ended stays', undefined, 1],
  ])('of which one %s', (_, to, count) => {
    expect(left({ absences: [awayFor('city-p1', '2025-01-02/am', to)] }).absences).toHaveLength(count)
  })
})

describe('covers', () => {
  const halfDays = ['2025-06-01/am', '2025-06-10/pm', '2025-06-02/am']

  it.each<readonly [string, Partial<Booking>, number]>([
    ['that was settled a year and a day ago goes', { status: 'reconciled', closedAt: on('2025-06-09') }, 0],
    ['that was settled a year ago to the day stays', { status: 'reconciled', closedAt: on('2025-06-10') }, 1],
    ['that ended a year and a day ago goes', { status: 'ended', reason: 'declined', closedAt: on('2025-06-09') }, 0],
    ['that ended a year ago to the day stays', { status: 'ended', reason: 'declined', closedAt: on('2025-06-10') }, 1],
    [
      'that ended in the last minute of that evening goes',
      { status: 'ended', closedAt: '2025-06-09T21:59:59.999Z' },
      0,
    ],
    [
      'that ended when it was the next day in Germany stays',
      { status: 'ended', closedAt: '2025-06-09T22:00:00.000Z' },
      1,
    ],
    [
      'of which a file does not say when it was settled goes by its last half-day',
      { status: 'reconciled', halfDays: ['2025-06-01/am', '2025-06-09/pm'] },
      0,
    ],
    ['and stays as long as that does', { status: 'reconciled', halfDays }, 1],
    [
      'that lost its half-days goes by the last of those',
      {
        status: 'ended',
        halfDays: [],
        released: [{ halfDays: ['2025-06-09/am'], reason: 'broken', at: on('2026-01-02'), confirmed: true }],
      },
      0,
    ],
    [
      'and stays as long as that of those',
      {
        status: 'ended',
        halfDays: [],
        released: [{ halfDays: ['2025-06-10/am'], reason: 'broken', at: on('2025-01-02'), confirmed: true }],
      },
      1,
    ],
    [
      'that was agreed to and is not settled stays, however long ago',
      { status: 'confirmed', halfDays: ['2020-06-01/am'] },
      1,
    ],
    ['that a file says is done stays, however long ago', { status: 'done', halfDays: ['2020-06-01/am'] }, 1],
    ['that nobody answered stays until it is ended', { status: 'requested', halfDays: ['2020-06-01/am'] }, 1],
  ])('of which one %s', (_, fields, count) => {
    expect(left({ bookings: [cover({ halfDays, ...fields })] }).bookings).toHaveLength(count)
  })
})

const mark = (...days: string[]) => ({
  id: 'mark',
  kind: 'accepted-risk' as const,
  requirement: 'wanted',
  need: 0,
  halfDays: days.map((halfDay) => ({ halfDay, shortage: 1 })),
  by: 'hr',
  at: on('2025-01-02'),
})

describe('what was said of gaps', () => {
  it.each([
    ['goes a year and a day after the last half-day', mark('2025-06-09/pm', '2025-06-02/am'), 0],
    ['stays up to a year after the last half-day', mark('2025-06-10/am', '2025-06-02/am'), 1],
  ])('%s', (_, one, count) => expect(left({ marks: [one] }).gapMarks ?? []).toHaveLength(count))

  it('goes with the gap where it was a no', () => {
    const refusal = { requirement: 'wanted', need: 0, halfDay: '2025-06-09/am', specialist: 'city-p1' }
    const { changes } = decided(lending({ refusals: [refusal, { ...refusal, halfDay: '2026-06-09/am' }] }), sweep, {
      at: on(today),
    })
    expect(changes).toContainEqual({ kind: 'remove-refusal', refusal })
  })
})

describe('members', () => {
  it.each([
    ['who left a year and a day ago go', '2025-06-09', 0],
    ['who left a year ago to the day stay', '2025-06-10', 1],
    ['who have not left stay', undefined, 1],
  ])('%s', (_, validTo, count) => {
    expect(left({ members: [member('one', { validTo })] }).members ?? []).toHaveLength(count)
  })

  it('leave nobody as their deputy, and the region whole', () => {
    const members = [
      member('gone', { validTo: '2025-06-09', deputyOf: ['stays'] }),
      member('stays', { deputyOf: ['deputy'] }),
      member('deputy', { deputyOf: ['stays', 'gone'] }),
    ]
    expect(left({ members }).members).toEqual([
      member('deputy', { deputyOf: ['stays'] }),
      member('stays', { deputyOf: ['deputy'] }),
    ])
  })
})

const endedOn = (to: string) => ({ absences: [awayFor('city-p1', '2020-01-02/am', `${to}/am`)] })

describe('a year ago', () => {
  it.each<readonly [today: string, goes: string, stays: string]>([
    ['2028-02-29', '2027-02-27', '2027-02-28'],
    ['2028-02-28', '2027-02-27', '2027-02-28'],
    ['2028-03-01', '2027-02-28', '2027-03-01'],
    ['2029-02-28', '2028-02-27', '2028-02-28'],
    ['2029-03-01', '2028-02-29', '2028-03-01'],
    ['2026-01-01', '2024-12-31', '2025-01-01'],
    ['2026-12-31', '2025-12-30', '2025-12-31'],
  ])('on %s is after %s and not after %s', (date, goes, stays) => {
    expect(left(endedOn(goes), date).absences).toEqual([])
    expect(left(endedOn(stays), date).absences).toHaveLength(1)
  })

  it('is counted from the day in Germany', () => {
    const things = lending(endedOn('2025-06-10'))
    expect(decided(things, sweep, { at: '2026-06-10T21:59:59.999Z' }).changes).toEqual([])
    expect(decided(things, sweep, { at: '2026-06-10T22:00:00.000Z' }).changes).toHaveLength(1)
  })
})

it('what has gone stays gone: a second time there is nothing to delete', () => {
  const once = after(lending({ absences: [awayFor('city-p1', '2020-01-02/am', '2020-01-03/am')] }), sweep, {
    at: on(today),
  })
  expect(decided(once, sweep, { at: on(today) }).changes).toEqual([])
})
