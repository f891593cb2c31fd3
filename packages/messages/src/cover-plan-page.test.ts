import type { HalfDay } from '@vertretbar/domain/half-day'
import { describe, expect, it } from 'vitest'
import { languages } from './catalogue.ts'
import type { CoverPlan, CoverPlanArea, CoverPlanState } from './cover-plan.ts'
import { coverPlanPage } from './cover-plan-page.ts'
import { readPage } from './test-html.ts'

const payroll = { de: 'Personalabrechnung', en: 'Payroll' }
const audit = { de: 'Rechnungsprüfung', en: 'Audit' }
const here = { authority: "Gemeinde C'D", area: payroll }
const elsewhere = { authority: 'Stadt "A" & B', area: payroll }

const there: CoverPlanState = { kind: 'there' }
const on = (halfDays: Readonly<Record<HalfDay, CoverPlanState>>): ReadonlyMap<HalfDay, CoverPlanState> =>
  new Map(Object.entries(halfDays))

const area: CoverPlanArea = {
  name: payroll,
  people: [
    {
      name: 'CR P1',
      home: here,
      halfDays: on({ '2026-12-16/am': there, '2026-12-17/pm': { kind: 'covers', place: elsewhere } }),
    },
    {
      name: 'CR P2',
      home: here,
      halfDays: on({ '2026-12-16/pm': { kind: 'asked', place: { ...here, area: audit } } }),
    },
    { name: 'CR P3', home: here, halfDays: on({ '2026-12-16/am': { kind: 'covers', place: elsewhere } }) },
  ],
  covers: [
    {
      name: 'LK P1',
      home: elsewhere,
      halfDays: on({
        '2026-12-16/am': { kind: 'covers', place: here },
        '2026-12-18/am': { kind: 'asked', place: here },
      }),
    },
    { name: 'LK P2', home: elsewhere, halfDays: on({ '2026-12-16/pm': { kind: 'asked', place: here } }) },
    {
      name: 'CR R1',
      home: { ...here, area: audit },
      halfDays: on({ '2026-12-28/am': { kind: 'covers', place: here } }),
    },
  ],
  gaps: [
    {
      task: 'Abrechnungslauf',
      roles: [{ de: 'Zahlungsanweisung', en: 'Approver' }],
      halfDays: [
        { halfDay: '2026-12-16/pm', shortage: 1 },
        { halfDay: '2026-12-17/pm', shortage: 2 },
      ],
      severity: 'urgent',
      state: 'requested',
    },
  ],
}

const days = Array.from({ length: 14 }, (_, at) => new Date(Date.UTC(2026, 11, 16 + at)).toISOString().slice(0, 10))

/** From a Wednesday on, Christmas Eve and Christmas closed. */
const plan: CoverPlan = {
  region: 'Region',
  authority: "Gemeinde C'D",
  version: 12,
  at: '2026-12-16T02:31:00.000Z',
  days,
  closed: ['19', '20', '24', '25', '26', '27'].flatMap((day) => [`2026-12-${day}/am`, `2026-12-${day}/pm`]),
  areas: [area],
  contacts: [
    { grant: { role: 'hr-manager', authority: 'cd' }, address: 'personal@cd.example', isDeputy: false },
    { grant: { role: 'coordinator' }, address: 'koordinierung@region.example', isDeputy: true },
  ],
  authorities: [{ id: 'cd', name: "Gemeinde C'D" }],
}

const read = (fields: Partial<CoverPlan> = {}) => readPage(coverPlanPage({ ...plan, ...fields }, 'de'))

describe.each(languages)('a cover plan (%s)', (language) => {
  const { faults, loads, tags, links } = readPage(coverPlanPage(plan, language))

  it('is a page without a fault that needs nothing but itself', () => {
    expect(faults).toEqual([])
    expect(loads).toEqual([])
    expect(tags.filter((tag) => ['script', 'img', 'link', 'iframe', 'form', 'button'].includes(tag))).toEqual([])
    expect(links).toEqual(['mailto:personal@cd.example', 'mailto:koordinierung@region.example'])
  })
})

describe('a cover plan says', () => {
  const { words, rows } = read()

  it.each([
    ['how many gaps there are', "Gemeinde C'D: 1 Lücke in den nächsten zwei Wochen"],
    ['of when and what it is', 'Region. Erstellt Mi., 16. Dez. 2026, 03:31 Uhr aus Stand Nr. 12.'],
    ['which day today is', 'Heute, Mi., 16. Dez. 2026'],
    [
      'what is open, for whom, how urgently, what is done about it and when',
      'Personalabrechnung: es fehlen 1 bis 2 Personen für Zahlungsanweisung (dringend, angefragt)Mi., 16. Dez. bis Do., 17. Dez. 2026, nachmittags (Abrechnungslauf)',
    ],
  ])('%s', (_, text) => expect(words).toContain(text))

  it('for each half-day of today who is there, who covers, who is asked, who is elsewhere and who is missing', () =>
    expect(rows.filter(([first]) => first === 'Personalabrechnung')).toEqual([
      [
        'Personalabrechnung',
        'Da: CR P1Vertritt hier: LK P1 (aus: Stadt "A" & B)Vertritt anderswo: CR P3 (Stadt "A" & B)',
        'Da: CR P2Hier angefragt, noch nicht zugesagt: LK P2 (aus: Stadt "A" & B)Lücke: 1 fehlt: Zahlungsanweisung (angefragt)',
      ],
      ['Personalabrechnung'],
      ['Personalabrechnung'],
    ]))

  it('whom to call', () =>
    expect(rows).toEqual(
      expect.arrayContaining([
        ["Personalverwaltung Gemeinde C'D", 'personal@cd.example'],
        ['Koordinierungsstelle (Stellvertretung)', 'koordinierung@region.example'],
      ]),
    ))

  const none = Array.from({ length: 10 }, () => 'keine Lücke')
  const notHere = Array.from({ length: 10 }, () => 'nicht hier')
  const away = Array.from({ length: 10 }, () => '–nicht da')
  const closed = ['geschlossen', 'geschlossen', 'geschlossen', 'geschlossen']
  it.each([
    [
      'a gap by the number of those who are missing',
      'Lücke: Abrechnungslauf (Zahlungsanweisung)',
      [none.with(1, '1 fehlt').with(3, '2 fehlen')],
    ],
    [
      'who is there, and where they cover',
      'CR P1',
      [away.with(0, 'da').with(3, 'vertritt: Stadt "A" & B'), away.toSpliced(2, 4, ...closed)],
    ],
    [
      'who is asked, and is there still',
      'CR P2',
      [away.with(1, 'da; angefragt: Rechnungsprüfung'), away.toSpliced(2, 4, ...closed)],
    ],
    [
      'who covers here and who is asked to',
      'LK P1 aus: Stadt "A" & B',
      [notHere.with(0, 'vertritt hier').with(4, 'angefragt')],
    ],
    [
      'who covers from another area, by that',
      'CR R1 aus: Rechnungsprüfung',
      [notHere.toSpliced(2, 4, ...closed).with(6, 'vertritt hier')],
    ],
  ])('in the weeks in which there is anything of it: %s', (_, name, weeks) =>
    expect(rows.filter(([first]) => first === name)).toEqual(weeks.map((cells) => [name, ...cells])),
  )

  it('the days of each week, weekends left out', () =>
    expect(rows.filter(([first]) => first === 'Wer').map((row) => row.slice(1))).toEqual([
      ['Mi., 16. Dez.', 'Do., 17. Dez.', 'Fr., 18. Dez.', 'Mo., 21. Dez.', 'Di., 22. Dez.'],
      ['Mi., 23. Dez.', 'Do., 24. Dez.', 'Fr., 25. Dez.', 'Mo., 28. Dez.', 'Di., 29. Dez.'],
    ]))
})

describe('where there is nothing to say a cover plan says so:', () => {
  it.each<readonly [string, Partial<CoverPlan>, string]>([
    ['no gap', { areas: [{ ...area, gaps: [] }] }, 'keine Lücke in den nächsten zwei Wochen'],
    ['no gap in the list', { areas: [{ ...area, gaps: [] }] }, 'In diesen zwei Wochen ist alles besetzt.'],
    ['nobody there', { areas: [{ ...area, people: [] }] }, 'Da: niemand da'],
    ['nobody to call', { contacts: [] }, 'Niemand ist eingetragen.'],
    ['a day on which all is closed', { closed: ['2026-12-16/am', '2026-12-16/pm'] }, 'Heute ist geschlossen.'],
  ])('%s', (_, fields, text) => expect(read(fields).words).toContain(text))

  it('a half-day on which all is closed', () =>
    expect(read({ closed: ['2026-12-16/pm'] }).rows.find(([first]) => first === 'Personalabrechnung')?.[2]).toBe(
      'geschlossen',
    ))
})
