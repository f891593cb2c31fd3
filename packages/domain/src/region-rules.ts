import { isLive } from './booking.ts'
import { collections, membersOf } from './change.ts'
import type { Problem } from './problem.ts'
import type { Region } from './region.ts'
import { danglingReferences } from './region-references.ts'

type Rule = (region: Region) => readonly Problem[]

/** All that keeps a region file from holding together, beyond the shape of its fields. */
export const regionProblems: Rule = (region) =>
  [
    uniqueIds,
    danglingReferences,
    periodsForward,
    absencesEnd,
    absencesApart,
    oneBookingPerHalfDay,
    coverAwayFromOwnPost,
    agreementsReachSomebodyElse,
    conflictsBetweenTwoAreas,
    reasonsOfEnded,
    specialistsAreSomebody,
    deputiesStandForOthers,
  ].flatMap((rule) => rule(region))

const uniqueIds: Rule = (region) => [
  ...collections.flatMap((name) => repeated(membersOf(region, name), `/${name}`)),
  ...repeated(region.region.collectionOffices, '/region/collectionOffices'),
  ...region.serviceAreas.flatMap((area, index) => repeated(area.roles, `/serviceAreas/${index}/roles`)),
]

function repeated(items: readonly { readonly id: string }[], pointer: string): Problem[] {
  const first = new Map<string, number>()
  return items.flatMap(({ id }, index) => {
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, index)
    return earlier === undefined
      ? []
      : [{ pointer: `${pointer}/${index}/id`, code: 'duplicate-id' as const, id, first: `${pointer}/${earlier}/id` }]
  })
}

const periodsForward: Rule = (region) => [
  ...reversed(region.agreements, '/agreements'),
  ...region.authorities.flatMap(({ keys, deployments }, index) => [
    ...reversed(keys, `/authorities/${index}/keys`),
    ...reversed(deployments, `/authorities/${index}/deployments`),
  ]),
  ...region.specialists.flatMap((specialist, index) => [
    ...reversedPeriod(specialist.employment, `/specialists/${index}/employment`),
    ...(['weeklyMinutes', 'workPattern', 'authorisations', 'access', 'exclusions'] as const).flatMap((field) =>
      reversed(specialist[field], `/specialists/${index}/${field}`),
    ),
  ]),
  ...reversed(region.members ?? [], '/members'),
  ...region.requirements.flatMap(({ when }, index) =>
    when.kind === 'weekly' ? reversedPeriod(when, `/requirements/${index}/when`) : [],
  ),
  ...region.absences.flatMap(({ from, to, reviewOn }, index) => {
    if (to !== undefined && to < from)
      return [{ pointer: `/absences/${index}/to`, code: 'reversed-period' as const, from, to }]
    return reviewOn !== undefined && reviewOn < from.slice(0, 10)
      ? [{ pointer: `/absences/${index}/reviewOn`, code: 'reversed-period' as const, from, to: reviewOn }]
      : []
  }),
]

interface Dated {
  readonly validFrom?: string | undefined
  readonly validTo?: string | undefined
}

const reversed = (periods: readonly Dated[], pointer: string): Problem[] =>
  periods.flatMap((period, index) => reversedPeriod(period, `${pointer}/${index}`))

const reversedPeriod = ({ validFrom, validTo }: Dated, pointer: string): Problem[] =>
  validFrom !== undefined && validTo !== undefined && validTo < validFrom
    ? [{ pointer: `${pointer}/validTo`, code: 'reversed-period', from: validFrom, to: validTo }]
    : []

const absencesEnd: Rule = ({ absences }) =>
  absences.flatMap(({ to, reviewOn }, index): Problem[] => {
    if (to === undefined && reviewOn === undefined)
      return [{ pointer: `/absences/${index}`, code: 'absence-without-end' }]
    return to !== undefined && reviewOn !== undefined
      ? [{ pointer: `/absences/${index}/reviewOn`, code: 'absence-with-two-ends' }]
      : []
  })

/** Sorted by their start, absences of one person overlap exactly if some begin before the latest end so far is over. */
const absencesApart: Rule = ({ absences }) => {
  const latest = new Map<string, { readonly to: string; readonly index: number }>()
  return absences
    .map((absence, index) => ({ ...absence, index }))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.index - b.index))
    .flatMap(({ specialist, from, to = '9999-12-31/pm', index }) => {
      const before = latest.get(specialist)
      if (before === undefined || before.to < to) latest.set(specialist, { to, index })
      return before !== undefined && from <= before.to
        ? [
            {
              pointer: `/absences/${index}/from`,
              code: 'overlapping-absences' as const,
              other: `/absences/${before.index}`,
            },
          ]
        : []
    })
}

const oneBookingPerHalfDay: Rule = ({ bookings }) => {
  const taken = new Map<string, string>()
  return bookings.flatMap((booking, index) =>
    booking.halfDays.flatMap((halfDay, position) => {
      const key = `${booking.specialist} ${halfDay}`
      const pointer = `/bookings/${index}/halfDays/${position}`
      const other = taken.get(key)
      if (!isLive(booking)) return []
      if (other === undefined) taken.set(key, pointer)
      return other === undefined ? [] : [{ pointer, code: 'double-booking' as const, halfDay, other }]
    }),
  )
}

const coverAwayFromOwnPost: Rule = ({ bookings, specialists }) => {
  const posts = new Set(specialists.map(({ id, authority, homeArea }) => `${id} ${authority} ${homeArea}`))
  return bookings.flatMap(({ specialist, authority, area }, index) =>
    posts.has(`${specialist} ${authority} ${area}`)
      ? [{ pointer: `/bookings/${index}/area`, code: 'own-post' as const }]
      : [],
  )
}

const agreementsReachSomebodyElse: Rule = ({ agreements }) =>
  agreements.flatMap(({ givers, receivers }, index) =>
    givers.some((giver) => receivers.some((receiver) => receiver !== giver))
      ? []
      : [{ pointer: `/agreements/${index}/receivers`, code: 'no-other-receiver' as const }],
  )

const conflictsBetweenTwoAreas: Rule = ({ region }) =>
  region.conflicts.flatMap(({ areas: [one, other] }, index) =>
    one === other ? [{ pointer: `/region/conflicts/${index}/areas/1`, code: 'same-area' as const }] : [],
  )

const reasonsOfEnded: Rule = ({ bookings }) =>
  bookings.flatMap(({ status, reason }, index) =>
    reason !== undefined && status !== 'ended'
      ? [{ pointer: `/bookings/${index}/reason`, code: 'reason-without-end' as const }]
      : [],
  )

/** What a specialist may do concerns the person that they are. */
const specialistsAreSomebody: Rule = ({ members = [] }) =>
  members.flatMap(({ roles, specialist }, index): Problem[] =>
    specialist === undefined && roles.some(({ role }) => role === 'specialist')
      ? [{ pointer: `/members/${index}/specialist`, code: 'missing-field', expected: 'text', format: 'id' }]
      : [],
  )

const deputiesStandForOthers: Rule = ({ members = [] }) =>
  members.flatMap(({ id, deputyOf = [] }, index) =>
    deputyOf.flatMap((other, position) =>
      other === id ? [{ pointer: `/members/${index}/deputyOf/${position}`, code: 'deputy-of-oneself' as const }] : [],
    ),
  )
