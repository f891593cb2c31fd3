import type { Access } from './access.ts'
import { personOf } from './access-subject.ts'
import type { Agreement } from './agreement.ts'
import { fileOf, type Region } from './region.ts'
import type { RegionIndex } from './region-index.ts'

/**
 * What of a region somebody may take out in a file, and bring back as it is: each thing that they may know whole, and
 * all that it refers to, so that the file holds together.
 */
export function fileFor(index: RegionIndex, access: Access): Region {
  const { gapMarks = [], ...region } = fileOf(index.region)
  const specialists = region.specialists.filter((one) => access.may('see-limits', personOf(one)))
  const requirements = region.requirements.filter((one) => access.may('see-requirement', { places: [one] }))
  const people = new Set(specialists.map(({ id }) => id))
  const needed = new Set(requirements.map(({ id }) => id))
  const bookings = region.bookings.filter(({ specialist }) => people.has(specialist))
  const named = new Set(bookings.map(({ agreement }) => agreement))
  const marks = gapMarks.filter(
    ({ requirement: id }) => needed.has(id) && access.may('see-gap', { places: [index.requirement(id)] }),
  )
  return {
    ...region,
    agreements: region.agreements.filter((one) => named.has(one.id) || access.may('see-agreement', partiesOf(one))),
    specialists,
    requirements,
    absences: region.absences.filter(({ specialist }) => people.has(specialist)),
    bookings,
    refusals: region.refusals.filter(
      ({ specialist, requirement }) =>
        people.has(specialist) &&
        needed.has(requirement) &&
        access.may('see-codes', personOf(index.specialist(specialist))),
    ),
    ...(marks.length > 0 && { gapMarks: marks }),
  }
}

/** An agreement concerns whoever gives or receives under it. */
export const partiesOf = ({ givers, receivers }: Agreement) => ({
  places: [...givers, ...receivers].map((authority) => ({ authority })),
})
