import { expect, it } from 'vitest'
import { speeches } from '../words/catalogue.ts'
import { aheadText, answerText } from './answer-text.ts'
import { periodOf } from './period.ts'
import { summaryOf } from './summary.ts'
import { boardData, gapAt } from './test-board.ts'

const data = boardData({ days: ['2026-11-09', '2026-12-31'], gaps: [gapAt('2026-12-17/am')] })
const chosen = { area: undefined, authority: undefined, own: { seesGaps: true } }

it.each([
  ['a gap', '2026-12-14', '1 Lücke', '1 gap'],
  ['no gap', '2026-12-07', 'Keine Lücke', 'No gaps'],
  ['no gap in what is left of the week', '2026-11-25', 'Ab heute keine Lücke', 'No gaps from today on'],
  ['days gone by', '2026-11-16', 'Diese Tage sind vergangen', 'These days are over'],
  ['days that are not loaded', '2027-01-04', 'Dieser Zeitraum wird geladen …', 'Loading this period …'],
  ['days of which some are not loaded', '2026-12-28', 'Dieser Zeitraum wird geladen …', 'Loading this period …'],
])('the heading answers for %s', (_, from, german, english) => {
  const summary = summaryOf(data, periodOf(from, 'week'), chosen)
  const told = [speeches.de, speeches.en].map(({ words }) => answerText(summary, words).split(';')[0])
  expect(told).toEqual([german, english])
})

it('what comes soon is counted over the horizon, whatever period is shown', () => {
  const ahead = [gapAt('2026-11-25/pm', { severity: 'urgent' }), gapAt('2026-12-17/am')]
  const far = boardData({ days: ['2028-01-03', '2028-01-30'], gaps: [gapAt('2028-01-04/am')], ahead })
  const { gaps, soon, urgent, inAll } = summaryOf(far, periodOf('2028-01-03', 'month'), chosen)
  expect({ shown: gaps.length, soon, urgent, inAll }).toEqual({ shown: 1, soon: 1, urgent: 1, inAll: 2 })
})

const need = { requirement: 'far', need: 0, area: 'payroll', roles: ['clerk'], severity: 'soon' } as const
const asking = boardData({
  days: ['2026-11-23', '2026-12-31'],
  needs: [
    { ...need, authority: 'city', halfDays: ['2026-12-08/am'] },
    { ...need, need: 1, authority: 'city', halfDays: ['2026-12-07/am'] },
    { ...need, authority: 'district', halfDays: ['2026-12-14/am', '2026-12-15/am'] },
  ],
})

it.each([
  ['one authority', '2026-12-07', '1 Behörde sucht Vertretung', '1 authority needs cover'],
  ['nobody', '2026-12-21', 'Niemand sucht Vertretung', 'Nobody needs cover'],
  ['what is left of a week', '2026-11-25', 'Ab heute sucht niemand Vertretung', 'Nobody needs cover from today on'],
])('whoever is told of no gaps reads who needs cover: %s', (_, from, german, english) => {
  const summary = summaryOf(asking, periodOf(from, 'week'), { ...chosen, own: { seesGaps: false } })
  expect([speeches.de, speeches.en].map(({ words }) => answerText(summary, words))).toEqual([german, english])
  expect([speeches.de, speeches.en].map(({ words }) => aheadText(summary, 'X', words))).toEqual([
    'Bis X suchen insgesamt 2 Behörden Vertretung.',
    '2 authorities need cover in all until X.',
  ])
})

it('whoever is told of gaps reads of their own first, and then who else needs cover', () => {
  const summary = summaryOf(asking, periodOf('2026-12-14', 'week'), chosen)
  expect(answerText(summary, speeches.de.words)).toBe('Keine Lücke')
  expect(aheadText(summary, 'X', speeches.de.words)).toBe(
    'In den nächsten 10 Arbeitstagen beginnt keine Lücke. Bis X insgesamt keine Lücke. 1 Behörde sucht Vertretung.',
  )
})
