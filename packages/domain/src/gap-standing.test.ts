import { describe, expect, it } from 'vitest'
import { june, marked } from './test-gaps.ts'
import { type Fields, nights, lookOf as on, type Step } from './test-nights.ts'
import { booking } from './test-region.ts'

const acknowledged = (short: string) => ({ gapMarks: [marked('acknowledged', short)] })
const accepted = (short: string) => ({ gapMarks: [marked('accepted-risk', short)] })

/** City-p1 is asked to cover all of a day. */
const asked = (day: number): Fields => ({
  bookings: [
    booking('city-p1', `${june(day)}/am`, {
      authority: 'parish',
      area: 'payroll',
      agreement: 'pool',
      status: 'requested',
      halfDays: [`${june(day)}/am`, `${june(day)}/pm`],
      expiresAt: '2026-05-01T08:00:00.000Z',
    }),
  ],
})

// The fortieth day is Friday 10 July: on Monday 1 June there are twenty-nine working days until then.

describe('the horizon that moves on', () => {
  const short = { horizonDays: 40 }

  it.each<readonly [string, readonly Step[], readonly (readonly string[])[]]>([
    [
      'makes no gap worse',
      [on(1, '40 43 44', short), on(4, '40 43 44', short)],
      [['hr: new (40)'], ['hr: due 28 (40 43)']],
    ],
    [
      'makes it worse where it brings a deeper shortage',
      [on(1, '40 43:2', short), on(4, '40 43:2', short)],
      [['hr: new (40)'], ['hr: worse 28 (40 43:2)']],
    ],
    [
      'does not hide what changes in sight later',
      [on(1, '40 44', short), on(4, '40 44', short), on(4, '40 43 44', short)],
      [['hr: new (40)'], ['hr: due 28 (40)'], ['hr: worse (40 43)']],
    ],
    [
      'brings gaps that are new',
      [on(1, '37 43', short), on(4, '37 43', short)],
      [['hr: new 28 (37)'], ['hr: new 28 (43)']],
    ],
  ])('%s', (_, steps, told) => expect(nights(steps)).toEqual(told))

  it('may have brought all that is left of a gap that nobody was told of', () => {
    const near = { horizonDays: 8 }
    const noticed = [on(1, '8', near), on(2, '8 9', near), on(2, '9', near)].map((byDay) => ({ byDay }))
    expect(nights([...noticed, on(3, '9', near)])).toEqual([['hr: new 7 (9)']])
  })

  it('and was shorter for a time tells nothing twice', () => {
    const told = nights([on(1, '36 37 38'), on(1, '36 37 38', { horizonDays: 10 }), on(1, '36 37 38')])
    expect(told).toEqual([['hr: new 28 (36 37 38)'], [], []])
  })
})

describe('a gap that somebody spoke of', () => {
  it.each<readonly [string, readonly Step[], readonly (readonly string[])[]]>([
    ['is not told as new', [on(1, '40', acknowledged('40'))], [[]]],
    ['is escalated no more', [on(1, '40'), on(39, '40', acknowledged('40'))], [['hr: new (40)'], []]],
    [
      'is told once it is longer than that',
      [on(1, '40'), on(1, '40 43', acknowledged('40'))],
      [['hr: new (40)'], ['hr: worse (40 43)']],
    ],
    [
      'is told once it is deeper than that',
      [on(1, '40'), on(1, '40:2', acknowledged('40'))],
      [['hr: new (40)'], ['hr: worse (40:2)']],
    ],
    [
      'is not told where it is as bad as that by now',
      [on(1, '40'), on(1, '40:2 43', acknowledged('40:2 43'))],
      [['hr: new (40)'], []],
    ],
    [
      'is escalated again once it is worse',
      [on(1, '40'), on(1, '40 43', acknowledged('40')), on(39, '40 43', acknowledged('40'))],
      [['hr: new (40)'], ['hr: worse (40 43)'], ['hr: due 1 (40 43)', 'chair: due 1 (40 43)']],
    ],
    [
      'is told as filled if it was told',
      [on(1, '40'), on(1, '40', acknowledged('40')), on(1, '')],
      [['hr: new (40)'], [], ['hr: filled (40)']],
    ],
    ['is not told as filled if it never was told', [on(1, '40', acknowledged('40')), on(1, '')], [[], []]],
    [
      'stays silent while the horizon moves on',
      [
        on(1, '8 9 10', { horizonDays: 9, ...acknowledged('8 9') }),
        on(3, '8 9 10 11', { horizonDays: 9, ...acknowledged('8 9') }),
      ],
      [[], []],
    ],
    [
      'is told as new once only days are left of it that nobody spoke of',
      [
        on(1, '8 9 10', { horizonDays: 9, ...acknowledged('8 9') }),
        on(10, '8 9 10 11', { horizonDays: 9, ...acknowledged('8 9') }),
      ],
      [[], ['hr: new 1 (10 11)', 'chair: due 1 (10 11)']],
    ],
    ['is not told where its risk is borne', [on(1, '40', accepted('40')), on(39, '40', accepted('40'))], [[], []]],
    [
      'is told by the days alone whose risk nobody bears',
      [on(1, '3 4 5 8 9 10 11', accepted('3 4 5'))],
      [['hr: new 7 (8 9 10 11)']],
    ],
    [
      'comes near by the days alone whose risk nobody bears',
      [on(1, '3 4 5 8'), on(1, '3 4 5 8', accepted('3 4 5')), on(3, '3 4 5 8', accepted('3 4 5'))],
      [['hr: new 3 (3 4 5 8)', 'chair: due 3 (3 4 5 8)'], [], []],
    ],
    [
      'is escalated where only the horizon brought what nobody bears',
      [
        on(1, '8 9 10', { horizonDays: 9, ...accepted('8 9') }),
        on(2, '8 9 10', { horizonDays: 9, ...accepted('8 9') }),
        on(3, '8 9 10', { horizonDays: 9, ...accepted('8 9') }),
      ],
      [[], ['hr: due 7 (10)'], []],
    ],
    [
      'half known and half borne is silent',
      [on(1, '8 9', { gapMarks: [marked('acknowledged', '8'), marked('accepted-risk', '9')] })],
      [[]],
    ],
  ])('%s', (_, steps, told) => expect(nights(steps)).toEqual(told))
})

describe('a gap for which enough people are asked', () => {
  it.each<readonly [string, readonly Step[], readonly (readonly string[])[]]>([
    ['is told as new, at no stage', [on(2, '40', asked(40))], [['hr: new (40)']]],
    ['is not escalated', [on(1, '40'), on(39, '40', asked(40))], [['hr: new (40)'], []]],
    [
      'is escalated once that came to nothing',
      [on(1, '40'), on(39, '40', asked(40)), on(39, '40')],
      [['hr: new (40)'], [], ['hr: due 1 (40)', 'chair: due 1 (40)']],
    ],
    [
      'is escalated where one more is missing',
      [on(1, '40:2'), on(39, '40:2', asked(40))],
      [['hr: new (40:2)'], ['hr: due 1 (40:2)', 'chair: due 1 (40:2)']],
    ],
    [
      'is escalated where another day of it is open',
      [on(1, '39 40'), on(39, '39 40', asked(40))],
      [['hr: new 28 (39 40)'], ['hr: due 1 (39 40)', 'chair: due 1 (39 40)']],
    ],
  ])('%s', (_, steps, told) => expect(nights(steps)).toEqual(told))
})
