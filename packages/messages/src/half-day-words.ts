/** How many half-days there are and between which dates; apart from the terminal's texts, for the page needs only these. */
export const halfDayWords = {
  de: {
    halfDays: (number: number) => `${number.toLocaleString('de-DE')} ${number === 1 ? 'Halbtag' : 'Halbtage'}`,
    between: (list: string, first: string, last: string) => `${list} zwischen ${first} und ${last}`,
  },
  en: {
    halfDays: (number: number) => `${number.toLocaleString('en-GB')} ${number === 1 ? 'half-day' : 'half-days'}`,
    between: (list: string, first: string, last: string) => `${list} between ${first} and ${last}`,
  },
} as const
