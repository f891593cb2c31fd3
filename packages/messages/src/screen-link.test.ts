import { describe, expect, it } from 'vitest'
import { linkTo } from './screen-link.ts'
import { examples, read } from './test-mail.ts'

it.each([
  ['a host', 'https://vertretbar.example', 'https://vertretbar.example/?lang=de'],
  ['a host and a port', 'http://localhost:4711/', 'http://localhost:4711/?lang=de'],
  ['a path', 'https://intern.example/vertretbar/', 'https://intern.example/vertretbar/?lang=de'],
])('a link begins with where the application lies: %s', (_, baseUrl, url) =>
  expect(linkTo({ kind: 'start' }, { baseUrl, language: 'de' })).toBe(url),
)

describe('a mail links', () => {
  const { 'gap-urgent': gap, 'gap-filled': filled, cover, 'agreement-ends': agreement } = examples
  const past = { ...gap, halfDays: [{ halfDay: '2026-12-04/pm', shortage: 1 }, ...gap.halfDays] }
  const over = { ...gap, halfDays: [{ halfDay: '2026-12-04/pm', shortage: 1 }] }
  const today = { ...gap, halfDays: [{ halfDay: '2026-12-07/am', shortage: 1 }, ...gap.halfDays] }
  it.each([
    ['a gap to its first half-day', gap, '?lang=en&from=2026-12-17&area=payroll&gap=run.0@2026-12-17-am'],
    ['a gap of today to today', today, '?lang=en&from=2026-12-07&area=payroll&gap=run.0@2026-12-07-am'],
    [
      'a gap that has begun to what is left of it',
      past,
      '?lang=en&from=2026-12-17&area=payroll&gap=run.0@2026-12-17-am',
    ],
    ['a gap that is over to where it was', over, '?lang=en&from=2026-12-04&area=payroll&gap=run.0@2026-12-04-pm'],
    ['a gap that is filled to its days', filled, '?lang=en&from=2026-12-17&area=payroll'],
    ['a cover to its days', cover, '?lang=en&from=2026-12-21&area=payroll'],
    ['a cover without days to its area', { ...cover, halfDays: [] }, '?lang=en&area=payroll'],
    ['an agreement to the application', agreement, '?lang=en'],
  ])('%s', (_, alert, query) =>
    expect(decodeURIComponent(read([alert], 'en').text)).toContain(`  https://vertretbar.example/${query}\n`),
  )
})
