import type { Alternative } from '@vertretbar/domain/explanation'
import { describe, expect, it } from 'vitest'
import { speeches } from '../words/catalogue.ts'
import { alternativeText, helpTexts, partTexts, shortageText } from './explanation-text.ts'
import { namesOf } from './names.ts'
import { boardData } from './test-board.ts'
import { changes, helpWith, reasonsWith } from './test-explanation.ts'

const { de, en } = speeches
const data = boardData({ days: ['2026-12-14', '2026-12-20'] })
const names = namesOf(data.region, 'de')

describe('shortage in words', () => {
  it.each([
    [5, 0, '5 kritische Halbtage mehr unbesetzt', '5 more critical half-days unfilled'],
    [-1, 0, '1 kritischer Halbtag weniger unbesetzt', '1 fewer critical half-day unfilled'],
    [0, 1, '1 Halbtag mehr unbesetzt', '1 more half-day unfilled'],
    [4, 1, '5 Halbtage mehr unbesetzt, davon 4 kritisch', '5 more half-days unfilled, 4 of them critical'],
    [-2, -3, '5 Halbtage weniger unbesetzt, davon 2 kritisch', '5 fewer half-days unfilled, 2 of them critical'],
    [
      -2,
      1,
      '2 kritische Halbtage weniger unbesetzt, 1 anderer Halbtag mehr unbesetzt',
      '2 fewer critical half-days unfilled, 1 more other half-day unfilled',
    ],
  ])('of %i critical and %i other half-days', (criticalShortage, normalShortage, german, english) => {
    const change = { criticalShortage, normalShortage }
    expect([shortageText(change, de.words), shortageText(change, en.words)]).toEqual([german, english])
  })
})

describe('what an assignment does for its plan', () => {
  it.each([
    [
      'that it saves and what it takes',
      { criticalShortage: -1, normalShortage: -1, handOvers: 1, halfDays: 2 },
      ['Ohne diese Vertretung: 2 Halbtage mehr unbesetzt, davon 1 kritisch', 'Dafür nötig: 1 Übergabe, 2 Halbtage'],
    ],
    [
      'that a half-day counts for several tasks',
      { criticalShortage: -3, handOvers: 2, halfDays: 2 },
      [
        'Ohne diese Vertretung: 3 kritische Halbtage mehr unbesetzt (je Aufgabe gezählt)',
        'Dafür nötig: 2 Übergaben, 2 Halbtage',
      ],
    ],
    ['no hand-over where there is none, nor a loss', { halfDays: 2 }, ['Dafür nötig: 2 Halbtage']],
  ])('tells %s', (_, part, told) => expect(partTexts(reasonsWith({ part: changes(part) }), de.words)).toEqual(told))
})

const instead = [
  { specialist: 'p', authority: 'city', area: 'payroll', agreement: 'a', halfDays: ['2026-12-17/am'] },
  { specialist: 'p', authority: 'city', area: 'payroll', agreement: 'b', halfDays: ['2026-12-17/pm'] },
]

const told = (fields: Partial<Alternative>): string =>
  alternativeText({ price: changes(), proven: true, instead, ...fields }, names, de.words)

describe('the next best solution', () => {
  it.each([
    ['just as good', {}, 'ebenso gut'],
    ['critical first', { criticalShortage: 1, normalShortage: -9 }, '1 kritischer Halbtag mehr unbesetzt'],
    ['shortage before hand-overs', { normalShortage: 2, handOvers: -1 }, '2 Halbtage mehr unbesetzt'],
    ['hand-overs', { handOvers: 1, halfDays: -3 }, '1 Übergabe mehr'],
    ['half-days', { halfDays: 2, effort: -1 }, '2 Halbtage Vertretung mehr'],
    ['effort', { effort: 2, fairness: -18 }, 'mehr Aufwand'],
    ['fairness', { fairness: 18 }, 'ungleicher verteilt'],
  ])('names people and the first level that differs: %s', (_, price, cost) =>
    expect(told({ price: changes(price) })).toBe(`Nächstbeste Lösung: P (City), 2 Halbtage – ${cost}`),
  )

  it('is told as a better one where the search for it found that', () =>
    expect(told({ price: changes({ handOvers: -1, halfDays: 2 }) })).toBe(
      'Längere Suche fand eine bessere Lösung (1 Übergabe weniger): Planen Sie bitte neu.',
    ))

  it('may not be the next best where that is not proven', () =>
    expect(told({ proven: false })).toMatch(/ – ebenso gut; eine bessere Lösung ist nicht ausgeschlossen$/))

  it('is nobody where the place is then left short', () => {
    const nobody = told({ instead: [], price: changes({ normalShortage: 6 }) })
    expect(nobody).toBe('Sonst ist niemand dafür frei: 6 Halbtage mehr unbesetzt')
  })

  it('goes without anybody instead where nothing is left short by that', () =>
    expect(told({ instead: [], price: changes({ handOvers: 1 }) })).toMatch(/: ohne Ersatz – 1 Übergabe mehr$/))

  it('was not looked for where time was up', () =>
    expect(alternativeText(undefined, names, en.words)).toBe('Next best solution: not looked for, time was up'))
})

const texts = (fields: Parameters<typeof helpWith>[0]) => helpTexts(helpWith(fields), { names, data, speech: de })

describe('what would help', () => {
  it('names the change and what is then no longer missing', () =>
    expect(texts({ removed: { criticalShortage: 2, normalShortage: 1 } })).toEqual([
      'Zugang für P (City) zu – bei City',
      '3 Halbtage weniger unbesetzt, davon 2 kritisch',
    ]))

  it('says where that is not proven', () =>
    expect(texts({ proven: false })[1]).toBe('1 kritischer Halbtag weniger unbesetzt (nicht zu Ende gerechnet)'))

  it('names an agreement by its form and areas, never by its id', () => {
    const agreements = [
      { id: 'pool', legalForm: 'assistance' as const, areas: ['payroll'], givers: ['city'], receivers: ['town'] },
    ]
    const region = {
      ...data.region,
      agreements,
      serviceAreas: [
        {
          id: 'payroll',
          name: { de: 'Entgelt', en: 'Payroll' },
          roles: [],
          lenderConsent: 'area-head' as const,
          blocks: [],
        },
      ],
    }
    const help = helpWith({ measure: { kind: 'agreement-limit', agreement: 'pool', halfDays: 40 } })
    const [german, english] = ([de, en] as const).map(
      (speech) => helpTexts(help, { names: namesOf(region, speech.language), data: { ...data, region }, speech })[0],
    )
    expect(german).toBe('Monatsgrenze der Vereinbarung (Beistand) für Entgelt auf 40 Halbtage anheben')
    expect(english).toBe('Raise the monthly limit of agreement (assistance) for Payroll to 40 half-days')
  })
})
