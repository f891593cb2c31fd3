import { describe, expect, it } from 'vitest'
import type { Look } from './look.ts'
import { recorded } from './recorded-gaps.ts'
import { daysIn, june, lookOn, named, remembered } from './test-gaps.ts'

const monday = lookOn(1, '8 9 10')

describe('a gap keeps its id', () => {
  it.each<readonly [string, readonly Look[], readonly string[]]>([
    ['as it is', [monday, lookOn(1, '8 9 10')], ['g1 8 9 10']],
    ['where it grows at its end', [monday, lookOn(1, '8 9 10 11')], ['g1 8 9 10 11']],
    ['where it grows at its beginning', [monday, lookOn(1, '5 8 9 10')], ['g1 5 8 9 10']],
    ['where it gets deeper', [monday, lookOn(1, '8 9:2 10')], ['g1 8 9:2 10']],
    ['where it shrinks at its beginning', [monday, lookOn(1, '9 10')], ['g1 9 10']],
    ['where it shrinks to its last day', [monday, lookOn(1, '10')], ['g1 10']],
    ['where all but one day of it changes', [monday, lookOn(1, '10 11 12 15')], ['g1 10 11 12 15']],
    ['as its days go by', [monday, lookOn(9, '8 9 10')], ['g1 9 10']],
    ['on its very last day', [monday, lookOn(10, '8 9 10')], ['g1 10']],
    [
      'beside others that come and go',
      [monday, lookOn(1, '2 8 9 10'), lookOn(1, '8 9 10')],
      ['g1 8 9 10', 'g2 filled'],
    ],
  ])('%s', (_, looks, expected) => expect(named(remembered(looks))).toEqual(expected))

  it('is another where no half-day of it was short before', () => {
    expect(named(remembered([monday, lookOn(1, '11 12')]))).toEqual(['g1 filled', 'g2 11 12'])
  })

  it('and is another once it was filled', () => {
    expect(named(remembered([monday, lookOn(1, ''), lookOn(1, '8 9 10')]))).toEqual(['g1 filled', 'g2 8 9 10'])
  })
})

describe('a split', () => {
  it.each<readonly [string, readonly Look[], readonly string[]]>([
    ['leaves the id with the earliest part', [monday, lookOn(1, '8 10')], ['g1 8', 'g2 10']],
    [
      'gives each other part one of its own',
      [lookOn(1, '8 9 10 11 12'), lookOn(1, '8 10 12')],
      ['g1 8', 'g2 10', 'g3 12'],
    ],
    ['and another split', [monday, lookOn(1, '8 10'), lookOn(1, '8')], ['g1 8', 'g2 filled']],
    [
      'leaves the id with what is left where the earliest is filled',
      [monday, lookOn(1, '8 10'), lookOn(1, '10')],
      ['g1 filled', 'g2 10'],
    ],
    [
      'while days go by leaves it with the earliest that is ahead',
      [lookOn(1, '8 9 10 11 12'), lookOn(9, '10 12')],
      ['g1 10', 'g2 12'],
    ],
  ])('%s', (_, looks, expected) => expect(named(remembered(looks))).toEqual(expected))

  it('names the gap that was left', () => {
    const { records } = remembered([monday, lookOn(1, '8 10')])
    expect(records.map(({ history }) => history.map(({ kind, other }) => [kind, other]))).toEqual([
      [
        ['opened', undefined],
        ['changed', undefined],
      ],
      [['split', 'g1']],
    ])
  })
})

describe('of gaps that merge', () => {
  it.each<readonly [string, readonly Look[], readonly string[]]>([
    ['the id of the older stays', [lookOn(1, '8 10'), monday], ['g1 8 9 10', 'g2 merged g1']],
    ['the older is the later one', [lookOn(1, '10'), lookOn(1, '8 10'), monday], ['g1 8 9 10', 'g2 merged g1']],
    [
      'several close',
      [lookOn(1, '8 10 12'), lookOn(1, '8 9 10 11 12')],
      ['g1 8 9 10 11 12', 'g2 merged g1', 'g3 merged g1'],
    ],
    ['the parts that split are one again', [monday, lookOn(1, '8 10'), monday], ['g1 8 9 10', 'g2 merged g1']],
    [
      'the younger goes on as its later part where the older has taken its first',
      [lookOn(1, '8 10 11 12'), lookOn(1, '8 9 10 12')],
      ['g1 8 9 10', 'g2 12'],
    ],
    [
      'each goes on where one takes from the other',
      [lookOn(1, '8 9 11 12'), lookOn(1, '8 9 10 11 15'), lookOn(1, '8 9 10 11 12 15')],
      ['g1 8 9 10 11 12 15', 'g2 merged g1', 'g3 merged g1'],
    ],
  ])('%s', (_, looks, expected) => expect(named(remembered(looks))).toEqual(expected))
})

describe('a gap is closed', () => {
  it.each<readonly [string, readonly Look[], readonly string[]]>([
    ['as filled on its first day', [monday, lookOn(8, '')], ['g1 filled']],
    ['as filled on its last day', [monday, lookOn(10, '')], ['g1 filled']],
    ['as over the day after', [monday, lookOn(11, '')], ['g1 over']],
    ['as over, not filled, where nobody looked for long', [monday, lookOn(30, '8 9 10')], ['g1 over']],
  ])('%s', (_, looks, expected) => expect(named(remembered(looks))).toEqual(expected))

  it.each([
    ['thirty days after', 31 + 10, ['g1 over']],
    ['no longer', 31 + 11, []],
  ])('and is remembered %s', (_, day, expected) => {
    expect(named(remembered([lookOn(day, '')], remembered([monday, lookOn(11, '')])))).toEqual(expected)
  })
})

describe('the horizon', () => {
  const short = { horizonDays: 9 }

  it('that moves on makes the gap at its end longer, and nothing happens to it', () => {
    const { records } = remembered([
      lookOn(1, '8 9 10 11 12', short),
      lookOn(2, '8 9 10 11 12', short),
      lookOn(3, '8 9 10 11 12', short),
    ])
    expect(records.map(({ history, cameWithHorizon }) => [history.length, daysIn(cameWithHorizon)])).toEqual([
      [1, '10 11'],
    ])
  })

  it.each<readonly [string, readonly Look[], string, number]>([
    ['and brings a deeper shortage', [lookOn(1, '8 9 10:2', short), lookOn(2, '8 9 10:2', short)], '', 2],
    [
      'and brings one as deep as there was',
      [lookOn(1, '8:2 9 10:2', short), lookOn(2, '8:2 9 10:2', short)],
      '10:2',
      1,
    ],
    ['while a day in sight is short anew', [lookOn(1, '8 9', short), lookOn(2, '5 8 9', short)], '', 2],
    [
      'after which what it brought gets deeper',
      [lookOn(1, '8 9 10', short), lookOn(2, '8 9 10', short), lookOn(2, '8 9 10:2', short)],
      '10',
      2,
    ],
    [
      'over a day that is not short, after which it is',
      [lookOn(1, '8 9', short), lookOn(2, '8 9', short), lookOn(2, '8 9 10', short)],
      '',
      2,
    ],
  ])('that moves on %s', (_, looks, came, events) => {
    const { records } = remembered(looks)
    expect(records.map(({ history, cameWithHorizon }) => [history.length, daysIn(cameWithHorizon)])).toEqual([
      [events, came],
    ])
  })

  it.each<readonly [string, readonly Look[], readonly string[]]>([
    ['a gap beyond it is neither filled nor over', [monday, lookOn(1, '8 9 10', { horizonDays: 7 })], ['g1 8 9 10']],
    [
      'it comes back with its id',
      [monday, lookOn(1, '8 9 10', { horizonDays: 7 }), lookOn(2, '8 9 10 11')],
      ['g1 8 9 10 11'],
    ],
    [
      'what of it is beyond stays with it, though what is in sight is filled',
      [monday, lookOn(1, '9 10', short), lookOn(1, '10', short), lookOn(1, '10')],
      ['g1 10'],
    ],
    [
      'what is beyond goes with the latest part',
      [monday, lookOn(1, '8', { horizonDays: 8 }), lookOn(1, '8 10')],
      ['g1 8', 'g2 10'],
    ],
    ['it is filled once it is looked at', [monday, lookOn(1, '', { horizonDays: 7 }), lookOn(2, '')], ['g1 filled']],
    [
      'it is over where it was never looked at again',
      [monday, lookOn(1, '', { horizonDays: 7 }), lookOn(11, '')],
      ['g1 over'],
    ],
  ])('that was made shorter: %s', (_, looks, expected) => expect(named(remembered(looks))).toEqual(expected))
})

describe('what happened to a gap', () => {
  it('is told with the half-days at which it did', () => {
    const { records } = remembered([monday, lookOn(2, '8:2 10 11'), lookOn(2, '')])
    const days = records.flatMap(({ id, history }) =>
      history.map(
        ({ kind, halfDays }) =>
          `${id} ${kind} ${halfDays.map((one) => `${one.halfDay.slice(8)} ${one.shortage}`).join(', ')}`,
      ),
    )
    expect(days).toEqual([
      'g1 opened 08/am 1, 08/pm 1, 09/am 1, 09/pm 1, 10/am 1, 10/pm 1',
      'g1 changed 08/am 2, 08/pm 2, 09/am 0, 09/pm 0, 10/am 0, 10/pm 0',
      'g1 filled ',
      'g2 split 10/am 1, 10/pm 1, 11/am 1, 11/pm 1',
      'g2 filled ',
    ])
  })

  it('is nothing where only time goes by', () => {
    const before = remembered([monday])
    expect(remembered([lookOn(9, '8 9 10')], before).records.map(({ history }) => history.length)).toEqual([1])
  })

  it('is nothing where it is out of sight', () => {
    const { records } = remembered([monday, lookOn(1, '', { horizonDays: 7 }), lookOn(2, '', { horizonDays: 6 })])
    expect(records.map(({ history, halfDays }) => [history.length, daysIn(halfDays)])).toEqual([[1, '8 9 10']])
  })

  it('is forgotten of days gone by, but for its history', () => {
    const [gap, ...others] = remembered([
      lookOn(1, '8 9 10', { horizonDays: 8 }),
      lookOn(3, '8 9 10', { horizonDays: 8 }),
    ]).records
    if (gap === undefined) throw new Error('no gap')
    const told = { ...gap, told: { halfDays: gap.halfDays } }
    const before = { day: june(3), lookedUntil: `${june(10)}/pm`, records: [told, ...others] }
    const [after] = remembered([lookOn(10, '8 9 10')], before).records
    expect([after?.cameWithHorizon, after?.told?.halfDays].map((days) => daysIn(days ?? []))).toEqual(['10', '10'])
  })

  it('is nothing on a second look', () => {
    const before = remembered([monday, lookOn(2, '8 10 12', { horizonDays: 9 })])
    expect(remembered([lookOn(2, '8 10 12', { horizonDays: 9 })], before)).toEqual(before)
  })

  it('is kept with its beginning and the latest hundred or so', () => {
    const looks = Array.from({ length: 150 }, (_, position) => lookOn(1, position % 2 === 0 ? '8' : '8:2'))
    const [gap] = remembered(looks).records
    expect(gap?.history.map(({ kind }) => kind)).toEqual(['opened', ...Array.from({ length: 99 }, () => 'changed')])
    expect(gap?.history.at(-1)?.at).toBe('2026-06-01T10:29:00.000Z')
  })
})

it('a region in which nobody looked before has its gaps in the order in which they are found', () => {
  const sighting = recorded(undefined, lookOn(1, '8 10 12'), { at: `${june(1)}T08:00:00.000Z`, newId: () => 'one' })
  expect(sighting).toMatchObject({ day: june(1), lookedUntil: '2026-08-29/pm' })
  expect(sighting.records.map(({ halfDays }) => daysIn(halfDays))).toEqual(['8', '10', '12'])
})
