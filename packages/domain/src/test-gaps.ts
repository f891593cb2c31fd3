import { timeInGermany } from './calendar.ts'
import type { Gap, Shortfall } from './gap.ts'
import type { GapMark } from './gap-mark.ts'
import type { GapRecord } from './gap-record.ts'
import { dateOf, dayOf } from './half-day.ts'
import { instantOf } from './instant.ts'
import { type Look, lookAt } from './look.ts'
import { recorded, type Sighting } from './recorded-gaps.ts'
import type { Region } from './region.ts'
import { agreement, awayFor, requirement, specialist, testRegion } from './test-region.ts'

/** Days are counted from June 2026 on, which begins on a Monday and has no holidays: 40 is 10 July. */
const eve = dayOf('2026-05-31')

/** The date of a counted day. */
export const june = (day: number): string => dateOf(eve + day)

/** The counted day of a date. */
export const dayNumber = (date: string): number => dayOf(date) - eve

/** How many of the parish's two clerks are missing on which days of June, written `8 9 10:2`. */
export type Short = string

const daysOf = (short: Short): [day: number, missing: number][] =>
  short
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [day, missing = '1'] = word.split(':')
      return [Number(day), Number(missing)]
    })

const clerks = ['parish-p1', 'parish-p2'].map((id) =>
  specialist(id, { authority: 'parish', authorisations: [], access: [] }),
)

/** The parish's payroll, which needs two clerks, short as said; and the city's, which may serve it. */
export function shortOffice(short: Short, fields: Partial<Region> = {}): Parameters<typeof lookAt>[0] {
  const absences = daysOf(short).flatMap(([day, missing]) =>
    clerks.slice(0, missing).map(({ id }) => awayFor(id, `${june(day)}/am`, `${june(day)}/pm`)),
  )
  return testRegion({
    specialists: [...clerks, specialist('city-p1')],
    requirements: [requirement('wanted', { needs: [{ anyOf: ['clerk'], count: 2 }] })],
    agreements: [agreement('pool')],
    absences,
    ...fields,
  })
}

/** A look at that office on a day of June, so many days ahead. */
export function lookOn(
  day: number,
  short: Short,
  { horizonDays = 90, ...fields }: Partial<Region> & { horizonDays?: number } = {},
): Look {
  const { region } = shortOffice(short, fields)
  const settings = { ...region.region.settings, horizonDays }
  return lookAt(testRegion({ ...region, region: { ...region.region, settings } }), dayOf(june(day)))
}

/** What is remembered after looks one after the other, a minute apart; ids are given as `g1`, `g2` and so on. */
export function remembered(looks: readonly Look[], before?: Sighting): Sighting {
  let known = before
  let ids = Math.max(0, ...(before?.records ?? []).map(({ id }) => Number(id.slice(1))))
  const newId = (): string => {
    ids += 1
    return `g${ids}`
  }
  looks.forEach((look, position) => {
    const at = instantOf(timeInGermany(look.today, '10:00') + 60_000 * position)
    known = recorded(known, look, { at, newId })
  })
  if (known === undefined) throw new Error('nobody looked')
  return known
}

/** Days of half-days that are short all day, as they are written above. */
export const daysIn = (halfDays: readonly Shortfall[]): Short =>
  halfDays
    .filter(({ halfDay }) => halfDay.endsWith('am'))
    .map(({ halfDay, shortage }) => {
      const day = dayNumber(halfDay.slice(0, 10))
      return shortage === 1 ? String(day) : `${day}:${shortage}`
    })
    .join(' ')

/** What is remembered of gaps, each as `g1 8 9`, or `g1 filled` once it is closed. */
export const named = ({ records }: Pick<Sighting, 'records'>): string[] => records.map(nameOf).toSorted()

function nameOf({ id, isClosed, halfDays, history }: GapRecord): string {
  const last = history.at(-1)
  return isClosed ? `${id} ${[last?.kind, last?.other].join(' ').trim()}` : `${id} ${daysIn(halfDays)}`
}

/** What somebody said of those days of the gap, at those shortages. */
export const marked = (kind: GapMark['kind'], short: Short): GapMark => ({
  id: `mark-${kind}-${short.replaceAll(/\W+/g, '-')}`,
  kind,
  requirement: 'wanted',
  need: 0,
  halfDays: wholeDays(short),
  by: 'clerk-7',
  at: '2026-06-01T06:00:00.000Z',
})

/** Mornings and afternoons of days. */
export const wholeDays = (short: Short): Gap['halfDays'] =>
  daysOf(short).flatMap(([day, shortage]) =>
    ['am', 'pm'].map((half) => ({ halfDay: `${june(day)}/${half}`, shortage })),
  )
