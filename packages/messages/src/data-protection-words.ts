import type { Scope } from '@vertretbar/domain/access-policy'
import type { MemberRole } from '@vertretbar/domain/member'
import type { DataCategory } from '@vertretbar/domain/personal-data'
import type { Language } from './catalogue.ts'
import { dataCategoriesEnglish } from './data-protection-english.ts'
import { dataCategoriesGerman } from './data-protection-german.ts'

/** What is said of a kind of data about people. */
export interface CategoryWords {
  readonly name: string
  readonly purpose: string
  /** A hint: the data-protection officer of each authority has the last word. */
  readonly basis: string
  readonly retention: string
}

/** What is said of each kind of data, by language. */
export const dataCategoryWords: Readonly<Record<Language, Readonly<Record<DataCategory, CategoryWords>>>> = {
  de: dataCategoriesGerman,
  en: dataCategoriesEnglish,
}

/** The words of the sheet around what it says of each kind. */
export const sheetWords = {
  de: {
    title: 'Datenblatt zum Datenschutz',
    introduction:
      'Was Vertretbar zu Personen speichert und anzeigt, wozu, wie lange und für wen. Die Rechtsgrundlagen sind Hinweise; maßgeblich ist, was die Datenschutzbeauftragten der beteiligten Behörden festlegen. Jede Person kann alles einsehen, was zu ihr gespeichert ist, und es als Datei erhalten.',
    purpose: 'Zweck',
    basis: 'Rechtsgrundlage (Hinweis)',
    retention: 'Aufbewahrung',
    viewers: 'Wer es sieht',
    oneself: 'die Person selbst',
    fields: 'Felder',
    roles: {
      specialist: 'Fachkräfte',
      'hr-manager': 'Personalverantwortliche',
      'area-head': 'Leitung des Fachbereichs',
      controller: 'Kämmerei',
      coordinator: 'Koordinierungsstelle',
      operator: 'Betrieb der Anwendung',
    },
    scopes: {
      own: 'nur, was sie selbst betrifft',
      area: 'im eigenen Fachbereich',
      authority: 'in der eigenen Behörde',
      partner: 'auch bei Behörden mit Zweckvereinbarung',
      region: 'im ganzen Kooperationsraum',
    },
  },
  en: {
    title: 'Data-protection sheet',
    introduction:
      'What Vertretbar stores and shows about people, what for, for how long and to whom. Legal bases are hints; what counts is what the data-protection officers of the authorities decide. Everybody can see all that is kept of them, and have it as a file.',
    purpose: 'Purpose',
    basis: 'Legal basis (hint)',
    retention: 'Kept',
    viewers: 'Who sees it',
    oneself: 'the person themselves',
    fields: 'Fields',
    roles: {
      specialist: 'specialists',
      'hr-manager': 'HR managers',
      'area-head': 'heads of the service area',
      controller: 'controllers',
      coordinator: 'the coordinator',
      operator: 'operators of the installation',
    },
    scopes: {
      own: 'only what concerns themselves',
      area: 'in their own service area',
      authority: 'in their own authority',
      partner: 'also at authorities with an agreement',
      region: 'in the whole region',
    },
  },
} as const satisfies Readonly<Record<Language, SheetWords>>

interface SheetWords {
  readonly title: string
  readonly introduction: string
  readonly purpose: string
  readonly basis: string
  readonly retention: string
  readonly viewers: string
  readonly oneself: string
  readonly fields: string
  readonly roles: Readonly<Record<MemberRole, string>>
  readonly scopes: Readonly<Record<Scope, string>>
}
