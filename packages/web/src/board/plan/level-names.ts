import type { Plan } from '@vertretbar/domain/plan'

/** The levels of a plan in their order; written out, for the list of the domain comes with all its schemas. */
export const levelNames = [
  'criticalShortage',
  'normalShortage',
  'handOvers',
  'halfDays',
  'effort',
  'fairness',
] as const satisfies readonly (keyof Plan['objective'])[]
