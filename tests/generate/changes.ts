import type { HalfDay } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { addDays, dateOf } from '../oracle/dates.ts'
import { answered, cover, gapsNow } from './cover-changes.ts'
import { type Change, type Moment, withOne, withoutOne } from './moment.ts'

/** The region after something happened in it: mostly an absence or a cover, now and then anything else. */
export const changeRegion = (region: Region, moment: Moment): Region => moment.random.pick(kinds)(region, moment)

const soon = ({ random, today }: Moment, most = 30): string => addDays(today, random.int(-2, most))

const absence: Change = (region, moment) => {
  const { random, number } = moment
  if (region.specialists.length === 0) return region
  const first = soon(moment)
  const from: HalfDay = `${first}/${random.pick(['am', 'pm'])}`
  const to = `${addDays(first, random.pick([0, 1, 2, 5, 12]))}/pm`
  const id = `away-${number}-${random.int(0, 99_999)}`
  return { ...region, absences: [...region.absences, { id, specialist: random.pick(region.specialists).id, from, to }] }
}

const shorterAbsence: Change = (region, moment) => ({
  ...region,
  absences: withOne(
    region.absences,
    (one) => ({
      id: one.id,
      specialist: one.specialist,
      from: one.from,
      to: `${addDays(dateOf(one.from), moment.random.int(0, 9))}/pm`,
    }),
    moment,
  ),
})

/** Somebody says of a gap, as it is now, that they know it or bear its risk. */
const mark: Change = (region, moment) => {
  const { random, number, today } = moment
  const gaps = gapsNow(region, moment)
  if (gaps.length === 0) return region
  const { requirement, need, halfDays } = random.pick(gaps)
  const kind = random.pick(['acknowledged', 'accepted-risk'] as const)
  const marks = (region.gapMarks ?? []).filter(
    (one) =>
      one.kind !== kind ||
      one.requirement !== requirement ||
      one.need !== need ||
      !one.halfDays.some((short) => halfDays.some(({ halfDay }) => halfDay === short.halfDay)),
  )
  const id = `mark-${number}-${random.int(0, 99_999)}`
  const said = { id, kind, requirement, need, halfDays, by: 'somebody', at: `${today}T08:00:00.000Z` }
  return { ...region, gapMarks: [...marks, said] }
}

const members: Change = (region, moment) => ({
  ...region,
  members: withOne(
    region.members ?? [],
    (one) => {
      const { validTo: _, ...always } = { ...one, validFrom: '2020-01-01' }
      return moment.random.chance(0.5) ? always : { ...always, validTo: soon(moment, 5) }
    },
    moment,
  ),
})

const papers: Change = (region, moment) => {
  const { random } = moment
  const until = <T extends { readonly validFrom: string }>(one: T): T => ({
    ...one,
    validFrom: '2020-01-01',
    validTo: soon(moment, 70),
  })
  return random.pick<() => Region>([
    () => ({ ...region, agreements: withOne(region.agreements, until, moment) }),
    () => ({
      ...region,
      specialists: withOne(
        region.specialists,
        (one) => ({ ...one, authorisations: withOne(one.authorisations, until, moment) }),
        moment,
      ),
    }),
    () => ({
      ...region,
      specialists: withOne(
        region.specialists,
        (one) => ({ ...one, access: withOne(one.access, until, moment) }),
        moment,
      ),
    }),
    () => ({
      ...region,
      authorities: withOne(
        region.authorities,
        (one) => ({ ...one, deployments: withOne(one.deployments, until, moment) }),
        moment,
      ),
    }),
  ])()
}

const needs: Change = (region, moment) => ({
  ...region,
  requirements: withOne(
    region.requirements,
    (one) => ({ ...one, needs: withOne(one.needs, (need) => ({ ...need, count: moment.random.int(1, 3) }), moment) }),
    moment,
  ),
})

const closure: Change = (region, moment) => ({
  ...region,
  authorities: withOne(
    region.authorities,
    (one) => ({ ...one, closures: [...one.closures, { date: soon(moment) }] }),
    moment,
  ),
})

/** How often each is drawn. */
const kinds: readonly Change[] = (
  [
    [8, absence],
    [4, (region, moment) => ({ ...region, absences: withoutOne(region.absences, moment) })],
    [3, shorterAbsence],
    [6, cover],
    [6, answered],
    [5, mark],
    [1, (region, moment) => ({ ...region, gapMarks: withoutOne(region.gapMarks ?? [], moment) })],
    [2, members],
    [3, papers],
    [2, needs],
    [1, closure],
    [1, (region, moment) => ({ ...region, requirements: withoutOne(region.requirements, moment) })],
    [2, (region, { random }) => withHorizon(region, random.pick([5, 9, 16, 30, 60]))],
  ] satisfies readonly (readonly [times: number, change: Change])[]
).flatMap(([times, change]) => Array.from({ length: times }, () => change))

/** The same region, looked at so many days ahead. */
export const withHorizon = (region: Region, horizonDays: number): Region => ({
  ...region,
  region: { ...region.region, settings: { ...region.region.settings, horizonDays } },
})
