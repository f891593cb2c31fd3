import type { CoveredDate } from '@vertretbar/domain/covered-date'
import type { Language } from './catalogue.ts'

/** Where somebody covers, by the names of area and authority. */
interface NamedPlace {
  readonly area: string
  readonly authority: string
}

/** What calendar feeds say. */
interface FeedWords {
  /** How a date that is not simply agreed to begins: many calendars show no status. */
  readonly stages: Readonly<Record<CoveredDate['status'], string>>
  readonly cover: (place: NamedPlace) => string
  readonly coverBy: (place: NamedPlace, person: string) => string
  readonly own: string
  readonly ofPlace: (place: Pick<NamedPlace, 'authority'> & { readonly area?: string | undefined }) => string
}

/** The words of calendar feeds by language. */
export const feedWords: Readonly<Record<Language, FeedWords>> = {
  de: {
    stages: { tentative: 'angefragt, ', confirmed: '', cancelled: 'entfällt, ' },
    cover: ({ area, authority }) => `Vertretung ${area}, ${authority}`,
    coverBy: ({ area, authority }, person) => `Vertretung ${area}, ${authority}, durch ${person}`,
    own: 'Meine Vertretungen',
    ofPlace: ({ area, authority }) => ['Vertretungen', area, authority].filter(Boolean).join(' · '),
  },
  en: {
    stages: { tentative: 'requested, ', confirmed: '', cancelled: 'cancelled, ' },
    cover: ({ area, authority }) => `cover in ${area}, ${authority}`,
    coverBy: ({ area, authority }, person) => `cover in ${area}, ${authority}, by ${person}`,
    own: 'My covers',
    ofPlace: ({ area, authority }) => ['Covers', area, authority].filter(Boolean).join(' · '),
  },
}
