import type { LocalName } from '@vertretbar/domain/identifier'
import type { Language } from './catalogue.ts'
import type { CoverPlan, CoverPlanPlace } from './cover-plan.ts'

/** Whose plan is read, and in which language. */
export interface Reading extends Pick<CoverPlan, 'authority' | 'closed'> {
  readonly language: Language
}

/** A place as seen from the authority of a plan: there the area is what matters, elsewhere the authority. */
export const placeFrom = ({ authority, language }: Reading, place: CoverPlanPlace): string =>
  place.authority === authority ? place.area[language] : place.authority

/** Any of some roles. */
export const anyOfText = (roles: readonly LocalName[], language: Language): string =>
  roles.map((role) => role[language]).join(' / ')
