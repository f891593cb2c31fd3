import { expect, it } from 'vitest'
import { type GapMark, isMarked } from './gap-mark.ts'
import { monday, thursday, wednesday, wednesdayPm } from './test-command.ts'

const gap = {
  requirement: 'wanted',
  need: 0,
  halfDays: [
    { halfDay: wednesday, shortage: 1 },
    { halfDay: thursday, shortage: 2 },
  ],
}
const mark = (fields: Partial<GapMark> = {}): GapMark => ({
  id: 'mark',
  kind: 'acknowledged',
  by: 'clerk-7',
  at: monday,
  ...gap,
  ...fields,
})
const on = (halfDay: string, shortage: number): Partial<GapMark> => ({ halfDays: [{ halfDay, shortage }] })

it.each<readonly [string, readonly GapMark[], boolean]>([
  ['a mark of it as it is', [mark()], true],
  ['no mark', [], false],
  ['a mark of the other kind', [mark({ kind: 'accepted-risk' })], false],
  ['a mark of another requirement', [mark({ requirement: 'home' })], false],
  ['a mark of another need', [mark({ need: 1 })], false],
  ['a mark of one half-day', [mark(on(wednesday, 1))], false],
  ['a mark for each half-day', [mark(on(wednesday, 1)), mark(on(thursday, 2))], true],
  ['a mark of less shortage', [mark(on(wednesday, 1)), mark(on(thursday, 1))], false],
  ['a mark of more shortage', [mark(on(wednesday, 1)), mark(on(thursday, 3))], true],
  ['a mark of more half-days', [mark({ halfDays: [...gap.halfDays, { halfDay: wednesdayPm, shortage: 1 }] })], true],
  ['a mark of other half-days', [mark(on(wednesday, 1)), mark(on('2026-06-11/pm', 2))], false],
])('a gap is covered by its marks, or not: %s', (_, marks, marked) => {
  expect(isMarked(gap, marks, 'acknowledged')).toBe(marked)
})

it('a gap whose risk is borne is not for that reason acknowledged, nor the other way round', () => {
  expect(isMarked(gap, [mark({ kind: 'accepted-risk' })], 'accepted-risk')).toBe(true)
  expect(isMarked(gap, [mark()], 'accepted-risk')).toBe(false)
})
