import { dayOf } from '@vertretbar/domain/half-day'
import type { Grant } from '@vertretbar/domain/member'
import { describe, expect, it } from 'vitest'
import { speeches } from '../words/catalogue.ts'
import { stateText } from './cell-sentence.ts'
import { columnsOf } from './columns.ts'
import { namesOf } from './names.ts'
import { ownPlaces } from './own-places.ts'
import { type Row, rowsOf } from './rows.ts'
import { boardData, gapAt } from './test-board.ts'

const own = ownPlaces([{ role: 'hr-manager', authority: 'city' }])
const address = { area: undefined, authority: undefined, search: '' }

/** The rows of the week of 2026-11-23, whose Wednesday is today, with so many of its days loaded. */
function rowsWith(days: readonly [string, string], closed: readonly string[] = []): readonly Row[] {
  const data = boardData({ days, closed, gaps: [gapAt('2026-11-26/am')] })
  const columns = columnsOf({ first: dayOf('2026-11-23'), last: dayOf('2026-11-29') })
  return rowsOf({ data, names: namesOf(data.region, 'de'), columns, effect: undefined, own, address })
}

const shapesOf = (kind: Row['kind'], rows: readonly Row[]): string[] =>
  rows.find((row) => row.kind === kind)?.cells.map(({ shape }) => shape) ?? []

const times = (number: number, shape: string): string[] => Array.from({ length: number }, () => shape)

describe('days that are not loaded', () => {
  const rows = rowsWith(['2026-11-25', '2026-11-26'])

  it.each([
    ['need', [...times(4, 'loading'), 'blank', 'blank', 'gap', 'blank', ...times(2, 'loading'), 'weekend', 'weekend']],
    ['person', [...times(4, 'loading'), ...times(4, 'there'), ...times(2, 'loading'), 'weekend', 'weekend']],
    ['deadlines', [...times(4, 'loading'), ...times(4, 'blank'), ...times(4, 'loading')]],
  ] as const)('are never drawn as if nothing were there: %s', (kind, expected) =>
    expect(shapesOf(kind, rows)).toEqual(expected),
  )

  it('are told to be loading', () => {
    const row = rows.find(({ kind }) => kind === 'need')
    const names = namesOf(boardData({ days: ['2026-11-25', '2026-11-26'] }).region, 'de')
    const texts = (['de', 'en'] as const).map((language) =>
      row?.cells[0] === undefined ? '' : stateText(row.cells[0], row, speeches[language], names),
    )
    expect(texts).toEqual(['wird geladen', 'being loaded'])
  })
})

describe('the needs of a partner', () => {
  const need = { requirement: 'far', need: 0, authority: 'city', area: 'payroll', roles: ['clerk'] }
  const data = boardData({
    days: ['2026-11-23', '2026-11-29'],
    closed: ['2026-11-25/pm'],
    needs: [{ ...need, halfDays: ['2026-11-26/am'], severity: 'soon' }],
  })
  const columns = columnsOf({ first: dayOf('2026-11-24'), last: dayOf('2026-11-26') })
  const rows = rowsOf({ data, names: namesOf(data.region, 'de'), columns, effect: undefined, own, address })
  const row = rows.find(({ key }) => key === 'need far.0')

  it('are a row of half-days without numbers and without a gap to open', () =>
    expect(row?.cells).toEqual(['past', 'past', 'unknown', 'closed', 'needed', 'unknown'].map((shape) => ({ shape }))))

  it.each([
    ['de', 'Vertretung gesucht'],
    ['en', 'cover needed'],
  ] as const)('are told in words: %s', (language, text) => {
    const [cell] = row?.cells.filter(({ shape }) => shape === 'needed') ?? []
    if (row === undefined || cell === undefined) throw new Error('there is no such row')
    expect(stateText(cell, row, speeches[language], namesOf(data.region, language))).toBe(text)
  })
})

describe('the rows of an authority', () => {
  const district = { id: 'district', name: 'District', kind: 'district', state: 'DE-NI' } as const
  const need = { requirement: 'far', need: 0, authority: 'district', area: 'payroll', roles: ['clerk'] }
  const known = boardData({
    days: ['2026-11-23', '2026-11-29'],
    needs: [{ ...need, halfDays: ['2026-11-26/am'], severity: 'soon' }],
  })
  const data = { ...known, region: { ...known.region, authorities: [...known.region.authorities, district] } }
  const columns = columnsOf({ first: dayOf('2026-11-23'), last: dayOf('2026-11-29') })
  const keysFor = (grants: readonly Grant[]): string[] =>
    rowsOf({
      data,
      names: namesOf(data.region, 'de'),
      columns,
      effect: undefined,
      own: ownPlaces(grants),
      address,
    }).map(({ key }) => key)

  it.each<[string, Grant[], string[]]>([
    ['come first for its HR manager', [{ role: 'hr-manager', authority: 'city' }], ['city', 'need r.0', 'person p']],
    ['come first for its specialist, without needs', [{ role: 'specialist', authority: 'city' }], ['city', 'person p']],
    [
      'have the needs of an area for its head',
      [{ role: 'area-head', authority: 'city', area: 'payroll' }],
      ['city', 'need r.0', 'person p'],
    ],
    [
      'never say of another area that nothing is missing there',
      [{ role: 'area-head', authority: 'city', area: 'audit' }],
      ['city', 'person p'],
    ],
  ])('%s', (_, grants, expected) =>
    expect(keysFor(grants)).toEqual(['deadlines', ...expected, 'district', 'need far.0']),
  )

  it('come in the order of authorities for whoever belongs to none, and never say that nothing is missing', () =>
    expect(keysFor([{ role: 'coordinator' }])).toEqual(['deadlines', 'district', 'need far.0', 'city', 'person p']))
})

it('of whom only the name is known there is no row', () => {
  const known = boardData({ days: ['2026-11-23', '2026-11-29'] })
  const guest = { id: 'guest', displayName: 'Guest', authority: 'city', homeArea: 'payroll' }
  const data = { ...known, region: { ...known.region, specialists: [...known.region.specialists, guest] } }
  const columns = columnsOf({ first: dayOf('2026-11-23'), last: dayOf('2026-11-29') })
  const rows = rowsOf({ data, names: namesOf(data.region, 'de'), columns, effect: undefined, own, address })
  expect(rows.filter(({ kind }) => kind === 'person').map(({ label }) => label)).toEqual(['P'])
})

describe('days gone by', () => {
  const rows = rowsWith(['2026-11-23', '2026-11-29'], ['2026-11-24/am', '2026-11-24/pm'])

  it('have no answer about gaps, but were closed all the same', () =>
    expect(shapesOf('need', rows).slice(0, 7)).toEqual(['past', 'past', 'closed', 'closed', 'blank', 'blank', 'gap']))

  it('still show who was there', () => expect(shapesOf('person', rows).slice(0, 10)).toEqual(times(10, 'there')))
})
