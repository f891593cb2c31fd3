type Range = readonly [least: number, most: number]

/** How large and how eventful a region is. Ranges are drawn from evenly; the others are probabilities. */
export interface Knobs {
  readonly authorities: Range
  readonly areas: Range
  /** That an authority has people or requirements in an area at all. */
  readonly places: number
  readonly specialistsPerPlace: Range
  readonly requirementsPerPlace: Range
  readonly days: Range
  /** That a person has a first absence around the horizon, then a second, and so on. */
  readonly absences: number
  readonly agreements: Range
  /** That a person has the authorisation, or the access, to cover at a given other place. */
  readonly papers: number
  /** That a person can also do the work of a given other area. */
  readonly furtherCompetences: number
  /** That a competence in an area is given as two entries, each with its own roles and products. */
  readonly splitCompetences: number
  readonly bookings: Range
  readonly refusals: Range
  /** None where the region is to be written as a file: no file says who has access. */
  readonly members: Range
}

/** A few people and about a week: an exhaustive search is possible. */
export const small: Knobs = {
  authorities: [2, 3],
  areas: [1, 3],
  places: 0.75,
  specialistsPerPlace: [1, 4],
  requirementsPerPlace: [1, 2],
  days: [6, 16],
  absences: 0.55,
  agreements: [1, 3],
  papers: 0.85,
  furtherCompetences: 0.4,
  splitCompetences: 0.2,
  bookings: [0, 4],
  refusals: [0, 1],
  members: [0, 0],
}

/** Several authorities over two months. */
export const medium: Knobs = {
  authorities: [4, 7],
  areas: [2, 4],
  places: 0.8,
  specialistsPerPlace: [1, 4],
  requirementsPerPlace: [1, 3],
  days: [40, 65],
  absences: 0.6,
  agreements: [3, 7],
  papers: 0.6,
  furtherCompetences: 0.2,
  splitCompetences: 0.2,
  bookings: [8, 25],
  refusals: [1, 6],
  members: [0, 0],
}

/** As few people and days as can still cover for each other: every subset of assignments can be tried. */
export const tiny: Knobs = {
  ...small,
  specialistsPerPlace: [1, 2],
  requirementsPerPlace: [0, 2],
  days: [1, 5],
}
