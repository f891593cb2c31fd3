import type { Language } from './catalogue.ts'

/** What a mail says around what it tells. */
interface MailWords {
  readonly product: string
  readonly stand: (region: string, when: string) => string
  readonly because: (roles: string) => string
  readonly becauseAlso: (roles: string, deputised: string) => string
  readonly becauseDeputy: (deputised: string) => string
  readonly often: Readonly<Record<'digest' | 'at-once', string>>
  readonly unnamed: string
  readonly settings: string
  readonly noAnswer: string
}

/** What stands in every mail, by language. */
export const mailWords: Readonly<Record<Language, MailWords>> = {
  de: {
    product: 'Vertretbar',
    stand: (region, when) => `${region}, Stand ${when}`,
    because: (roles) => `Sie erhalten diese E-Mail als ${roles}.`,
    becauseAlso: (roles, deputised) =>
      `Sie erhalten diese E-Mail als ${roles}, außerdem in Stellvertretung: ${deputised}.`,
    becauseDeputy: (deputised) => `Sie erhalten diese E-Mail in Stellvertretung: ${deputised}.`,
    often: {
      digest: 'Sie kommt höchstens einmal am Tag, und nur, wenn es etwas Neues gibt.',
      'at-once': 'Sie kommt sofort, weil es eilt; alles Übrige fasst höchstens eine E-Mail am Tag zusammen.',
    },
    unnamed: 'Personen nennt sie nicht; wer gemeint ist, sehen Berechtigte nach der Anmeldung.',
    settings: 'Uhrzeit und Sprache ändert für Sie die Personalverwaltung Ihrer Behörde oder die Koordinierungsstelle.',
    noAnswer: 'Diese E-Mail kommt von einem Programm; eine Antwort darauf liest niemand.',
  },
  en: {
    product: 'Vertretbar',
    stand: (region, when) => `${region}, as of ${when}`,
    because: (roles) => `You get this mail as ${roles}.`,
    becauseAlso: (roles, deputised) => `You get this mail as ${roles}, and as deputy: ${deputised}.`,
    becauseDeputy: (deputised) => `You get this mail as deputy: ${deputised}.`,
    often: {
      digest: 'It comes once a day at most, and only if there is something new.',
      'at-once': 'It comes at once because it is pressing; all else is told in one mail a day at most.',
    },
    unnamed: 'It names nobody; those who may know see after signing in who is meant.',
    settings: 'The HR management of your authority or the coordinator changes time and language for you.',
    noAnswer: 'This mail comes from a program; nobody reads an answer to it.',
  },
}
