import { describe, expect, it } from 'vitest'
import type { Booking } from '../booking.ts'
import { changed } from '../change.ts'
import type { Command } from '../command.ts'
import type { Region } from '../region.ts'
import { type Case, vacancy } from '../test-candidacy.ts'
import { after, cover, decided, inHouse, lending, refused, request, thursday, wednesday } from '../test-command.ts'
import { member } from '../test-member.ts'
import { awayFor, specialist } from '../test-region.ts'

const erase: Command = { kind: 'erase-person', specialist: 'city-p1' }
/** Thursday, when Wednesday is over. */
const at = '2026-06-11T08:00:00.000Z'

const settled = cover({ status: 'reconciled', closedAt: '2026-06-11T07:00:00.000Z' })
const declined = request({ id: 'no', halfDays: [thursday], status: 'ended', reason: 'declined' })
const refusal = { requirement: 'wanted', need: 0, halfDay: '2026-06-15/am', specialist: 'city-p1' }
const full: Case = {
  bookings: [settled, declined, request({ id: 'other', specialist: 'city-p2' })],
  absences: [vacancy, awayFor('city-p1', '2026-06-15/am', '2026-06-15/pm'), awayFor('city-p2', '2026-06-15/am')],
  refusals: [refusal, { ...refusal, specialist: 'city-p2' }],
  members: [
    member('person', { roles: [{ role: 'specialist', authority: 'city' }], specialist: 'city-p1' }),
    member('deputy', { deputyOf: ['person', 'chief'] }),
    member('chief', { specialist: 'city-p2' }),
  ],
}

const erasedFrom = (one: Case): Region => after(lending(one), erase, { at }).region
const nobodyOf = ({ specialists }: Region) => specialists.find(({ displayName }) => displayName === '–')

describe('whoever is erased', () => {
  it('is nowhere any more, by code or by name', () => {
    const named = { ...full, candidate: { displayName: 'LK P1' } }
    expect(JSON.stringify(lending(named).region)).toContain('LK P1')
    expect(JSON.stringify(erasedFrom(named))).not.toMatch(/city-p1|LK P1/)
  })

  it('leaves a nobody who was employed until yesterday, where they belonged, and can do nothing', () => {
    expect(nobodyOf(erasedFrom(full))).toEqual({
      id: 'new-7',
      displayName: '–',
      authority: 'city',
      homeArea: 'payroll',
      employment: { validFrom: '2026-06-10', validTo: '2026-06-10' },
      weeklyMinutes: [],
      workPattern: [],
      competences: [],
      authorisations: [],
      access: [],
      exclusions: [],
    })
  })

  it('leaves their bookings as they were, as those of nobody', () => {
    const region = erasedFrom(full)
    const nobody = nobodyOf(region)?.id
    expect(region.bookings).toEqual([
      { ...settled, specialist: nobody },
      { ...declined, specialist: nobody },
      request({ id: 'other', specialist: 'city-p2' }),
    ])
  })

  it('takes their absences, refusals and access along, and nobody else’s', () => {
    const region = erasedFrom(full)
    expect(region.absences.map(({ specialist: who }) => who).toSorted()).toEqual(['city-p2', 'parish-p1'])
    expect(region.refusals).toEqual([{ ...refusal, specialist: 'city-p2' }])
    expect(region.members).toEqual([
      member('chief', { specialist: 'city-p2' }),
      member('deputy', { deputyOf: ['chief'] }),
    ])
  })

  it('is a nobody each time: two of them are two', () => {
    const both = after(lending(full), erase, { at })
    const last = { kind: 'erase-person', specialist: 'parish-r1' } as const
    const { specialists } = after(both, last, { at }).region
    expect(specialists.filter(({ displayName }) => displayName === '–')).toHaveLength(2)
  })

  it('may be one of whom nothing else is known', () => {
    const changes = decided(lending({ candidate: {} }), erase, { at }).changes
    expect(changes.map(({ kind }) => kind)).toEqual(['put', 'remove'])
  })

  it('is told to nobody', () => {
    expect(decided(lending(full), erase, { at })).toMatchObject({ notices: [], ledger: [] })
  })
})

describe('nobody is erased', () => {
  it.each<readonly [string, Partial<Booking>, string]>([
    ['who is asked for', { status: 'requested' }, at],
    ['who is to cover', { status: 'confirmed', halfDays: ['2026-06-12/am'] }, at],
    ['who covers that day', { status: 'confirmed' }, '2026-06-10T08:00:00.000Z'],
    ['whose cover is over and not settled', { status: 'confirmed' }, at],
    ['whose cover a file says is over', { status: 'done' }, at],
    ['whose cover a file settles before it is over', { status: 'reconciled', halfDays: [thursday] }, at],
  ])('%s', (_, fields, now) => {
    const index = lending({
      bookings: [cover(fields), settled].map((one, number) => ({ ...one, id: `b${number}` })).slice(0, 1),
    })
    expect(refused(index, erase, { at: now })).toEqual({ code: 'unsettled', bookings: ['b0'] })
  })

  it('but once all of that is settled, the day after', () => {
    const index = lending({ bookings: [cover({ status: 'reconciled', halfDays: [thursday] })] })
    expect(refused(index, erase, { at })).toMatchObject({ code: 'unsettled' })
    expect(decided(index, erase, { at: '2026-06-12T08:00:00.000Z' }).changes).not.toEqual([])
  })

  it('for cover within their own authority either, as long as it is not over', () => {
    const index = lending({ bookings: [inHouse({ id: 'home', status: 'confirmed', halfDays: [wednesday] })] })
    const command: Command = { kind: 'erase-person', specialist: 'parish-r1' }
    expect(refused(index, command, { at })).toEqual({ code: 'unsettled', bookings: ['home'] })
  })

  it('who is not there', () => {
    const command: Command = { kind: 'erase-person', specialist: 'nobody' }
    expect(refused(lending(), command)).toEqual({ code: 'unknown', what: 'specialist', id: 'nobody' })
  })
})

it('an erasure leaves a region that holds together, and further commands find it so', () => {
  const index = after(lending(full), erase, { at })
  const more = after(index, { kind: 'put-entry', in: 'specialists', member: specialist('city-p3') }, { at })
  expect(more.region.specialists.map(({ id }) => id)).toContain('city-p3')
  expect(changed(index.region, [])).toEqual(index.region)
})
