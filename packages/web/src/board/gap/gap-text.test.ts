import { expect, it } from 'vitest'
import { speeches } from '../../words/catalogue.ts'
import { boardData, gapAt } from '../test-board.ts'
import { deadlineText } from './gap-text.ts'

const paydays = ['2026-11-30', '2026-12-30', '2027-01-29'].map((on) => ({
  deadline: 'payday' as const,
  on,
  authorities: ['city'],
}))

const around = (workingDaysBefore: number, workingDaysAfter: number) =>
  ({ kind: 'deadline', deadline: 'payday', workingDaysBefore, workingDaysAfter, halves: ['am', 'pm'] }) as const

function told(halfDay: string, when: ReturnType<typeof around>, closed: readonly string[] = []): string | undefined {
  const data = boardData({ days: ['2026-11-23', '2027-02-22'], when, closed, deadlines: paydays })
  return deadlineText(gapAt(halfDay), data, speeches.de)
}

it.each([
  ['the day itself', '2026-11-30/pm', around(3, 0), '30. Nov. 2026'],
  ['the day after it belongs to the next', '2026-12-01/am', around(260, 0), '30. Dez. 2026'],
  ['a long window lies nearer to the deadline before', '2026-12-03/am', around(40, 0), '30. Dez. 2026'],
  ['the last day after a deadline that its window reaches', '2026-12-03/am', around(40, 3), '30. Nov. 2026'],
  ['the first day after the window', '2026-12-04/am', around(40, 3), '30. Dez. 2026'],
  ['a long window after two deadlines belongs to the first', '2027-01-04/am', around(0, 25), '30. Nov. 2026'],
] as const)('names the deadline a gap endangers: %s', (_, halfDay, when, expected) =>
  expect(told(halfDay, when)).toMatch(expected),
)

it('does not count the days on which the authority is closed', () =>
  expect(told('2026-12-04/am', around(40, 3), ['2026-12-02/am', '2026-12-02/pm'])).toMatch('30. Nov. 2026'))

it.each([
  ['a deadline before the days loaded might reach it', '2026-11-24/am', around(0, 2)],
  ['the deadline lies after the days loaded', '2027-02-01/am', around(260, 0)],
  ['the gap lies outside the days loaded', '2027-03-01/am', around(260, 0)],
] as const)('names none where %s', (_, halfDay, when) => expect(told(halfDay, when)).toBeUndefined())

it('names none where the requirement stands around no deadline', () =>
  expect(deadlineText(gapAt('2026-11-30/am'), boardData({ days: ['2026-11-23', '2027-02-22'] }), speeches.de)).toBe(
    undefined,
  ))
