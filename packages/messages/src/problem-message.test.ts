import type { Fault, Warning } from '@vertretbar/domain/problem'
import { describe, expect, it } from 'vitest'
import { languages } from './catalogue.ts'
import { problemMessage, warningMessage } from './problem-message.ts'

/** One fault of every code: a code without one does not compile. */
const faults: { readonly [Code in Fault['code']]: Extract<Fault, { code: Code }> } = {
  'not-utf8': { code: 'not-utf8', byte: 7 },
  'not-json': { code: 'not-json', line: 3, column: 9 },
  'too-deep': { code: 'too-deep', levels: 64 },
  'duplicate-field': { code: 'duplicate-field', line: 3, column: 9 },
  'unknown-field': { code: 'unknown-field', known: ['id', 'name'] },
  'missing-field': { code: 'missing-field', expected: 'list' },
  'wrong-type': { code: 'wrong-type', expected: 'integer' },
  'not-one-of': { code: 'not-one-of', allowed: ['am', 'pm'] },
  'wrong-format': { code: 'wrong-format', format: 'date' },
  'too-small': { code: 'too-small', of: 'entries', minimum: 1 },
  'too-large': { code: 'too-large', of: 'characters', maximum: 200 },
  'duplicate-id': { code: 'duplicate-id', id: 'a', first: '/authorities/0/id' },
  'unknown-reference': { code: 'unknown-reference', to: 'authority', id: 'nowhere' },
  'reversed-period': { code: 'reversed-period', from: '2026-12-07', to: '2026-12-06' },
  'absence-without-end': { code: 'absence-without-end' },
  'absence-with-two-ends': { code: 'absence-with-two-ends' },
  'overlapping-absences': { code: 'overlapping-absences', other: '/absences/0' },
  'double-booking': { code: 'double-booking', halfDay: '2026-12-07/am', other: '/bookings/0' },
  'own-post': { code: 'own-post' },
  'no-other-receiver': { code: 'no-other-receiver' },
  'same-area': { code: 'same-area' },
  'reason-without-end': { code: 'reason-without-end' },
  'horizon-too-long': { code: 'horizon-too-long', days: 2000, maximum: 1100 },
}

const warnings: { readonly [Code in Warning['code']]: Extract<Warning, { code: Code }> } = {
  'closed-half-day': { code: 'closed-half-day', pointer: '/requirements/0', halfDay: '2026-12-24/am' },
  'booking-without-agreement': { code: 'booking-without-agreement', pointer: '/bookings/0' },
  'no-rate': { code: 'no-rate', pointer: '/agreements/0', area: 'audit' },
}

describe.each(languages)('in %s', (language) => {
  it.each(Object.values(faults))('$code says what is wrong, then what would be right', (fault) => {
    expect(problemMessage(fault, language)).toMatch(/^\p{Lu}[^—]+ — [^—]+\.$/u)
    expect(problemMessage(fault, language)).not.toMatch(/undefined|\[object/)
  })

  it.each(Object.values(warnings))('$code is a sentence', (warning) => {
    expect(warningMessage(warning, language)).toMatch(/^\p{Lu}.+\.$/u)
  })
})
