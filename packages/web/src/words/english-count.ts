/** Counts a thing: one gap, several gaps. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${figure(number)} ${number === 1 ? one : many}`

/** A number as people write it: `1,234`. */
export const figure = (number: number): string => number.toLocaleString('en-GB')

/** So many gaps. */
export const gaps = (number: number): string => count(number, 'gap')

/** So many half-days. */
export const halfDays = (number: number): string => count(number, 'half-day')

/** So many people. */
export const people = (number: number): string => count(number, 'person', 'people')
