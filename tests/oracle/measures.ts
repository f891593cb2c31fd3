import type { Measure } from '@vertretbar/domain/measure'
import type { Region } from '@vertretbar/domain/region'
import type { Specialist } from '@vertretbar/domain/specialist'
import { isWorkingHalfDay } from './calendar.ts'
import { addDays, dateOf, halfDaysFrom } from './dates.ts'
import { isOnPattern } from './people.ts'
import { authorityOf, type Horizon, specialistOf, within } from './region.ts'

const always = { validFrom: '2000-01-01' }

/** The region after a single change, written down a second time. */
export function after(region: Region, measure: Measure): Region {
  const person = (change: (one: Specialist) => Partial<Specialist>): Region => ({
    ...region,
    specialists: region.specialists.map((one) =>
      'specialist' in measure && one.id === measure.specialist ? { ...one, ...change(one) } : one,
    ),
  })
  switch (measure.kind) {
    case 'agreement': {
      const { giver, receiver, area } = measure
      const [model] = region.agreements
      if (model === undefined) throw new Error('no agreement to model one on')
      const { validTo: _, monthlyHalfDayLimit: __, noticeWorkingDays: ___, ...rest } = model
      const added = { ...rest, ...always, id: 'zz', givers: [giver], receivers: [receiver], areas: [area] }
      return { ...region, agreements: [...region.agreements, added] }
    }
    case 'authorisation':
      return person(({ authorisations }) => ({
        authorisations: [...authorisations, { authority: measure.authority, area: measure.area, ...always }],
      }))
    case 'access':
      return person(({ access }) => ({
        access: [...access, { authority: measure.authority, product: measure.product, ...always }],
      }))
    case 'product':
      return person(({ competences }) => ({
        competences: competences.map((one) =>
          one.area === measure.area ? { ...one, products: [...one.products, measure.product] } : one,
        ),
      }))
    case 'weekly-limit':
      return person(() => ({ coverLimitHalfDaysPerWeek: measure.halfDays }))
    case 'agreement-limit': {
      const limited = (one: Region['agreements'][number]) => ({ ...one, monthlyHalfDayLimit: measure.halfDays })
      return {
        ...region,
        agreements: region.agreements.map((one) => (one.id === measure.agreement ? limited(one) : one)),
      }
    }
    case 'absence':
      return {
        ...region,
        absences: region.absences.map(({ from, to, ...rest }) => ({
          ...rest,
          from: rest.id === measure.absence ? shifted(from, measure.days) : from,
          ...(to === undefined ? {} : { to: rest.id === measure.absence ? shifted(to, measure.days) : to }),
        })),
      }
  }
}

const shifted = (halfDay: string, days: number): string => `${addDays(dateOf(halfDay), days)}${halfDay.slice(10)}`

/** Every agreement, authorisation and access that is not there at any time yet, and each limit lifted. */
export function everyPaper(region: Region): Measure[] {
  const { authorities, agreements, serviceAreas, specialists } = region
  const places = authorities.flatMap(({ id }) => serviceAreas.map((area) => ({ authority: id, area: area.id })))
  return [
    ...places.flatMap(({ authority: receiver, area }) =>
      authorities
        .filter(({ id }) => id !== receiver)
        .filter(
          ({ id }) =>
            !agreements.some(
              (one) => one.givers.includes(id) && one.receivers.includes(receiver) && one.areas.includes(area),
            ),
        )
        .map(({ id: giver }): Measure => ({ kind: 'agreement', giver, receiver, area })),
    ),
    ...specialists.flatMap(({ id: specialist, authorisations, access, coverLimitHalfDaysPerWeek }) => [
      ...places
        .filter(
          ({ authority, area }) => !authorisations.some((one) => one.authority === authority && one.area === area),
        )
        .map((place): Measure => ({ kind: 'authorisation', specialist, ...place })),
      ...authorities.flatMap(({ id: authority, deployments }) =>
        [...new Set(deployments.map(({ product }) => product))]
          .filter((product) => !access.some((one) => one.authority === authority && one.product === product))
          .map((product): Measure => ({ kind: 'access', specialist, authority, product })),
      ),
      ...(coverLimitHalfDaysPerWeek === undefined ? [] : [{ kind: 'weekly-limit', specialist, halfDays: 14 } as const]),
    ]),
    ...agreements
      .filter(({ monthlyHalfDayLimit }) => monthlyHalfDayLimit !== undefined)
      .map(({ id }): Measure => ({ kind: 'agreement-limit', agreement: id, halfDays: 1000 })),
  ]
}

/** Each product that runs somewhere learned by whoever has a competence in its area that does not name it. */
export const everyProduct = ({ authorities, specialists }: Region): Measure[] => {
  const running = authorities.flatMap(({ deployments }) => deployments)
  return specialists.flatMap(({ id: specialist, competences }) => {
    const unknown = running.filter(({ area, product }) =>
      competences.some((one) => one.area === area && !one.products.includes(product)),
    )
    const byProduct = new Map(unknown.map(({ area, product }) => [`${area} ${product}`, { area, product }]))
    return [...byProduct.values()].map((learned) => ({ kind: 'product', specialist, ...learned }) as const)
  })
}

/** Whether an absence may be moved: it has not begun, will not begin in the past, and takes as many worked half-days. */
export function canBeMoved(
  region: Region,
  { today, from, to }: Horizon,
  measure: Extract<Measure, { kind: 'absence' }>,
): boolean {
  const worked = (one: Region): string[] => {
    const absence = one.absences.find(({ id }) => id === measure.absence)
    if (absence?.to === undefined) throw new Error(`no absence ${measure.absence} with an end`)
    const { from: first, to: last } = absence
    const person = specialistOf(one, absence.specialist)
    return halfDaysFrom(dateOf(first), dateOf(last))
      .filter((halfDay) => first <= halfDay && halfDay <= last)
      .filter((halfDay) => within(person.employment, dateOf(halfDay)) && isOnPattern(person, halfDay))
      .filter((halfDay) => isWorkingHalfDay(authorityOf(one, person.authority), halfDay))
  }
  const [before, then] = [worked(region), worked(after(region, measure))]
  const inside = (halfDays: readonly string[]): number =>
    halfDays.filter((halfDay) => from <= dateOf(halfDay) && dateOf(halfDay) <= to).length
  const begins = dateOf(measure.from)
  return (
    begins >= today &&
    addDays(begins, measure.days) >= today &&
    before.length === then.length &&
    inside(before) === inside(then)
  )
}
