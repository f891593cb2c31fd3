import { describe, expect, it } from 'vitest'
import { mergeAbsence } from './absence-merge.ts'
import type { Absence } from './specialist.ts'

type Time = Omit<Absence, 'id' | 'specialist'>
const absence = (id: string, time: Time): Absence => ({ id, specialist: 'city-p1', ...time })
/** Away from a half-day to another, or, where that is a date, without an end and looked at again then. */
const away = (from: string, end: string): Time => (end.includes('/') ? { from, to: end } : { from, reviewOn: end })

/** The time of an absence once it lies among others of the person, by which id, and which became part of it. */
function merged(one: Time, ...others: readonly Time[]) {
  const known = others.map((time, position) => absence(`known-${position}`, time))
  const whole = mergeAbsence(absence('new', one), known)
  const { id, from, to, reviewOn } = whole.absence
  return [id, from, to ?? reviewOn, ...whole.merged.map((gone) => gone.id).toSorted()].join(' ')
}

/** Wednesday morning to Friday afternoon. */
const wedToFri = away('2026-06-10/am', '2026-06-12/pm')

describe('absences of one person', () => {
  it.each<readonly [string, Time, Time, string]>([
    [
      'the later begins within it',
      wedToFri,
      away('2026-06-12/pm', '2026-06-16/am'),
      'new 2026-06-10/am 2026-06-16/am known-0',
    ],
    [
      'the earlier ends within it',
      wedToFri,
      away('2026-06-08/am', '2026-06-10/am'),
      'known-0 2026-06-08/am 2026-06-12/pm known-0',
    ],
    ['one lies within it', wedToFri, away('2026-06-11/am', '2026-06-11/pm'), 'new 2026-06-10/am 2026-06-12/pm known-0'],
    [
      'it lies within one',
      away('2026-06-11/am', '2026-06-11/pm'),
      wedToFri,
      'known-0 2026-06-10/am 2026-06-12/pm known-0',
    ],
    [
      'they adjoin at noon',
      away('2026-06-10/am', '2026-06-10/am'),
      away('2026-06-10/pm', '2026-06-10/pm'),
      'new 2026-06-10/am 2026-06-10/pm known-0',
    ],
    [
      'they adjoin at noon, the other way round',
      away('2026-06-10/pm', '2026-06-10/pm'),
      away('2026-06-10/am', '2026-06-10/am'),
      'known-0 2026-06-10/am 2026-06-10/pm known-0',
    ],
    [
      'they adjoin at midnight',
      wedToFri,
      away('2026-06-08/pm', '2026-06-09/pm'),
      'known-0 2026-06-08/pm 2026-06-12/pm known-0',
    ],
    [
      'they adjoin at midnight, the other way round',
      wedToFri,
      away('2026-06-13/am', '2026-06-13/am'),
      'new 2026-06-10/am 2026-06-13/am known-0',
    ],
    [
      'one without an end begins within it',
      wedToFri,
      away('2026-06-12/am', '2026-09-01'),
      'new 2026-06-10/am 2026-09-01 known-0',
    ],
    [
      'one without an end adjoins it',
      wedToFri,
      away('2026-06-13/am', '2026-09-01'),
      'new 2026-06-10/am 2026-09-01 known-0',
    ],
    [
      'it begins after the review date of one without an end',
      wedToFri,
      away('2026-01-01/am', '2026-02-01'),
      'known-0 2026-01-01/am 2026-02-01 known-0',
    ],
    [
      'it has no end, and one lies within it',
      away('2026-06-01/am', '2026-06-05'),
      wedToFri,
      'new 2026-06-01/am 2026-06-05 known-0',
    ],
    [
      'both have none: the later review date holds',
      away('2026-06-01/am', '2026-08-01'),
      away('2026-06-10/am', '2026-07-01'),
      'new 2026-06-01/am 2026-08-01 known-0',
    ],
    [
      'both have none, the other way round',
      away('2026-06-10/am', '2026-07-01'),
      away('2026-06-01/am', '2026-08-01'),
      'known-0 2026-06-01/am 2026-08-01 known-0',
    ],
  ])('are one where %s', (_, one, other, whole) => expect(merged(one, other)).toBe(whole))

  it.each<readonly [string, Time, Time]>([
    ['one half-day lies between, before it', wedToFri, away('2026-06-08/am', '2026-06-09/am')],
    ['one half-day lies between, after it', wedToFri, away('2026-06-13/pm', '2026-06-15/am')],
    ['a weekend lies between, though nobody works then', wedToFri, away('2026-06-15/am', '2026-06-16/pm')],
    ['one half-day lies before one without an end', wedToFri, away('2026-06-13/pm', '2026-09-01')],
    ['one half-day lies before its own', away('2026-06-13/pm', '2026-09-01'), wedToFri],
  ])('are two where %s', (_, one, other) => {
    expect(merged(one, other)).toBe(`new ${one.from} ${one.to ?? one.reviewOn}`)
  })

  it('are one where it fills what lies between two', () => {
    const before = away('2026-06-08/am', '2026-06-09/pm')
    const behind = away('2026-06-13/am', '2026-06-19/pm')
    for (const others of [
      [before, behind],
      [behind, before],
    ])
      expect(merged(wedToFri, ...others)).toMatch(/^known-[01] 2026-06-08\/am 2026-06-19\/pm known-0 known-1$/)
  })

  it('are one where others only touch each other once it is there', () => {
    const longer = away('2026-06-11/am', '2026-06-30/pm')
    const further = away('2026-06-25/am', '2026-07-31/pm')
    expect(merged(wedToFri, further, longer, away('2026-08-03/am', '2026-08-04/pm'))).toBe(
      'new 2026-06-10/am 2026-07-31/pm known-0 known-1',
    )
  })

  it('begin as the earliest of them, with its id', () => {
    const others = [away('2026-06-05/am', '2026-06-09/pm'), away('2026-06-01/am', '2026-06-04/pm')]
    expect(merged(wedToFri, ...others)).toBe('known-1 2026-06-01/am 2026-06-12/pm known-0 known-1')
  })
})
