import { readRegion } from '@vertretbar/domain/read-region'
import { languages } from '@vertretbar/messages/catalogue'
import { problemMessage } from '@vertretbar/messages/problem-message'
import { describe, expect, it } from 'vitest'
import { bytes, type Change, put, repeat, text } from './bad-input/file.ts'
import { missing, unknownField, wrongType } from './bad-input/shape.ts'
import { duplicatedField, notJson, notUtf8, tooDeep } from './bad-input/syntax.ts'
import { absences, reversedPeriod, together, unknownReference } from './bad-input/together.ts'
import { told } from './bad-input/told.ts'
import { notOneOf, outOfBounds, wrongFormat } from './bad-input/values.ts'

const tables = {
  'is not JSON': notJson,
  'is not UTF-8': notUtf8,
  'nests without end': tooDeep,
  'has a value of the wrong type': wrongType,
  'lacks a field': missing,
  'has an unknown field': unknownField,
  'has a field twice': duplicatedField,
  'has a text of the wrong format': wrongFormat,
  'leaves the bounds': outOfBounds,
  'has an unknown word': notOneOf,
  'refers to nothing': unknownReference,
  'has a period that ends before it begins': reversedPeriod,
  'has absences that cannot be': absences,
  'does not hold together': together,
}

const read = (change: Change) => readRegion(Buffer.from(change()))

describe.each(Object.entries(tables))('a region file that %s is refused', (_, rows) => {
  it.each(rows)('%s: at its place, with what would be right', (_name, change, problem) => {
    expect(read(change)).toEqual({ ok: false, refusal: [problem] })
  })

  it.each(rows)('%s: in sentences that tell wrong from right', (_name, _change, problem) => {
    for (const language of languages) {
      const sentence = problemMessage(problem, language)
      const [, right] = /^\p{Lu}[^—]+ — ([^—]+)\.$/u.exec(sentence) ?? []
      const { anywhere, behindDash } = told(problem, language)
      for (const fact of anywhere) expect(sentence).toContain(fact)
      for (const fact of behindDash) expect(right).toContain(fact)
      expect(right).toBeDefined()
    }
  })
})

describe('a region file that holds together is accepted', () => {
  it.each<readonly [string, Change]>([
    ['the reference region', () => bytes],
    ['the same with a byte order mark', () => `\uFEFF${text}`],
    ['a period of one day', put('/specialists/0/employment/validTo', '2019-01-01')],
    ['an absence of one half-day', put('/absences/0/to', '2026-12-14/am')],
    ['a review on the first day of the absence', put('/absences/21/reviewOn', '2026-11-16')],
    [
      'an absence that begins the half-day after another',
      repeat('/absences', { id: 'abs-new', from: '2026-12-24/am', to: '2026-12-24/am' }),
    ],
    ['a pattern of 4 weeks', put('/specialists/0/workPattern/0/weeks', [{}, {}, {}, {}])],
    ['limits of 0', put('/agreements/0/monthlyHalfDayLimit', 0)],
    ['a key of 12 digits', put('/authorities/0/keys/0/key', '031585407001')],
    ['29 February of a leap year', put('/asOf', '2028-02-29')],
    ['a booking that ended beside a live one', repeat('/bookings', { id: 'booking-new', status: 'ended' })],
  ])('%s', (_name, change) => {
    expect(read(change)).toMatchObject({ ok: true })
  })
})
