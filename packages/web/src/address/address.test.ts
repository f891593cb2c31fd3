import { expect, it } from 'vitest'
import { queryOf, readAddress } from './address.ts'

it.each([
  '?lang=de',
  '?lang=en&from=2026-12-14&span=week&area=payroll&authority=cremlingen&search=LK+P1&gap=a.1.0%402026-12-17-am&plan=x&view=table',
])('comes back from %s as it was', (query) => expect(queryOf(readAddress(query, []))).toBe(query))

it.each([
  ['a day that is none', '?lang=de&from=2026-02-30'],
  ['a span that is none', '?lang=de&span=year'],
  ['a view that is none', '?lang=de&view=map'],
  ['empty values', '?lang=de&area=&authority=&gap=&plan=&search='],
])('takes %s as not given', (_, query) => expect(queryOf(readAddress(query, []))).toBe('?lang=de'))

it.each([
  ['what the address says', '?lang=en', ['de-DE'], 'en'],
  ['what the browser asks for first', '', ['en-GB', 'de'], 'en'],
  ['German before English where that comes first', '', ['de-AT', 'en'], 'de'],
  ['the first of the two that the browser knows', '', ['fr', 'en'], 'en'],
  ['German where nobody asks for either', '', ['fr'], 'de'],
  ['German for a language that is none of both', '?lang=fr', [], 'de'],
])('speaks %s', (_, query, wished, language) => expect(readAddress(query, wished).language).toBe(language))
