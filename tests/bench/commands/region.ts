import type { Booking } from '@vertretbar/domain/booking'
import { type CoverState, coverState, horizonFrom } from '@vertretbar/domain/cover'
import { isBar, isCandidate, reasonsAgainst } from '@vertretbar/domain/eligibility'
import { dayOf, halfDayOf, numberOf } from '@vertretbar/domain/half-day'
import { listOf } from '@vertretbar/domain/half-day-set'
import type { Region } from '@vertretbar/domain/region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import type { NeedSupply } from '@vertretbar/domain/supply'
import { country, pooled } from '../../generate/country.ts'

/** A cover that may be booked. */
export type Option = Pick<Booking, 'specialist' | 'authority' | 'area' | 'halfDays'> & { readonly mode: 'remote' }

/** The region that commands are measured on, the day it is looked at, covers that may be booked, and some that are over. */
export interface BenchRegion {
  readonly region: Region
  readonly today: string
  readonly options: readonly Option[]
  /** Covers of people who are asked for nothing else, each one once: who says no is not asked for that gap again. */
  readonly refusable: readonly Option[]
  readonly done: readonly Booking[]
}

/** Some thirty authorities of fifty people; from the sixth on, those of a district are short of clerks all the time. */
export function benchRegion(wanted: number): BenchRegion {
  const { region: drawn, today } = country(3, { ...pooled, authorities: 30, people: 11.4 })
  const receivers = drawn.authorities.map(({ id }) => id).filter((_, number) => number % 8 >= 5)
  const region: Region = {
    ...drawn,
    agreements: drawn.agreements.map((agreement) => without(agreement, 'monthlyHalfDayLimit')),
    specialists: drawn.specialists.map((specialist) => without(specialist, 'coverLimitHalfDaysPerWeek')),
    requirements: [
      ...drawn.requirements,
      ...receivers.map((authority) => ({
        id: `bench.${authority}`,
        authority,
        area: 'payroll',
        label: 'Messung',
        criticality: 'normal' as const,
        when: { kind: 'weekly' as const, days: ['mo', 'tu', 'we', 'th', 'fr'] as const, halves: ['am', 'pm'] as const },
        needs: [{ anyOf: ['payroll-clerk'], count: 500 }],
      })),
    ],
  }
  const byPerson = [...Map.groupBy(optionsOf(region, today), ({ specialist }) => specialist).values()]
  const refusable = byPerson.filter((_, number) => number % 2 === 0).flatMap((own) => own.slice(0, 1))
  const options = byPerson.filter((_, number) => number % 2 !== 0).flat()
  if (options.length < 2 * wanted) throw new Error(`there are ${options.length} covers to book, not ${2 * wanted}`)
  const done = options.slice(wanted, 2 * wanted).map(pastOf)
  return {
    region: { ...region, bookings: [...region.bookings, ...done] },
    today,
    options: options.slice(0, wanted),
    refusable,
    done,
  }
}

function without<Thing extends object, Field extends keyof Thing>(thing: Thing, field: Field): Omit<Thing, Field> {
  const { [field]: gone, ...others } = thing
  void gone
  return others
}

/** A cover that was agreed to and is over. */
function pastOf(option: Option, number: number): Booking {
  const halfDays = option.halfDays.map((halfDay) => halfDayOf(numberOf(halfDay) - 2 * 7 * 26))
  return { id: `past-${number}`, ...option, halfDays, status: 'confirmed' }
}

/** So many people of one office at most are lent at once, fewer than any can spare. */
const mostFromHome = 3

/** Covers that may be booked, all of them, each of one half-day; no person twice on one half-day. */
function optionsOf(region: Region, today: string): Option[] {
  const index = new RegionIndex(region)
  const state = coverState(index, horizonFrom(index, dayOf(today)), dayOf(today))
  const places = state.supply.filter(({ ref }) => ref.requirement.id.startsWith('bench.'))
  const lent = new Map<string, number>()
  const options: Option[] = []
  for (const candidate of region.specialists.filter(({ homeArea }) => homeArea === 'payroll'))
    for (const halfDay of listOf(noneOrFirst(places), state.span).filter((one) => one >> 1 > dayOf(today) + 7)) {
      const home = `${candidate.authority} ${halfDay}`
      const place = places.find(
        ({ ref }) =>
          isCandidate(candidate, ref.requirement) && !reasonsAgainst({ state, candidate, ref, halfDay }).some(isBar),
      )
      if (place === undefined || (lent.get(home) ?? 0) === mostFromHome) continue
      lent.set(home, (lent.get(home) ?? 0) + 1)
      const { authority, area } = place.ref.requirement
      options.push({ specialist: candidate.id, authority, area, halfDays: [halfDayOf(halfDay)], mode: 'remote' })
    }
  return options
}

const noneOrFirst = ([first]: CoverState['supply']): NeedSupply['short'] => first?.short ?? new Uint32Array()
