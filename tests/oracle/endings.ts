import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Audience } from '@vertretbar/domain/message'
import type { Period } from '@vertretbar/domain/period'
import type { Region } from '@vertretbar/domain/region'
import type { Telling } from './cover-alerts.ts'
import { addDays, daysBetween } from './dates.ts'
import { isEmployed } from './people.ts'
import { within } from './region.ts'

const hrOf = (authority: string): Audience => ({ kind: 'hr-manager', authority })
const coordinator: Audience = { kind: 'coordinator' }

/** What ends within sixty days and does not go on (spec § 9). */
export const endings = (region: Region, today: LocalDate): Telling[] => [
  ...agreements(region, today),
  ...authorisations(region, today),
  ...software(region, today),
]

/** The last day of a period if there is one and it is near. */
const nearEnd = ({ validTo }: Period, today: LocalDate): LocalDate[] =>
  validTo !== undefined && daysBetween(today, validTo) >= 0 && daysBetween(today, validTo) <= 60 ? [validTo] : []

const agreements = (region: Region, today: LocalDate): Telling[] =>
  region.agreements.flatMap((agreement) =>
    nearEnd(agreement, today).flatMap((on): Telling[] => {
      const next = addDays(on, 1)
      const routes = agreement.givers.flatMap((giver) =>
        agreement.receivers.flatMap((receiver) => agreement.areas.map((area) => ({ giver, receiver, area }))),
      )
      const goesOn = routes
        .filter(({ giver, receiver }) => giver !== receiver)
        .every(({ giver, receiver, area }) =>
          region.agreements.some(
            (other) =>
              within(other, next) &&
              other.givers.includes(giver) &&
              other.receivers.includes(receiver) &&
              other.areas.includes(area),
          ),
        )
      if (goesOn) return []
      const offices = [...agreement.givers, ...agreement.receivers]
      return [
        {
          alert: { kind: 'agreement-ends', agreement: agreement.id, on },
          to: [...offices.map(hrOf), coordinator],
          once: `agreement ${agreement.id} ${on}`,
        },
      ]
    }),
  )

/** Each person counts, though nobody is told who it is: the third that ends alike is the third time it is told. */
function authorisations(region: Region, today: LocalDate): Telling[] {
  const counted = new Map<string, number>()
  return region.specialists.flatMap((person) => {
    const ends = person.authorisations.flatMap((one) =>
      nearEnd(one, today)
        .filter((on) => isEmployed(person, addDays(on, 1)))
        .filter(
          (on) =>
            !person.authorisations.some(
              (other) => other.authority === one.authority && other.area === one.area && within(other, addDays(on, 1)),
            ),
        )
        .map((on) => ({ authority: one.authority, area: one.area, on })),
    )
    const each = [...new Map(ends.map((end) => [JSON.stringify(end), end])).values()]
    return each.map(({ authority, area, on }): Telling => {
      const name = `authorisation ${person.authority} ${authority} ${area} ${on}`
      counted.set(name, (counted.get(name) ?? 0) + 1)
      return {
        alert: { kind: 'authorisation-ends', authority, area, on },
        to: [hrOf(person.authority)],
        once: `${name} ${counted.get(name)}`,
      }
    })
  })
}

const software = (region: Region, today: LocalDate): Telling[] =>
  region.authorities.flatMap(({ id, deployments }) =>
    deployments.flatMap((one) =>
      nearEnd(one, today)
        .filter(
          (on) =>
            !deployments.some(
              (other) => other.area === one.area && other.product === one.product && within(other, addDays(on, 1)),
            ),
        )
        .map(
          (on): Telling => ({
            alert: { kind: 'software-changes', authority: id, area: one.area, product: one.product, on },
            to: [hrOf(id), coordinator],
            once: `software ${id} ${one.area} ${one.product} ${on}`,
          }),
        ),
    ),
  )
