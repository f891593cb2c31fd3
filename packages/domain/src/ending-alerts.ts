import type { Agreement } from './agreement.ts'
import { isEmployed } from './availability.ts'
import { type Day, dateOf, dayOf, type LocalDate } from './half-day.ts'
import type { Audience } from './message.ts'
import { covers, type Period } from './period.ts'
import type { RegionIndex } from './region-index.ts'
import type { Once } from './told-once.ts'

/** How long before its last day something is told to end. */
const noticeDays = 60

/** Agreements, authorisations and software that end soon and do not go on the day after. */
export const endings = (index: RegionIndex, today: Day): Once[] => [
  ...agreementsEnding(index, today),
  ...authorisationsEnding(index, today),
  ...softwareEnding(index, today),
]

const hrManager = (authority: string): Audience => ({ kind: 'hr-manager', authority })
const coordinator: Audience = { kind: 'coordinator' }

/** The last day of a period if it is near. */
function nearEnd({ validTo }: Period, today: Day): LocalDate | undefined {
  return validTo !== undefined && dateOf(today) <= validTo && validTo <= dateOf(today + noticeDays)
    ? validTo
    : undefined
}

const agreementsEnding = (index: RegionIndex, today: Day): Once[] =>
  index.region.agreements.flatMap((agreement): Once[] => {
    const on = nearEnd(agreement, today)
    if (on === undefined || isFollowed(index, agreement, dayOf(on) + 1)) return []
    const { id, givers, receivers } = agreement
    return [
      {
        keys: [`agreement-ends ${id} ${on}`],
        until: on,
        alert: { kind: 'agreement-ends', agreement: id, on },
        to: [...[...new Set([...givers, ...receivers])].map(hrManager), coordinator],
      },
    ]
  })

/** Whether each giver may still serve each receiver in each area, under whatever agreement. */
const isFollowed = (index: RegionIndex, { givers, receivers, areas }: Agreement, day: Day): boolean =>
  givers.every((giver) =>
    receivers.every(
      (authority) =>
        authority === giver || areas.every((area) => index.agreements(giver, { authority, area }, day).length > 0),
    ),
  )

/** Several people whose authorisations end alike are told as one, which names nobody; one more of them is told again. */
function authorisationsEnding(index: RegionIndex, today: Day): Once[] {
  const ends = index.region.specialists.flatMap((person) =>
    person.authorisations.flatMap((one) => {
      const on = nearEnd(one, today)
      if (on === undefined || !isEmployed(person, dayOf(on) + 1)) return []
      const next = dateOf(dayOf(on) + 1)
      const goesOn = person.authorisations.some(
        (other) => other.authority === one.authority && other.area === one.area && covers(other, next),
      )
      return goesOn ? [] : [{ person: person.id, home: person.authority, authority: one.authority, area: one.area, on }]
    }),
  )
  const alike = Map.groupBy(ends, ({ home, authority, area, on }) => `${home} ${authority} ${area} ${on}`)
  return [...alike].flatMap(([key, [first, ...others]]): Once[] => {
    if (first === undefined) return []
    const people = new Set([first, ...others].map(({ person }) => person)).size
    const { home, authority, area, on } = first
    return [
      {
        keys: Array.from({ length: people }, (_, number) => `authorisation-ends ${key} ${number + 1}`),
        until: on,
        alert: { kind: 'authorisation-ends', authority, area, on },
        to: [hrManager(home)],
      },
    ]
  })
}

const softwareEnding = (index: RegionIndex, today: Day): Once[] =>
  index.region.authorities.flatMap(({ id: authority, deployments }) =>
    deployments.flatMap((deployment): Once[] => {
      const { area, product } = deployment
      const on = nearEnd(deployment, today)
      if (on === undefined || index.deployed({ authority, area }, dayOf(on) + 1).includes(product)) return []
      return [
        {
          keys: [`software-changes ${authority} ${area} ${product} ${on}`],
          until: on,
          alert: { kind: 'software-changes', authority, area, product, on },
          to: [hrManager(authority), coordinator],
        },
      ]
    }),
  )
