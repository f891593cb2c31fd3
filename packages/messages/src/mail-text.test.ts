import type { Alert } from '@vertretbar/domain/alert'
import { member } from '@vertretbar/domain/test-member'
import { agreement, authority } from '@vertretbar/domain/test-region'
import { describe, expect, it } from 'vitest'
import { languages } from './catalogue.ts'
import { normal, readPage } from './test-html.ts'
import { examples, read, regionOf } from './test-mail.ts'

const all: readonly Alert[] = Object.values(examples)

describe.each(languages)('a mail (%s)', (language) => {
  const mails: readonly (readonly [string, readonly Alert[]])[] = [
    ['of everything at once', all],
    ...all.map((alert) => [`of ${alert.kind} alone`, [alert]] as const),
  ]

  it.each(mails)('%s says the same as text and as HTML, in the same order', (_, alerts) => {
    const { text, html } = read(alerts, language)
    const { words, links } = readPage(html)
    // Signs that only one of both needs: bullets, rules, and what sets marks apart.
    const signs = /[(),*:\n]|^[-=]+$/gm
    const plain = text.replaceAll(/https:\S+/g, '')
    expect(normal(words.replaceAll(signs, ' '))).toBe(normal(plain.replaceAll(signs, ' ')))
    expect(links).toEqual(text.match(/https:\S+/g))
  })

  it.each(mails)('%s is HTML without a fault that loads nothing and runs nothing', (_, alerts) => {
    const { faults, loads, tags } = readPage(read(alerts, language).html)
    expect(faults).toEqual([])
    expect(loads).toEqual([])
    expect(tags.filter((tag) => ['script', 'img', 'link', 'iframe', 'form'].includes(tag))).toEqual([])
  })

  it('has no line of more than 72 characters but for links', () => {
    const lines = read(all, language)
      .text.split('\n')
      .filter((line) => !line.includes('https:'))
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72)
    expect(lines.length).toBeGreaterThan(60)
  })
})

describe('a gap', () => {
  const readers = regionOf([
    member('coordinator', { roles: [{ role: 'coordinator' }] }),
    member('neighbour', { roles: [{ role: 'hr-manager', authority: 'city' }] }),
    member('head', { roles: [{ role: 'area-head', authority: 'parish', area: 'payroll' }] }),
    member('other-head', { roles: [{ role: 'area-head', authority: 'parish', area: 'registry' }] }),
    member('deputy', { roles: [{ role: 'coordinator' }], deputyOf: ['hr'] }),
    member('deputy-of-gone', { roles: [{ role: 'coordinator' }], deputyOf: ['gone'] }),
    member('gone', { roles: [{ role: 'hr-manager', authority: 'parish' }], validTo: '2026-12-06' }),
  ])
  const whole = "Personalabrechnung, Gemeinde C'D: es fehlt 1 Person für Entgeltabrechnung (neu, bald)"
  const need = "Personalabrechnung, Gemeinde C'D: Vertretung gesucht für Entgeltabrechnung (neu, bald)"

  it.each([
    ['the HR manager of the authority', 'hr', whole],
    ['the head of the area', 'head', whole],
    ['the deputy of the HR manager', 'deputy', whole],
    ['the deputy of an HR manager who has left', 'deputy-of-gone', need],
    ['the head of another area', 'other-head', need],
    ['the HR manager of another authority', 'neighbour', need],
    ['the coordinator', 'coordinator', need],
  ])('is told to %s as far as they may see it', (_, to, title) => {
    const { text } = read([examples['gap-new']], 'de', { to, index: readers })
    expect(normal(text)).toContain(title)
    expect(text.includes('Abrechnungslauf')).toBe(title === whole)
    expect(text.includes('Hält auf')).toBe(title === whole)
  })
})

describe('the end of a mail says why somebody gets it:', () => {
  const index = regionOf([
    member('person', { roles: [{ role: 'specialist', authority: 'city' }], specialist: 'geheim-p1' }),
    member('deputy', { roles: [{ role: 'coordinator' }], deputyOf: ['hr'] }),
    member('joint', {
      roles: [
        { role: 'hr-manager', authority: 'city' },
        { role: 'hr-manager', authority: 'parish' },
      ],
    }),
  ])
  it.each([
    ['a role', 'hr', "als Personalverwaltung Gemeinde C'D."],
    ['a role at several authorities', 'joint', 'als Gemeinsame Personalstelle (2 Behörden).'],
    [
      'the role of a deputy',
      'deputy',
      "als Koordinierungsstelle, außerdem in Stellvertretung: Personalverwaltung Gemeinde C'D.",
    ],
    ['what the covering person is, not who', 'person', 'als Fachkraft Stadt "A" & B.'],
  ])('%s', (_, to, reason) => {
    const { text, html } = read([examples.cover], 'de', { to, index })
    expect(normal(text)).toContain(`Sie erhalten diese E-Mail ${reason}`)
    expect(text + html).not.toMatch(/geheim|@example/i)
  })

  it('nothing to whoever is none any more', () =>
    expect(read([examples.cover], 'de', { to: 'gone', index }).text).not.toContain('Sie erhalten'))

  it('and how often it comes', () => {
    expect(read([examples.cover], 'de').text).toContain('höchstens einmal am Tag')
    expect(read([examples.cover], 'de', { kind: 'at-once' }).text).toContain('Sie kommt sofort')
  })
})

describe('what is not there any more', () => {
  const index = regionOf([], { requirements: [], agreements: [] })
  it.each([
    [
      'a task',
      { ...examples['gap-due'], blocks: [] },
      "Personalabrechnung, Gemeinde C'D: es fehlt 1 Person (dringend)",
    ],
    ['an authority', { ...examples.cover, lender: 'gone' }, 'Verleihende Stelle: –.'],
    ['a place', { ...examples['gap-due'], authority: 'gone', area: 'gone' }, '–, –: Vertretung gesucht'],
    ['an agreement', examples['agreement-ends'], 'Vereinbarung (Vereinbarung) Letzter Tag'],
    ['a product', { ...examples['access-missing'], product: 'gone' }, "–: Gemeinde C'D"],
  ])('is told without its name, for the mail has to go out: %s', (_, alert, text) =>
    expect(normal(read([alert], 'de', { index }).text)).toContain(text),
  )
})

it('an agreement of many says how many they are, and one by which all serve each other says so', () => {
  const ids = ['city', 'parish', 'c', 'd']
  const with2 = (givers: string[], receivers: string[]) =>
    normal(
      read([examples['agreement-ends']], 'de', {
        index: regionOf([], {
          authorities: ids.map((id) => authority(id)),
          agreements: [agreement('pool', { givers, receivers })],
        }),
      }).text,
    )
  expect(with2(['city'], ['parish', 'c', 'd'])).toContain('city für parish, c, d (Vereinbarung)')
  expect(with2(ids, ids)).toContain('4 Behörden, gegenseitig (Vereinbarung)')
  expect(with2(['parish', 'city'], ['city', 'parish'])).toContain('parish, city, gegenseitig (Vereinbarung)')
})
