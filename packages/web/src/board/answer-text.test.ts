import { expect, it } from 'vitest'
import { speeches } from '../words/catalogue.ts'
import { answerText } from './answer-text.ts'
import { periodOf } from './period.ts'
import { summaryOf } from './summary.ts'
import { boardData, gapAt } from './test-board.ts'

const data = boardData({ days: ['2026-11-09', '2026-12-31'], gaps: [gapAt('2026-12-17/am')] })
const nobody = { area: undefined, authority: undefined }

it.each([
  ['a gap', '2026-12-14', '1 Lücke', '1 gap'],
  ['no gap', '2026-12-07', 'Keine Lücke', 'No gaps'],
  ['no gap in what is left of the week', '2026-11-25', 'Ab heute keine Lücke', 'No gaps from today on'],
  ['days gone by', '2026-11-16', 'Diese Tage sind vergangen', 'These days are over'],
  ['days that are not loaded', '2027-01-04', 'Dieser Zeitraum wird geladen …', 'Loading this period …'],
  ['days of which some are not loaded', '2026-12-28', 'Dieser Zeitraum wird geladen …', 'Loading this period …'],
])('the heading answers for %s', (_, from, german, english) => {
  const summary = summaryOf(data, periodOf(from, 'week'), nobody)
  const told = [speeches.de, speeches.en].map(({ words }) => answerText(summary, words).split(';')[0])
  expect(told).toEqual([german, english])
})

it('what comes soon is counted over the horizon, whatever period is shown', () => {
  const ahead = [gapAt('2026-11-25/pm', { severity: 'urgent' }), gapAt('2026-12-17/am')]
  const far = boardData({ days: ['2028-01-03', '2028-01-30'], gaps: [gapAt('2028-01-04/am')], ahead })
  const { gaps, soon, urgent, inAll } = summaryOf(far, periodOf('2028-01-03', 'month'), nobody)
  expect({ shown: gaps.length, soon, urgent, inAll }).toEqual({ shown: 1, soon: 1, urgent: 1, inAll: 2 })
})
