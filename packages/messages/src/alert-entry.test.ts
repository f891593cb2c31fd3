import type { Alert } from '@vertretbar/domain/alert'
import { describe, expect, it } from 'vitest'
import type { Language } from './catalogue.ts'
import { normal } from './test-html.ts'
import { examples, read } from './test-mail.ts'

/** What a mail says of one alert, without the link: what stands between the heading of its section and the footer. */
const told = (alert: Alert, language: Language): string => {
  const entry =
    read([alert], language)
      .text.split(/\n-+\n\n\* /)[1]
      ?.split('\n\n=')[0] ?? ''
  return normal(entry.replaceAll(/https:\S+/g, ''))
}

const short = (halfDay: string, shortage: number) => ({ halfDay: `2026-12-${halfDay}`, shortage })

const days = 'Do., 17. Dez. bis Mo., 21. Dez. 2026, ganztags'
const payroll = "Personalabrechnung, Gemeinde C'D"

describe('a mail says', () => {
  it.each<readonly [string, Alert, string]>([
    [
      'of a new gap where, how many, when and what stands still',
      examples['gap-new'],
      `${payroll}: es fehlt 1 Person für Entgeltabrechnung (neu, bald) ${days} (Abrechnungslauf) Hält auf: registry.`,
    ],
    [
      'of a gap that got worse the same',
      { ...examples['gap-worse'], blocks: [] },
      `${payroll}: es fehlt 1 Person für Entgeltabrechnung (größer geworden, später) ${days} (Abrechnungslauf)`,
    ],
    [
      'of a new gap that is close how close it is',
      { ...examples['gap-new'], stage: 7 },
      `${payroll}: es fehlt 1 Person für Entgeltabrechnung (neu, bald) ${days} (Abrechnungslauf) Noch höchstens 7 Arbeitstage. Hält auf: registry.`,
    ],
    [
      'of a gap with different shortages the least and the most',
      { ...examples['gap-urgent'], blocks: [], halfDays: [short('17/am', 1), short('17/pm', 3)] },
      `${payroll}: es fehlen 1 bis 3 Personen für Entgeltabrechnung Do., 17. Dez. 2026, ganztags (Abrechnungslauf)`,
    ],
    [
      'of a gap that comes closer how many working days are left at most',
      examples['gap-due'],
      `${payroll}: es fehlt 1 Person für Entgeltabrechnung (dringend) ${days} (Abrechnungslauf) Noch höchstens 3 Arbeitstage. Hält auf: registry.`,
    ],
    [
      'of one that begins on the next working day that there is one day left',
      { ...examples['gap-due'], stage: 1, blocks: [] },
      `${payroll}: es fehlt 1 Person für Entgeltabrechnung (dringend) ${days} (Abrechnungslauf) Noch höchstens 1 Arbeitstag.`,
    ],
    [
      'of a gap that is filled which one, and no longer that anybody is missing or anything stands still',
      examples['gap-filled'],
      `${payroll}: Entgeltabrechnung ${days} (Abrechnungslauf)`,
    ],
    [
      'of a cover that broke that it does not take place',
      examples.cover,
      `${payroll} (Vertretung weggebrochen) Mo., 21. Dez. 2026, vormittags Verleihende Stelle: Stadt "A" & B. An diesen Halbtagen findet die Vertretung nicht statt.`,
    ],
    [
      'of a cover that was confirmed only when and from where',
      { ...examples.cover, notice: 'confirmed' },
      `${payroll} (Vertretung bestätigt) Mo., 21. Dez. 2026, vormittags Verleihende Stelle: Stadt "A" & B.`,
    ],
    [
      'of cover in-house that it is so',
      { ...examples.cover, notice: 'lent-in-house', lender: 'parish' },
      `${payroll} (Vertretung im eigenen Haus) Mo., 21. Dez. 2026, vormittags Im eigenen Haus.`,
    ],
    [
      'of a cover without half-days only what happened',
      { ...examples.cover, notice: 'reconciled', halfDays: [] },
      `${payroll} (Vertretung abgeglichen) Verleihende Stelle: Stadt "A" & B.`,
    ],
    [
      'of an answer that is wanted whose, and until when',
      examples['answer-wanted'],
      `${payroll} Mo., 21. Dez. 2026, vormittags Verleihende Stelle: Stadt "A" & B. Gefragt ist die Zustimmung der verleihenden Stelle. Antwort bis Di., 8. Dez. 2026, 17:00 Uhr, sonst verfällt die Anfrage.`,
    ],
    [
      'of an answer that the specialist gives in-house no lender',
      { ...examples['answer-wanted'], side: 'specialist', until: undefined, lender: 'parish' },
      `${payroll} Mo., 21. Dez. 2026, vormittags Im eigenen Haus. Gefragt ist die Zusage der Fachkraft.`,
    ],
    [
      'of a cover that is over what is to be done',
      examples['statement-wanted'],
      `${payroll} Mo., 21. Dez. 2026, vormittags Verleihende Stelle: Stadt "A" & B. Die Vertretung ist vorbei; abgerechnet wird, was beide Seiten bestätigen.`,
    ],
    [
      'of missing access to what, and for which cover',
      examples['access-missing'],
      `a: Gemeinde C'D Vertretung Personalabrechnung: Mo., 21. Dez. 2026, vormittags Verleihende Stelle: Stadt "A" & B. Der Zugang ist noch nicht eingetragen.`,
    ],
    [
      'of an agreement who serves whom, and its last day',
      examples['agreement-ends'],
      `Stadt "A" & B für Gemeinde C'D (Vereinbarung) Letzter Tag: Do., 31. Dez. 2026 Personalabrechnung`,
    ],
    [
      'of an authorisation where it is for, but not whose it is',
      examples['authorisation-ends'],
      `${payroll} (Bestellung oder Vollmacht) Letzter Tag: Do., 31. Dez. 2026 Es geht um eine einzelne Person.`,
    ],
    [
      'of a change of software which one ends',
      examples['software-changes'],
      `a: ${payroll} (Fachverfahren) Letzter Tag: Do., 31. Dez. 2026 Danach gilt ein anderes Fachverfahren oder keines.`,
    ],
  ])('%s', (_, alert, text) => expect(told(alert, 'de')).toBe(text))
})

describe('a mail in English says', () => {
  it.each<readonly [Alert['kind'], string]>([
    [
      'gap-new',
      "Payroll, Gemeinde C'D: 1 person is missing for Clerk (new, soon) Thu, 17 Dec to Mon, 21 Dec 2026, all day (Abrechnungslauf) Holds up: registry.",
    ],
    [
      'gap-worse',
      "Payroll, Gemeinde C'D: 1 person is missing for Clerk (larger, later) Thu, 17 Dec to Mon, 21 Dec 2026, all day (Abrechnungslauf) Holds up: registry.",
    ],
    [
      'gap-due',
      "Payroll, Gemeinde C'D: 1 person is missing for Clerk (urgent) Thu, 17 Dec to Mon, 21 Dec 2026, all day (Abrechnungslauf) At most 3 working days left. Holds up: registry.",
    ],
    ['gap-filled', "Payroll, Gemeinde C'D: Clerk Thu, 17 Dec to Mon, 21 Dec 2026, all day (Abrechnungslauf)"],
    [
      'gap-urgent',
      "Payroll, Gemeinde C'D: 1 person is missing for Clerk Thu, 17 Dec to Mon, 21 Dec 2026, all day (Abrechnungslauf) Holds up: registry.",
    ],
    [
      'cover',
      'Payroll, Gemeinde C\'D (cover broken) Mon, 21 Dec 2026, morning Lender: Stadt "A" & B. On these half-days the cover does not take place.',
    ],
    [
      'answer-wanted',
      'Payroll, Gemeinde C\'D Mon, 21 Dec 2026, morning Lender: Stadt "A" & B. The lender is asked for their consent. Please answer by Tue, 8 Dec 2026, 17:00; otherwise the request expires.',
    ],
    [
      'statement-wanted',
      'Payroll, Gemeinde C\'D Mon, 21 Dec 2026, morning Lender: Stadt "A" & B. The cover is over; what both sides confirm will be settled.',
    ],
    [
      'access-missing',
      'a: Gemeinde C\'D Cover in Payroll: Mon, 21 Dec 2026, morning Lender: Stadt "A" & B. The access is not on file yet.',
    ],
    ['agreement-ends', 'Stadt "A" & B for Gemeinde C\'D (agreement) Last day: Thu, 31 Dec 2026 Payroll'],
    [
      'authorisation-ends',
      "Payroll, Gemeinde C'D (appointment or power) Last day: Thu, 31 Dec 2026 It is that of one person.",
    ],
    [
      'software-changes',
      "a: Payroll, Gemeinde C'D (software) Last day: Thu, 31 Dec 2026 After that other software is used, or none.",
    ],
  ])('of %s all that it says in German', (kind, text) => expect(told(examples[kind], 'en')).toBe(text))
})
