import { describe, expect, it } from 'vitest'
import { alertsDue } from './alerts-due.ts'
import type { Region } from './region.ts'
import { dayNumber, june, marked } from './test-gaps.ts'
import { member } from './test-member.ts'
import { nights, lookOf as on, type Step, staff } from './test-nights.ts'
import { authority } from './test-region.ts'

// The fortieth day is Friday 10 July: on Monday 1 June there are twenty-nine working days until then.

describe('a gap is escalated', () => {
  it.each<readonly [string, number, string, readonly string[]]>([
    ['at no stage twenty-nine working days before', 1, '40', ['hr: new (40)']],
    ['at the first stage twenty-eight before', 2, '40', ['hr: new 28 (40)']],
    ['at the first stage fifteen before', 1, '22', ['hr: new 28 (22)']],
    ['at the second stage fourteen before', 1, '19', ['hr: new 14 (19)']],
    ['at the second stage eight before', 1, '11', ['hr: new 14 (11)']],
    ['at the third stage seven before', 1, '10', ['hr: new 7 (10)']],
    ['at the third stage four before', 1, '5', ['hr: new 7 (5)']],
    ['three before, and the coordinator is told', 1, '4', ['hr: new 3 (4)', 'chair: due 3 (4)']],
    ['at that stage two before', 1, '3', ['hr: new 3 (3)', 'chair: due 3 (3)']],
    ['at the last stage one before', 1, '2', ['hr: new 1 (2)', 'chair: due 1 (2)']],
    ['at the last stage on the day', 1, '1', ['hr: new 1 (1)', 'chair: due 1 (1)']],
    ['on a Sunday as on the Friday before Monday', 7, '8', ['hr: new 1 (8)', 'chair: due 1 (8)']],
    ['on that Friday', 5, '8', ['hr: new 1 (8)', 'chair: due 1 (8)']],
    ['on that Thursday', 4, '8', ['hr: new 3 (8)', 'chair: due 3 (8)']],
  ])('%s', (_, day, short, told) => expect(nights([on(day, short)])).toEqual([told]))

  it.each([
    ['over the end of summer time', '2026-10-23', '2026-10-28', 3],
    ['over the beginning of summer time', '2027-03-23', '2027-03-31', 7],
    ['over the days on which offices are closed at the end of the year', '2026-12-23', '2027-01-04', 7],
    ['over the last day of the year, which counts for nobody', '2026-12-30', '2027-01-04', 1],
  ])('by dates, %s', (_, today, date, stage) => {
    const told = nights([on(dayNumber(today), `${dayNumber(date)}`)])
    expect(told.flat()).toContain(`hr: new ${stage} (${dayNumber(date)})`)
  })

  it('at each stage once, and not in between', () => {
    const told = nights(Array.from({ length: 42 }, (_, day) => on(day + 1, '40')))
    expect(told.flatMap((one, day) => (one.length === 0 ? [] : [`${day + 1} ${one.join('; ')}`]))).toEqual([
      '1 hr: new (40)',
      '2 hr: due 28 (40)',
      '22 hr: due 14 (40)',
      '31 hr: due 7 (40)',
      '37 hr: due 3 (40); chair: due 3 (40)',
      '39 hr: due 1 (40); chair: due 1 (40)',
    ])
  })

  it('at the stage it has come to where it is first seen late, and at none before that on later nights', () => {
    expect(nights([on(1, '3'), on(2, '3'), on(3, '3'), on(4, '3')])).toEqual([
      ['hr: new 3 (3)', 'chair: due 3 (3)'],
      ['hr: due 1 (3)', 'chair: due 1 (3)'],
      [],
      [],
    ])
  })

  it('at the furthest stage alone after nights that were missed', () => {
    expect(nights([on(1, '40'), on(38, '40')])).toEqual([['hr: new (40)'], ['hr: due 3 (40)', 'chair: due 3 (40)']])
  })

  it('by the working days of the office that is short', () => {
    const closures = [{ date: june(2) }, { date: june(3) }]
    const closed = { authorities: [authority('city'), authority('parish', { closures })] }
    expect(nights([on(1, '8', closed)])).toEqual([['hr: new 3 (8)', 'chair: due 3 (8)']])
    expect(nights([on(1, '8')])).toEqual([['hr: new 7 (8)']])
  })

  it('once more where what split off comes near later, but at no stage that it was told at', () => {
    expect(
      nights([on(1, '8 9 10 11 12 15'), on(8, '8 9 10 11 12 15'), on(8, '8 15'), on(10, '15'), on(12, '15')]),
    ).toEqual([
      ['hr: new 7 (8 9 10 11 12 15)'],
      ['hr: due 1 (8 9 10 11 12 15)', 'chair: due 1 (8 9 10 11 12 15)'],
      [],
      ['hr: due 3 (15)', 'chair: due 3 (15)'],
      ['hr: due 1 (15)', 'chair: due 1 (15)'],
    ])
  })
})

describe('a gap is told', () => {
  it.each<readonly [string, readonly Step[], readonly (readonly string[])[]]>([
    ['as new once', [on(1, '40 44'), on(1, '40 44')], [['hr: new (40), new (44)'], []]],
    ['as worse where it grows', [on(1, '40'), on(1, '40 43')], [['hr: new (40)'], ['hr: worse (40 43)']]],
    ['as worse where it gets deeper', [on(1, '40'), on(1, '40:2')], [['hr: new (40)'], ['hr: worse (40:2)']]],
    ['as worse once', [on(1, '40'), on(1, '40:2'), on(1, '40:2')], [['hr: new (40)'], ['hr: worse (40:2)'], []]],
    ['not where it shrinks', [on(1, '40 43'), on(1, '43')], [['hr: new (40 43)'], []]],
    [
      'not where it is again as it was told before',
      [on(1, '40 43'), on(1, '43'), on(1, '40 43')],
      [['hr: new (40 43)'], [], []],
    ],
    [
      'as worse with the stage it has come to',
      [on(1, '40'), on(2, '40 43')],
      [['hr: new (40)'], ['hr: worse 28 (40 43)']],
    ],
    [
      'as worse to the coordinator as well, once that person knows of it',
      [on(1, '4'), on(1, '4 5')],
      [
        ['hr: new 3 (4)', 'chair: due 3 (4)'],
        ['hr: worse (4 5)', 'chair: worse (4 5)'],
      ],
    ],
    ['as filled once', [on(1, '40'), on(1, ''), on(1, '')], [['hr: new (40)'], ['hr: filled (40)'], []]],
    [
      'as new again once it was told to be filled',
      [on(1, '40'), on(1, ''), on(1, '40')],
      [['hr: new (40)'], ['hr: filled (40)'], ['hr: new (40)']],
    ],
    ['not as filled where it is over', [on(1, '2'), on(3, '')], [['hr: new 1 (2)', 'chair: due 1 (2)'], []]],
    [
      'as filled to all who knew, with the days alone that are ahead',
      [on(5, '8 9'), on(9, '')],
      [
        ['hr: new 1 (8 9)', 'chair: due 1 (8 9)'],
        ['hr: filled (9)', 'chair: filled (9)'],
      ],
    ],
    [
      'not as filled where what was filled is over by then',
      [on(5, '8'), { byDay: on(8, '') }, on(9, '')],
      [['hr: new 1 (8)', 'chair: due 1 (8)'], []],
    ],
    ['not at all where it came and went between two nights', [on(1, ''), { byDay: on(1, '40') }, on(2, '')], [[], []]],
    [
      'as nothing where it was filled and is back before anybody was told',
      [on(1, '40'), { byDay: on(1, '') }, on(1, '40'), on(1, '')],
      [['hr: new (40)'], [], ['hr: filled (40)']],
    ],
    [
      'as worse where it is back worse before anybody was told that it was filled',
      [on(1, '40'), { byDay: on(1, '') }, on(1, '40 43')],
      [['hr: new (40)'], ['hr: worse (40 43)']],
    ],
    [
      'no more once nobody asks for what was missing',
      [on(1, '40'), on(1, '40', { requirements: [] }), on(1, '40')],
      [['hr: new (40)'], [], ['hr: new (40)']],
    ],
    [
      'as worse by what lies between where two merge',
      [on(1, '38 40'), on(1, '38 39 40'), on(1, '')],
      [['hr: new 28 (38), new (40)'], ['hr: worse (38 39 40)'], ['hr: filled (38 39 40)']],
    ],
    ['not as news where it splits', [on(1, '38 39 40'), on(1, '38 40')], [['hr: new 28 (38 39 40)'], []]],
  ])('%s', (_, steps, told) => expect(nights(steps)).toEqual(told))
})

describe('what is still urgent', () => {
  it.each<readonly [string, readonly Step[], readonly (readonly string[])[]]>([
    ['makes no mail by itself', [on(1, '2'), on(2, '2')], [['hr: new 1 (2)', 'chair: due 1 (2)'], []]],
    [
      'is listed where there is one anyway',
      [on(1, '2'), on(2, '2 40')],
      [['hr: new 1 (2)', 'chair: due 1 (2)'], ['hr: new 28 (40), urgent (2)']],
    ],
    [
      'is not listed twice',
      [on(1, '2 40'), on(2, '2:2 40')],
      [
        ['hr: new 1 (2), new (40)', 'chair: due 1 (2)'],
        ['hr: worse (2:2), due 28 (40)', 'chair: worse (2:2)'],
      ],
    ],
    [
      'is not listed where somebody has said that they know',
      [on(1, '2'), on(2, '2 40', { gapMarks: [marked('acknowledged', '2')] })],
      [['hr: new 1 (2)', 'chair: due 1 (2)'], ['hr: new 28 (40)']],
    ],
    [
      'is not listed where its risk is borne',
      [on(1, '2'), on(2, '2 40', { gapMarks: [marked('accepted-risk', '2')] })],
      [['hr: new 1 (2)', 'chair: due 1 (2)'], ['hr: new 28 (40)']],
    ],
  ])('%s', (_, steps, told) => expect(nights(steps)).toEqual(told))
})

describe('whoever looks after a gap', () => {
  it.each<readonly [string, Region['members'], readonly string[]]>([
    [
      'is told once in several roles',
      [member('one', { roles: [{ role: 'hr-manager', authority: 'parish' }, { role: 'coordinator' }] })],
      ['one: new 3 (4)'],
    ],
    [
      'may be a deputy',
      [
        member('one', { roles: [{ role: 'hr-manager', authority: 'parish' }] }),
        member('two', { roles: [{ role: 'controller', authority: 'city' }], deputyOf: ['one'] }),
      ],
      ['one: new 3 (4)', 'two: new 3 (4)'],
    ],
    [
      'is the coordinator where there is nobody else',
      [member('chair', { roles: [{ role: 'coordinator' }] })],
      ['chair: new 3 (4)'],
    ],
    ['is none who looks after another office', staff, ['hr: new 3 (4)', 'chair: due 3 (4)']],
  ])('%s', (_, members, told) => expect(nights([on(1, '4', { members })])).toEqual([told]))

  it('is told as soon as there is anybody', () => {
    expect(nights([on(1, '40', { members: [] }), on(1, '40')])).toEqual([[], ['hr: new (40)']])
    expect(nights([on(1, '40'), on(1, '', { members: [] }), on(1, '')])).toEqual([
      ['hr: new (40)'],
      [],
      ['hr: filled (40)'],
    ])
  })
})

it('nothing is told by records of another look', () => {
  expect(() => alertsDue(on(1, '40'), { records: [], toldOnce: [], news: [], at: '2026-06-01T01:30:00.000Z' })).toThrow(
    `gaps that are not recorded: wanted 0 ${june(40)}/am`,
  )
})
