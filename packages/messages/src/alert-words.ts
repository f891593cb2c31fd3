import type { Alert } from '@vertretbar/domain/alert'
import type { ConsentSide } from '@vertretbar/domain/booking'
import type { Notice } from '@vertretbar/domain/message'
import type { Severity } from '@vertretbar/domain/severity'
import { alertsEnglish } from './alert-english.ts'
import { alertsGerman } from './alert-german.ts'
import type { AlertSection } from './alert-section.ts'
import type { Language } from './catalogue.ts'

/** What is said of alerts, on whatever they are shown. */
export interface AlertWords {
  readonly sections: Readonly<Record<AlertSection, string>>
  /** What is the matter, in a word or two. */
  readonly kinds: Readonly<Record<Exclude<Alert['kind'], 'cover'>, string>>
  readonly notices: Readonly<Record<Notice['kind'], string>>
  readonly severity: Readonly<Record<Severity, string>>

  /** So many of a kind, as a headline says it. */
  readonly counted: Readonly<Record<Counted, (number: number) => string>>
  readonly andMore: string
  readonly authorities: (number: number) => string

  readonly missing: (least: number, most: number) => string
  readonly forRole: (roles: string) => string
  readonly wanted: string
  readonly blocks: (areas: string) => string
  readonly daysLeft: (workingDays: number) => string
  readonly lender: (authority: string) => string
  readonly inHouse: string
  readonly notTakingPlace: string
  readonly asked: Readonly<Record<ConsentSide, string>>
  readonly answerBy: (when: string) => string
  readonly sayWhatWasWorked: string
  readonly coverOn: (area: string, when: string) => string
  readonly agreement: string
  readonly noAccess: string
  readonly servesFor: (givers: string, receivers: string) => string
  readonly mutual: (parties: string) => string
  readonly lastDay: (when: string) => string
  readonly ofOnePerson: string
  readonly otherSoftware: string
}

/** What a headline counts: things that happened, what happened to covers, and urgent gaps. */
export type Counted = Exclude<Alert['kind'], 'cover' | 'gap-urgent'> | Notice['kind'] | 'urgent'

/** The words for alerts, by language. */
export const alertWords: Readonly<Record<Language, AlertWords>> = { de: alertsGerman, en: alertsEnglish }
