import { describe, expect, it } from 'vitest'
import type { Command } from '../command.ts'
import { halfDayOf, numberOf } from '../half-day.ts'
import type { Absence } from '../specialist.ts'
import { vacancy } from '../test-candidacy.ts'
import { after, decided, lending, refused, wednesday, wednesdayPm } from '../test-command.ts'
import { awayFor } from '../test-region.ts'

type Time = Omit<Absence, 'id' | 'specialist'>
const record = (time: Time, specialist = 'city-p1'): Command => ({ kind: 'record-absence', specialist, ...time })
const change = (time: Time, absence = 'leave'): Command => ({ kind: 'change-absence', absence, ...time })
const end = (to: string, absence = 'leave'): Command => ({ kind: 'end-absence', absence, to })
const withdraw = (absence = 'leave'): Command => ({ kind: 'withdraw-absence', absence })

/** city-p1 is on leave from Wednesday to Friday. */
const leave: Absence = { ...awayFor('city-p1', wednesday, '2026-06-12/pm'), id: 'leave' }
const index = lending({ absences: [vacancy, leave] })
const absences = (command: Command, known = index) =>
  after(known, command).region.absences.filter(({ specialist }) => specialist === 'city-p1')

describe('an absence', () => {
  it.each<readonly [string, Time]>([
    ['of one half-day', { from: '2026-06-15/am', to: '2026-06-15/am' }],
    ['of many', { from: '2026-06-15/am', to: '2027-06-15/pm' }],
    ['in the past', { from: '2026-05-04/am', to: '2026-05-08/pm' }],
    ['without an end', { from: '2026-06-15/am', reviewOn: '2026-08-01' }],
    ['without an end, to be looked at on its first day', { from: '2026-06-15/pm', reviewOn: '2026-06-15' }],
  ])('is recorded %s', (_, time) => {
    expect(decided(index, record(time))).toStrictEqual({
      changes: [{ kind: 'put', in: 'absences', member: { id: 'new-3', specialist: 'city-p1', ...time } }],
      ledger: [],
      notices: [],
    })
  })

  it('becomes part of one that it touches, which keeps its id', () => {
    expect(decided(index, record({ from: '2026-06-13/am', to: '2026-06-14/pm' })).changes).toEqual([
      { kind: 'put', in: 'absences', member: { ...leave, to: '2026-06-14/pm' } },
    ])
  })

  it('takes the place of those that begin after it', () => {
    const early: Time = { from: '2026-06-08/am', reviewOn: '2026-07-01' }
    expect(decided(index, record(early)).changes).toEqual([
      { kind: 'remove', in: 'absences', id: 'leave' },
      { kind: 'put', in: 'absences', member: { id: 'new-3', specialist: 'city-p1', ...early } },
    ])
  })

  it('does not touch those of others', () => {
    expect(decided(index, record({ from: wednesday, to: wednesday }, 'city-p2')).changes).toEqual([
      { kind: 'put', in: 'absences', member: { id: 'new-3', specialist: 'city-p2', from: wednesday, to: wednesday } },
    ])
  })

  it('is never refused for lack of cover, not even of the last who is there', () => {
    const short = after(index, record({ from: wednesday, to: '2026-06-30/pm' }, 'city-p2'))
    expect(decided(short, record({ from: '2026-06-15/am', to: '2026-06-30/pm' })).changes).toHaveLength(1)
  })

  it.each<readonly [string, Time]>([
    ['to another time', { from: '2026-06-17/am', to: '2026-06-18/pm' }],
    ['to a part of its own', { from: wednesdayPm, to: '2026-06-11/am' }],
    ['to more than its own', { from: '2026-06-09/am', to: '2026-06-16/pm' }],
    ['to no end', { from: wednesday, reviewOn: '2026-07-01' }],
  ])('is changed %s', (_, time) => {
    expect(decided(index, change(time)).changes).toStrictEqual([
      { kind: 'put', in: 'absences', member: { id: 'leave', specialist: 'city-p1', ...time } },
    ])
  })

  it('that is changed becomes part of one that it then touches', () => {
    const early = { ...awayFor('city-p1', '2026-06-01/am', '2026-06-02/pm'), id: 'early' }
    const two = lending({ absences: [vacancy, leave, early] })
    expect(decided(two, change({ from: '2026-06-03/am', to: '2026-06-04/pm' })).changes).toEqual([
      { kind: 'remove', in: 'absences', id: 'leave' },
      { kind: 'put', in: 'absences', member: { ...early, to: '2026-06-04/pm' } },
    ])
    expect(absences(change({ from: '2026-06-01/pm', to: '2026-06-12/am' }, 'early'), two)).toEqual([
      { ...early, from: '2026-06-01/pm', to: '2026-06-12/pm' },
    ])
  })

  it.each([
    ['earlier than it would', wednesday],
    ['on its first half-day', wednesday],
    ['later than it would', '2026-06-19/am'],
  ])('ends %s', (_, to) => expect(absences(end(to))).toEqual([{ ...leave, to }]))

  it('without an end ends, and is not looked at again', () => {
    const { reviewOn: _, ...closed } = vacancy
    expect(after(index, end('2026-06-30/pm', vacancy.id)).region.absences).toContainEqual({
      ...closed,
      to: '2026-06-30/pm',
    })
  })

  it('is as if it had never been once it is withdrawn', () => {
    expect(decided(index, withdraw())).toEqual({
      changes: [{ kind: 'remove', in: 'absences', id: 'leave' }],
      ledger: [],
      notices: [],
    })
  })
})

describe('an absence is not taken', () => {
  it.each<readonly [string, Time, object]>([
    [
      'that ends before it begins',
      { from: wednesdayPm, to: wednesday },
      { pointer: '/to', code: 'reversed-period', from: wednesdayPm, to: wednesday },
    ],
    ['that has no end', { from: wednesday }, { pointer: '', code: 'absence-without-end' }],
    [
      'that has two ends',
      { from: wednesday, to: wednesdayPm, reviewOn: '2026-07-01' },
      { pointer: '/reviewOn', code: 'absence-with-two-ends' },
    ],
    [
      'that is looked at again before it begins',
      { from: wednesday, reviewOn: '2026-06-09' },
      { pointer: '/reviewOn', code: 'reversed-period', from: wednesday, to: '2026-06-09' },
    ],
  ])('%s', (_, time, problem) => {
    for (const command of [record(time), change(time)])
      expect(refused(index, command)).toEqual({ code: 'invalid', problems: [problem] })
  })

  it('that is to end before it begins', () => {
    expect(refused(index, end('2026-06-09/pm'))).toEqual({
      code: 'invalid',
      problems: [{ pointer: '/to', code: 'reversed-period', from: wednesday, to: '2026-06-09/pm' }],
    })
  })

  it.each([change({ from: wednesday, to: wednesday }, 'none'), end(wednesday, 'none'), withdraw('none')])(
    'that nobody knows: $kind',
    (command) => expect(refused(index, command)).toEqual({ code: 'unknown', what: 'absence', id: 'none' }),
  )

  it('of somebody whom nobody knows', () => {
    expect(refused(index, record({ from: wednesday, to: wednesday }, 'nobody'))).toEqual({
      code: 'unknown',
      what: 'specialist',
      id: 'nobody',
    })
  })

  it('of somebody who has 2000', () => {
    const first = numberOf('2027-01-01/am')
    const many = Array.from({ length: 1999 }, (_, position) => halfDayOf(first + 2 * position))
    const known = lending({ absences: [vacancy, leave, ...many.map((from) => awayFor('city-p1', from, from))] })
    const once: Time = { from: '2026-06-20/am', to: '2026-06-20/am' }
    expect(refused(known, record(once))).toEqual({
      code: 'invalid',
      problems: [{ pointer: '/specialist', code: 'too-large', of: 'entries', maximum: 2000 }],
    })
    expect(decided(after(known, withdraw()), record(once)).changes).toHaveLength(1)
    expect(decided(known, record(once, 'city-p2')).changes).toHaveLength(1)
  })
})
