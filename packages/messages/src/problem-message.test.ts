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
  'deputy-of-oneself': { code: 'deputy-of-oneself' },
  'no-other-receiver': { code: 'no-other-receiver' },
  'same-area': { code: 'same-area' },
  'reason-without-end': { code: 'reason-without-end' },
  'horizon-too-long': { code: 'horizon-too-long', days: 2000, maximum: 1100 },
  'needed-by-booking': { code: 'needed-by-booking', to: 'specialist', id: 'a', booking: 'b' },
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

it('what is for the stored region is not looked for in a file', () => {
  const nobody: Fault = { code: 'unknown-reference', to: 'specialist', id: 'nobody' }
  expect(problemMessage(nobody, 'de', 'file')).toContain('gibt es in dieser Datei nicht')
  expect(problemMessage(nobody, 'de', 'store')).toContain('gibt es in dieser Region nicht')
  expect(problemMessage({ code: 'not-json', line: 1, column: 1 }, 'de', 'store')).not.toContain('Regionsdatei')
})

describe('a German sentence minds grammar and reader', () => {
  it.each<readonly [name: string, fault: Fault, sentence: string]>([
    [
      'an empty file is told what a region file is',
      { code: 'not-json', line: 1, column: 1 },
      'Schon ab Zeile 1, Spalte 1 ist die Datei kein JSON — bitte geben Sie eine Regionsdatei an; sie beginnt mit einer geschweiften Klammer.',
    ],
    [
      'one entry is singular',
      { code: 'too-small', of: 'entries', minimum: 1 },
      'Das ist zu wenig — richtig ist eine Liste von mindestens 1 Eintrag.',
    ],
    [
      'more entries are plural',
      { code: 'too-large', of: 'entries', maximum: 4 },
      'Das ist zu viel — richtig ist eine Liste von höchstens 4 Einträgen.',
    ],
    [
      'a date that the calendar lacks is not called a matter of form',
      { code: 'wrong-format', format: 'date' },
      'Dieser Text passt hier nicht — richtig ist ein Tag, den es im Kalender gibt, geschrieben wie 2026-12-07.',
    ],
    [
      'a missing date says how dates are written',
      { code: 'missing-field', expected: 'text', format: 'date' },
      'Dieses Feld fehlt — erwartet wird ein Text in Anführungszeichen, und zwar ein Tag, den es im Kalender gibt, geschrieben wie 2026-12-07.',
    ],
    [
      'a missing word says which words there are',
      { code: 'missing-field', expected: 'text', allowed: ['critical', 'normal'] },
      'Dieses Feld fehlt — erwartet wird einer der Werte „critical“, „normal“.',
    ],
    [
      'a field where none is known is to be removed',
      { code: 'unknown-field', known: [] },
      'Dieses Feld gibt es hier nicht — bitte streichen Sie es.',
    ],
    [
      'a role is looked for in its area',
      { code: 'unknown-reference', to: 'role', id: 'auditor' },
      'Die Funktion „auditor“ gibt es in diesem Fachbereich nicht — bitte nennen Sie eine vorhandene Kennung, oder ergänzen Sie den Eintrag.',
    ],
    [
      'a need has a number and no id',
      { code: 'unknown-reference', to: 'need', id: '1' },
      'Den Bedarf 1 gibt es in dieser Mindestbesetzung nicht — bitte nennen Sie die Nummer eines vorhandenen, gezählt ab 0.',
    ],
    [
      'the earliest end is named',
      { code: 'reversed-period', from: '2026-12-10/pm', to: '2026-12-10/am' },
      'Diese Angabe (2026-12-10/am) liegt vor dem Anfang (2026-12-10/pm) — richtig ist 2026-12-10/pm oder später.',
    ],
    [
      'the earliest review is a date also where the start is a half-day',
      { code: 'reversed-period', from: '2026-11-16/am', to: '2026-11-15' },
      'Diese Angabe (2026-11-15) liegt vor dem Anfang (2026-11-16/am) — richtig ist 2026-11-16 oder später.',
    ],
    [
      'what a booking needs may be of any gender',
      { code: 'needed-by-booking', to: 'area', id: 'audit', booking: 'b' },
      'Den Fachbereich „audit“ gibt es in dieser Datei nicht, doch die laufende Vertretung b ist darauf angewiesen — bitte lassen Sie den Eintrag in der Datei, oder beenden Sie zuerst die Vertretung.',
    ],
  ])('%s', (_, fault, sentence) => expect(problemMessage(fault, 'de')).toBe(sentence))
})
