/** Counts a thing: one Lücke, several Lücken. */
export const count = (number: number, one: string, many: string): string =>
  `${figure(number)} ${number === 1 ? one : many}`

/** A number as people write it: `1.234`. */
export const figure = (number: number): string => number.toLocaleString('de-DE')

/** So many gaps. */
export const gaps = (number: number): string => count(number, 'Lücke', 'Lücken')

/** So many half-days. */
export const halfDays = (number: number): string => count(number, 'Halbtag', 'Halbtage')

/** So many people. */
export const people = (number: number): string => count(number, 'Person', 'Personen')
