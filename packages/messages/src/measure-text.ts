import type { Measure } from '@vertretbar/domain/measure'
import type { Language } from './catalogue.ts'
import { dateText } from './date-text.ts'

/** The names that a measure is told with. */
export interface MeasureNames {
  readonly authority: (id: string) => string
  readonly area: (id: string) => string
  readonly product: (id: string) => string
  /** A person with the name of their authority. */
  readonly person: (id: string) => string
  readonly authorityOf: (specialist: string) => string
  /** What an agreement is called after "the monthly limit of"; where it is not said, its id is told. */
  readonly agreement?: (id: string) => string
}

/** What is to be done, as a phrase: `Zugang zu Verfahren A in Sickte für LK P2 (Landkreis Wolfenbüttel)`. */
export const measureText = (measure: Measure, names: MeasureNames, language: Language): string =>
  language === 'de' ? germanText(measure, names) : englishText(measure, names)

function germanText(measure: Measure, names: MeasureNames): string {
  switch (measure.kind) {
    case 'agreement':
      return `Vereinbarung: ${names.authority(measure.giver)} hilft ${names.authority(measure.receiver)} (${names.area(measure.area)})`
    case 'authorisation':
      return `Bestellung oder Vollmacht für ${whom(measure, names)} bei ${names.authority(measure.authority)} (${names.area(measure.area)})`
    case 'access':
      return `Zugang für ${whom(measure, names)} zu ${names.product(measure.product)} bei ${names.authority(measure.authority)}`
    case 'product':
      return `${whom(measure, names)} lernt ${names.product(measure.product)}`
    case 'weekly-limit':
      return `Wochengrenze von ${whom(measure, names)} auf ${measure.halfDays} Halbtage anheben`
    case 'agreement-limit':
      return `Monatsgrenze der ${names.agreement?.(measure.agreement) ?? `Vereinbarung ${measure.agreement}`} auf ${measure.halfDays} Halbtage anheben`
    case 'absence':
      return `Abwesenheit von ${whom(measure, names)} ab ${dateText(measure.from.slice(0, 10), 'de')} einen Tag ${measure.days > 0 ? 'später' : 'früher'}`
  }
}

function englishText(measure: Measure, names: MeasureNames): string {
  switch (measure.kind) {
    case 'agreement':
      return `Agreement: ${names.authority(measure.giver)} helps ${names.authority(measure.receiver)} (${names.area(measure.area)})`
    case 'authorisation':
      return `Appointment or power for ${whom(measure, names)} at ${names.authority(measure.authority)} (${names.area(measure.area)})`
    case 'access':
      return `Access for ${whom(measure, names)} to ${names.product(measure.product)} at ${names.authority(measure.authority)}`
    case 'product':
      return `${whom(measure, names)} learns ${names.product(measure.product)}`
    case 'weekly-limit':
      return `Raise the weekly limit of ${whom(measure, names)} to ${measure.halfDays} half-days`
    case 'agreement-limit':
      return `Raise the monthly limit of ${names.agreement?.(measure.agreement) ?? `agreement ${measure.agreement}`} to ${measure.halfDays} half-days`
    case 'absence':
      return `Absence of ${whom(measure, names)} from ${dateText(measure.from.slice(0, 10), 'en')} one day ${measure.days > 0 ? 'later' : 'earlier'}`
  }
}

const whom = ({ specialist }: { readonly specialist: string }, { person, authorityOf }: MeasureNames): string =>
  `${person(specialist)} (${authorityOf(specialist)})`
