import { accessOf } from '@vertretbar/domain/access'
import { dateOf, dayOf } from '@vertretbar/domain/half-day'
import type { Member } from '@vertretbar/domain/member'
import type { Region } from '@vertretbar/domain/region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { coverPlanPage } from '@vertretbar/messages/cover-plan-page'
import { availabilityView, presenceLetters } from '@vertretbar/usecases/availability-view'
import { coverPlanView } from '@vertretbar/usecases/cover-plan-view'
import { gapsView } from '@vertretbar/usecases/gaps-view'
import type { Viewer } from '@vertretbar/usecases/viewer'
import { expect } from 'vitest'
import { campaign } from '../campaign.ts'
import { generateRegion } from '../generate/region.ts'
import { differences, twinsOf } from './twins.ts'

/** A region with an HR manager of an authority, who looks at it in the night of a day, and the plan of that authority. */
function lookedAt(region: Region, date: string, authority: string) {
  const hr: Member = {
    id: 'hr',
    address: 'hr@example.de',
    language: 'de',
    roles: [{ role: 'hr-manager', authority }],
    validFrom: '2000-01-01',
  }
  const index = new RegionIndex({ ...region, members: [hr] })
  const now = Date.parse(`${date}T02:30:00Z`)
  const snapshot = { version: 1, state: 'one', region: index.region, index }
  const viewer: Viewer = { snapshot, access: accessOf(index, { kind: 'member', id: 'hr' }, dayOf(date)), now }
  return { viewer, index, plan: coverPlanView(snapshot, now)(authority) }
}

/** What the letters of a board say of half-days on which somebody is there. */
const stateOf: Readonly<Record<string, string>> = {
  [presenceLetters.there]: 'there',
  [presenceLetters.lent]: 'covers',
  [presenceLetters.requested]: 'asked',
}

const sorted = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted()

campaign('a cover plan says what the HR manager of the authority sees', { test: 10, prove: 500 }, (seed) => {
  const { region, today } = generateRegion(seed, { bookings: [0, 8], absences: 0.5 })
  for (const { id } of region.authorities) {
    const { viewer, index, plan } = lookedAt(region, today, id)
    const days = { first: dayOf(today), last: dayOf(today) + 13 }
    const { people, covers } = availabilityView(viewer, days)
    const seen = people.flatMap(({ specialist, halfDays }) =>
      Array.from(halfDays).flatMap((letter, at) => {
        const half = at % 2 === 0 ? 'am' : 'pm'
        const state = stateOf[letter]
        const halfDay = `${dateOf(days.first + (at >> 1))}/${half}`
        return state === undefined ? [] : [[index.specialist(specialist).displayName, halfDay, state]]
      }),
    )
    const told = plan.areas.flatMap((area) =>
      area.people.flatMap(({ name, halfDays }) => [...halfDays].map(([halfDay, { kind }]) => [name, halfDay, kind])),
    )
    expect(sorted(told)).toEqual(sorted(seen))

    const known = new Set(covers.map(({ specialist }) => index.specialist(specialist).displayName))
    const coming = plan.areas.flatMap((area) => area.covers.map(({ name }) => name))
    expect(coming.filter((name) => !known.has(name))).toEqual([])

    const { gaps } = gapsView(viewer, { ...days, today: days.first })
    const open = plan.areas.flatMap((area) =>
      area.gaps.map(({ halfDays, severity, state }) => [halfDays, severity, state]),
    )
    expect(sorted(open)).toEqual(sorted(gaps.map(({ halfDays, severity, state }) => [halfDays, severity, state])))
  }
})

for (const difference of differences)
  campaign(
    `which of two equals has which ${difference} stands in the plan of no other authority`,
    { test: 2, prove: 500 },
    (seed) => {
      const { region, swapped, today, authority } = twinsOf(seed, difference)
      for (const { id } of region.authorities.filter((one) => one.id !== authority)) {
        const [page, other] = [region, swapped].map((one) => coverPlanPage(lookedAt(one, today, id).plan, 'de'))
        expect(page).toBe(other)
      }
    },
  )
