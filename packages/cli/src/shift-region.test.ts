import { readFileSync } from 'node:fs'
import { detectGaps } from '@vertretbar/domain/gap'
import { dayOf } from '@vertretbar/domain/half-day'
import { parseRegion, readRegion } from '@vertretbar/domain/read-region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { describe, expect, it } from 'vitest'
import { shiftRegion } from './shift-region.ts'

const read = readRegion(readFileSync(new URL('../../domain/regions/wolfenbuettel.json', import.meta.url)))
if (!read.ok) throw new Error('the sample region is broken')
const region = read.value
const datePattern = /\d{4}-\d{2}-\d{2}/g

describe('shiftRegion', () => {
  it('moves every date of the document by the same number of days', () => {
    const before = JSON.stringify(region).match(datePattern) ?? []
    const after = JSON.stringify(shiftRegion(region, 3)).match(datePattern) ?? []
    expect(before.length).toBeGreaterThan(100)
    expect(after.map((date, position) => dayOf(date) - dayOf(before[position] ?? ''))).toEqual(before.map(() => 21))
  })

  it('there and back again is where it was', () => {
    expect(shiftRegion(shiftRegion(region, 57), -57)).toEqual(region)
  })

  it('keeps the gaps of a fortnight without holidays and deadlines', () => {
    expect(gapsFrom('2026-12-07', 8)).toEqual(gapsFrom('2026-12-07', 0))
  })

  it('leaves a last day of all time where it is', () => {
    const [first, ...others] = region.agreements
    if (first === undefined) throw new Error('the sample region has no agreement')
    const endless = { ...region, agreements: [{ ...first, validTo: '9999-12-31' }, ...others] }
    expect(shiftRegion(endless, 1).agreements[0]?.validTo).toBe('9999-12-31')
  })
})

it.each(Array.from({ length: 104 }, (_, weeks) => weeks))(
  'moved by %i weeks the sample holds together and shows a critical gap',
  (weeks) => {
    const shifted = parseRegion(shiftRegion(region, weeks))
    if (!shifted.ok) throw new Error(JSON.stringify(shifted.refusal))
    const first = dayOf(shifted.value.asOf ?? '')
    const gaps = detectGaps(new RegionIndex(shifted.value), { first, last: first + 89 }, first)
    expect(gaps.filter(({ criticality }) => criticality === 'critical')).not.toEqual([])
  },
)

/** The gaps of a fortnight but for deadlines, as days from its beginning. */
function gapsFrom(date: string, weeks: number) {
  const first = dayOf(date) + 7 * weeks
  const shifted = new RegionIndex(shiftRegion(region, weeks))
  return detectGaps(shifted, { first, last: first + 11 }, first)
    .filter(({ requirement }) => shifted.requirement(requirement).when.kind !== 'deadline')
    .map(({ requirement, halfDays }) => [
      requirement,
      halfDays.map(({ halfDay }) => dayOf(halfDay.slice(0, 10)) - first),
    ])
}
