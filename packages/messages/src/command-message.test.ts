import { describe, expect, it } from 'vitest'
import { languages } from './catalogue.ts'
import { type CommandFault, commandMessage } from './command-message.ts'

const at = '2026-11-26T16:00:00Z'

/** One fault of every code: a code without one does not compile. */
const faults: { readonly [Code in CommandFault['code']]: Extract<CommandFault, { code: Code }> } = {
  unknown: { code: 'unknown', what: 'booking', id: 'a' },
  barred: { code: 'barred', halfDays: [{ proposal: 0, halfDay: '2026-12-07/am', codes: ['not-available'] }] },
  'wrong-status': { code: 'wrong-status', status: 'ended' },
  'consent-given': { code: 'consent-given', side: 'lender' },
  'no-lender': { code: 'no-lender' },
  expired: { code: 'expired', expiresAt: at },
  'not-expired': { code: 'not-expired', expiresAt: at },
  'not-booked': { code: 'not-booked', halfDays: ['2026-12-07/am'] },
  'all-begun': { code: 'all-begun' },
  forbidden: { code: 'forbidden' },
  'identity-taken': { code: 'identity-taken' },
  'too-many-feeds': { code: 'too-many-feeds', most: 10 },
  unsettled: { code: 'unsettled', bookings: ['a', 'b'] },
  'no-region': { code: 'no-region' },
  'key-of-another': { code: 'key-of-another' },
  busy: { code: 'busy' },
  'still-needed': { code: 'still-needed', to: 'specialist', id: 'a' },
}

const whats = ['booking', 'absence', 'gap', 'specialist', 'entry', 'member', 'feed'] as const

describe.each(languages)('in %s', (language) => {
  it.each([...Object.values(faults), ...whats.map((what) => ({ code: 'unknown', what, id: 'a' }) as const)])(
    '$code $what says what stands against it, then what to do',
    (fault) => {
      expect(commandMessage(fault, language)).toMatch(/^\p{Lu}[^—]+ — (?:bitte|please) [^—]+\.$/u)
      expect(commandMessage(fault, language)).not.toMatch(/undefined|\[object/)
    },
  )
})

describe('a sentence has the facts', () => {
  it.each<readonly [name: string, fault: CommandFault, sentence: string]>([
    [
      'half-days that are barred alike are told as one',
      {
        code: 'barred',
        halfDays: [
          { proposal: 0, halfDay: '2026-12-07/am', codes: ['not-available', 'weekly-limit'] },
          { proposal: 0, halfDay: '2026-12-07/pm', codes: ['not-available', 'weekly-limit'] },
          { proposal: 0, halfDay: '2026-12-08/am', codes: ['not-short'] },
        ],
      },
      'Nicht buchbar: Mo., 7. Dez. 2026, ganztags (nicht verfügbar, Wochengrenze erreicht); Di., 8. Dez. 2026, vormittags (dort fehlt niemand) — bitte lassen Sie diese Halbtage weg, oder fragen Sie jemand anderen.',
    ],
    [
      'of several proposals each is told by its number, counted from 1',
      {
        code: 'barred',
        halfDays: [
          { proposal: 0, halfDay: '2026-12-07/am', codes: ['over'] },
          { proposal: 2, halfDay: '2026-12-07/am', codes: ['over'] },
        ],
      },
      'Nicht buchbar: Vorschlag 1: Mo., 7. Dez. 2026, vormittags (der Tag ist vorbei); Vorschlag 3: Mo., 7. Dez. 2026, vormittags (der Tag ist vorbei) — bitte lassen Sie diese Halbtage weg, oder fragen Sie jemand anderen.',
    ],
    [
      'a moment of winter is told as the clocks in Germany show it',
      { code: 'expired', expiresAt: '2026-11-26T16:00:00.000Z' },
      'Diese Anfrage ist am Do., 26. Nov. 2026, 17:00 Uhr verfallen — bitte fragen Sie neu an.',
    ],
    [
      'so is one of summer, on the day that it then is in Germany',
      { code: 'expired', expiresAt: '2026-07-01T22:05:00Z' },
      'Diese Anfrage ist am Do., 2. Juli 2026, 00:05 Uhr verfallen — bitte fragen Sie neu an.',
    ],
    [
      'a status is told in words',
      { code: 'wrong-status', status: 'requested' },
      'Der Stand dieser Vertretung ist „angefragt“, dazu passt dieser Schritt nicht — bitte sehen Sie nach, was jetzt ansteht.',
    ],
    [
      'what is still referred to may be of any gender',
      { code: 'still-needed', to: 'area', id: 'audit' },
      'Dieser Eintrag verweist noch auf den Fachbereich „audit“ — bitte ändern oder entfernen Sie ihn zuerst.',
    ],
  ])('%s', (_, fault, sentence) => expect(commandMessage(fault, 'de')).toBe(sentence))
})
