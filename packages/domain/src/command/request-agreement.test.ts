import { describe, expect, it } from 'vitest'
import type { Case } from '../test-candidacy.ts'
import { ask, decided, lending, type Proposal, refused, thursday, wednesday, wednesdayPm } from '../test-command.ts'
import { booking } from '../test-region.ts'

/** The city may serve the parish under `pool` and, as far as a case says, under `further`. */
const two = (further: Case['furtherAgreement'], pool: Case['agreement'] = {}): Case => ({
  agreement: pool,
  furtherAgreement: further ?? {},
})
/** Half of Wednesday is lent under an agreement already. */
const used = (agreement: string): Case => ({
  bookings: [booking('city-p2', wednesdayPm, { authority: 'parish', area: 'payroll', agreement })],
})
const both = { halfDays: [wednesday, thursday] }

describe('a request that names no agreement', () => {
  it.each<readonly [string, Case, Partial<Proposal>, string]>([
    ['takes the only one', {}, {}, 'pool'],
    ['takes the first of two by id', two({}), {}, 'further'],
    ['takes the one with room where the first is used up', { ...two({ monthlyHalfDayLimit: 0 }) }, {}, 'pool'],
    [
      'takes the first where it has room for one half-day more',
      { ...two({ monthlyHalfDayLimit: 2 }), ...used('further') },
      {},
      'further',
    ],
    [
      'takes the other where the first has no room for all',
      { ...two({ monthlyHalfDayLimit: 2 }), ...used('further') },
      both,
      'pool',
    ],
    ['takes the one that is valid on all days', two({ validTo: '2026-06-10' }), both, 'pool'],
    ['takes the one that begins in time', two({ validFrom: '2026-06-11' }), both, 'pool'],
    ['passes by the one for another area', two({ areas: ['audit'] }), {}, 'pool'],
  ])('%s', (_, one, fields, agreement) => {
    expect(decided(lending(one), ask(fields)).changes).toMatchObject([{ member: { agreement } }])
  })

  it('is refused where none allows all of it, with what bars it under the first', () => {
    const one = two({ validTo: '2026-06-10' }, { validFrom: '2026-06-11' })
    expect(refused(lending(one), ask(both))).toEqual({
      code: 'barred',
      halfDays: [{ proposal: 0, halfDay: thursday, codes: ['no-agreement'] }],
    })
  })

  it('is refused where each is used up', () => {
    const one = two({ monthlyHalfDayLimit: 0 }, { monthlyHalfDayLimit: 0 })
    expect(refused(lending(one), ask({}))).toMatchObject({ halfDays: [{ codes: ['agreement-limit'] }] })
  })
})

describe('a request that names an agreement', () => {
  it('takes that one and no other', () => {
    expect(decided(lending(two({})), ask({ agreement: 'pool' })).changes).toMatchObject([
      { member: { agreement: 'pool' } },
    ])
  })

  it.each<readonly [string, Case, Partial<Proposal>, object]>([
    [
      'that begins the day after',
      two({}, { validFrom: '2026-06-11' }),
      {},
      [{ halfDay: wednesday, codes: ['no-agreement'] }],
    ],
    [
      'that ends before the last half-day',
      two({}, { validTo: '2026-06-10' }),
      both,
      [{ halfDay: thursday, codes: ['no-agreement'] }],
    ],
    ['for another area', two({}, { areas: ['audit'] }), {}, [{ halfDay: wednesday, codes: ['no-agreement'] }]],
    ['that is used up', two({}, { monthlyHalfDayLimit: 0 }), {}, [{ halfDay: wednesday, codes: ['agreement-limit'] }]],
    [
      'with room for the first half-day alone',
      { ...two({}, { monthlyHalfDayLimit: 2 }), ...used('pool') },
      both,
      [{ halfDay: thursday, codes: ['agreement-limit'] }],
    ],
    [
      'that is used up like every other',
      two({ monthlyHalfDayLimit: 0 }, { monthlyHalfDayLimit: 0 }),
      {},
      [{ halfDay: wednesday, codes: ['agreement-limit'] }],
    ],
  ])('%s is not replaced by another', (_, one, fields, halfDays) => {
    expect(refused(lending(one), ask({ agreement: 'pool', ...fields }))).toMatchObject({ code: 'barred', halfDays })
  })

  it('in-house is refused: nobody has an agreement with themselves', () => {
    const eachOther = { givers: ['city', 'parish'], receivers: ['city', 'parish'] }
    expect(refused(lending({ agreement: eachOther }), ask({ specialist: 'parish-r1', agreement: 'pool' }))).toEqual({
      code: 'barred',
      halfDays: [{ proposal: 0, halfDay: wednesday, codes: ['no-agreement'] }],
    })
  })
})

describe('a request that names what is not there', () => {
  it.each<readonly [string, Partial<Proposal>, object]>([
    ['person', { specialist: 'nobody' }, { pointer: '/proposals/1/specialist', to: 'specialist', id: 'nobody' }],
    ['authority', { authority: 'nowhere' }, { pointer: '/proposals/1/authority', to: 'authority', id: 'nowhere' }],
    ['area', { area: 'nothing' }, { pointer: '/proposals/1/area', to: 'area', id: 'nothing' }],
    ['agreement', { agreement: 'none' }, { pointer: '/proposals/1/agreement', to: 'agreement', id: 'none' }],
  ])('is told its place: %s', (_, fields, problem) => {
    expect(refused(lending(), ask({}, fields))).toEqual({
      code: 'invalid',
      problems: [{ code: 'unknown-reference', ...problem }],
    })
  })

  it('is told all of them', () => {
    const wrong = ask({ specialist: 'nobody', area: 'nothing' }, { agreement: 'none' })
    expect(refused(lending(), wrong)).toMatchObject({
      problems: [
        { pointer: '/proposals/0/specialist' },
        { pointer: '/proposals/0/area' },
        { pointer: '/proposals/1/agreement' },
      ],
    })
  })

  it.each<readonly [string, Partial<Proposal>]>([
    ['city-p1', { authority: 'city' }],
    ['parish-r1', { specialist: 'parish-r1', area: 'registry' }],
  ])('is told where it asks for somebody at their own post: %s', (_, fields) => {
    expect(refused(lending(), ask(fields))).toEqual({
      code: 'invalid',
      problems: [{ pointer: '/proposals/0/area', code: 'own-post' }],
    })
  })
})
