import { catalogues, languages } from '@vertretbar/messages/catalogue'
import { describe, expect, it } from 'vitest'
import { readCommandLine } from './command-line.ts'
import { commands, options } from './command-table.ts'

const read = (line: string) => readCommandLine(line.split(' '), catalogues.de)

describe('a wrong call gets one sentence', () => {
  it.each([
    ['a noun alone', 'booking', 'Zu „booking“ fehlt, was geschehen soll: list, show, '],
    ['a verb that the noun does not have', 'absence show', 'Den Befehl „absence show“ gibt es nicht.'],
    ['a verb alone', 'request', 'Den Befehl „request“ gibt es nicht.'],
    ['a name that every object has', 'toString', 'Den Befehl „toString“ gibt es nicht.'],
    ['no booking named', 'booking consent --as both', 'Es fehlt ID: vertretbar booking consent ID.'],
    ['no file', 'import', 'Es fehlt DATEI: vertretbar import DATEI.'],
    ['a list but no file', 'master put products', 'Es fehlt DATEI: vertretbar master put LISTE DATEI.'],
    ['a list that is none', 'master put people p.json', 'Die Liste „people“ gibt es hier nicht: möglich ist eine von '],
    ['the region itself cannot be removed', 'master remove head x', 'Die Liste „head“ gibt es hier nicht'],
    ['one word too many', 'booking show a b', 'Mit „b“ kann der Befehl nichts anfangen.'],
    ['an option of another command', 'booking withdraw a --as lender', 'Die Option --as gibt es hier nicht.'],
    ['no side', 'booking refuse a', 'Es fehlt --as.'],
    ['a side without a say', 'booking refuse a --as both', '--as kann eines davon sein: specialist, lender.'],
    [
      'a receiver who consents',
      'booking consent a --as receiver',
      '--as kann eines davon sein: specialist, lender, both.',
    ],
    ['a way of consent that is none', 'booking consent a --as both --way mail', '--way kann eines davon sein: '],
    ['neither a plan nor a person', 'booking request', 'Bitte eines davon angeben: --plan, --specialist.'],
    ['a plan and a person', 'booking request --plan p --area a', 'Nur eines davon ist möglich: --plan, --specialist.'],
    ['a person without a place', 'booking request --specialist a', 'Es fehlt --authority.'],
    [
      'numbers without a plan',
      'booking request --only 1 --specialist a --authority b --area c --half-days d',
      'Die Option --only gilt nur zusammen mit --plan.',
    ],
    ['numbers that are none', 'booking request --plan p --only 0', '--only nennt Nummern ab 1'],
    ['an absence with two ends', 'absence change a --from b --to c --review-on d', 'Nur eines davon ist möglich: '],
    [
      'an absence without end',
      'absence record --specialist a --from b',
      'Bitte eines davon angeben: --to, --review-on.',
    ],
    ['all and none', 'booking reconcile a --as both --all --none', 'Nur eines davon ist möglich: --half-days, --all, '],
    [
      'a need that is no number',
      'gap acknowledge --requirement a --need b --half-day c',
      '--need ist eine ganze Zahl von',
    ],
    ['a year before any ledger', 'ledger --year 26', '--year ist eine ganze Zahl von 1900 bis 2199.'],
    ['an empty value', 'booking list --status=', 'Die Option --status ist unvollständig'],
    ['a key of 201 characters', `booking withdraw a --key ${'k'.repeat(201)}`, '--key hat höchstens 200 Zeichen.'],
  ])('%s', (_, line, sentence) => {
    const call = read(line)
    expect(call).toEqual({ ok: false, refusal: expect.stringContaining(sentence) })
    expect(call.ok ? '' : call.refusal).toMatch(/^[^.]+(?:\.[^.]+)*\.$/)
  })
})

it('words stand where the command takes them, lists are split, and numbers are read', () => {
  expect(read('master put products p.json')).toMatchObject({
    value: { command: 'master put', file: 'p.json', operands: { list: 'products', id: '' } },
  })
  expect(read('booking request --plan p.json --only 3,1')).toMatchObject({ value: { said: { only: [3, 1] } } })
  expect(
    readCommandLine(['booking', 'hand-over', 'a', '--done', 'x, y z', '--open-cases', '2'], catalogues.de),
  ).toMatchObject({ value: { operands: { id: 'a' }, said: { done: ['x', 'y z'], openCases: 2 } } })
  expect(read('booking hand-over a --done=')).toMatchObject({ value: { said: { done: [] } } })
})

describe.each(languages)('the help in %s', (language) => {
  it.each(Object.keys(commands))('tells of %s', (name) => {
    expect(catalogues[language].help).toMatch(new RegExp(`^  ${name} `, 'm'))
  })

  it.each(Object.keys(options))('tells of --%s', (option) => {
    expect(catalogues[language].help).toMatch(new RegExp(`--${option}(?![\\w-])`))
  })
})
