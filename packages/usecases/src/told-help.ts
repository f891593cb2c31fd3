import { personOf } from '@vertretbar/domain/access-subject'
import type { Help, ShortageChange } from '@vertretbar/domain/explanation'
import type { Measure } from '@vertretbar/domain/measure'
import type { Viewer } from './viewer.ts'

/** What would help of what concerns somebody's own people and agreements, with what it does to their own needs. */
export function toldHelp(viewer: Viewer, help: readonly Help[]): Help[] {
  const { requirements } = viewer.snapshot.region
  const own = new Set(requirements.filter((one) => viewer.access.may('see-gap', { places: [one] })).map(({ id }) => id))
  const ownOf = (changes: readonly ShortageChange[]) => changes.filter(({ requirement }) => own.has(requirement))
  return help
    .filter(({ measure }) => mayKnow(viewer, measure))
    .map((one) => ({ ...one, covered: ownOf(one.covered), opened: ownOf(one.opened) }))
}

/** What people can do may be known with their names; how much they cover and when they are away, at home only. */
function mayKnow({ snapshot: { region, index }, access }: Viewer, measure: Measure): boolean {
  const isParty = (authorities: readonly string[]): boolean =>
    access.may('see-agreement', { places: authorities.map((authority) => ({ authority })) })
  switch (measure.kind) {
    case 'agreement':
      return isParty([measure.giver, measure.receiver])
    case 'agreement-limit': {
      const agreement = region.agreements.find(({ id }) => id === measure.agreement)
      return agreement !== undefined && isParty([...agreement.givers, ...agreement.receivers])
    }
    default: {
      const person = index.specialistIfAny(measure.specialist)
      if (person === undefined) return false
      const isPersonal = measure.kind === 'absence' || measure.kind === 'weekly-limit'
      return access.may('see-codes', personOf(person)) || (!isPersonal && access.may('see-name', personOf(person)))
    }
  }
}
