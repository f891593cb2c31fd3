import type { GapState } from '@vertretbar/domain/gap-state'
import type { Language } from './catalogue.ts'

/** What a printed cover plan says. */
interface CoverPlanWords {
  readonly title: (authority: string, when: string) => string
  readonly heading: (authority: string, gaps: number) => string
  readonly made: (when: string, version: number, region: string) => string
  readonly stale: string
  readonly inConfidence: string

  readonly today: (when: string) => string
  readonly closedToday: string
  readonly area: string
  readonly morning: string
  readonly afternoon: string
  readonly shortMorning: string
  readonly shortAfternoon: string
  readonly there: string
  readonly coveringHere: string
  readonly askedHere: string
  readonly elsewhere: string
  readonly missing: string
  readonly nobody: string

  readonly call: string
  readonly callNote: string
  readonly role: string
  readonly mail: string
  readonly deputy: (role: string) => string
  readonly noContacts: string

  readonly open: string
  readonly nothingOpen: string
  readonly states: Readonly<Record<GapState, string>>

  readonly week: (first: string, last: string) => string
  readonly who: string
  readonly weekTable: (first: string, last: string) => string
  readonly from: (place: string) => string
  readonly gap: (task: string, roles: string) => string
  readonly cell: {
    readonly there: string
    readonly notThere: string
    readonly closed: string
    readonly covers: (place: string) => string
    readonly asked: (place: string) => string
    readonly coversHere: string
    readonly askedHere: string
    readonly notHere: string
    readonly noGap: string
    readonly missing: (number: number) => string
  }
}

/** The words of the printed cover plan, by language. */
export const coverPlanWords: Readonly<Record<Language, CoverPlanWords>> = {
  de: {
    title: (authority, when) => `Vertretungsplan ${authority}, ${when}`,
    heading: (authority, gaps) =>
      `${authority}: ${gaps === 0 ? 'keine Lücke' : gaps === 1 ? '1 Lücke' : `${gaps} Lücken`} in den nächsten zwei Wochen`,
    made: (when, version, region) => `${region}. Erstellt ${when} aus Stand Nr. ${version}.`,
    stale:
      'Was danach geändert wurde, steht hier nicht. Diese Seite ist für den Fall, dass Vertretbar nicht erreichbar ist.',
    inConfidence: 'Nur für den Dienstgebrauch: Diese Seite nennt Beschäftigte.',

    today: (when) => `Heute, ${when}`,
    closedToday: 'Heute ist geschlossen.',
    area: 'Fachbereich',
    morning: 'Vormittags',
    afternoon: 'Nachmittags',
    shortMorning: 'vorm.',
    shortAfternoon: 'nachm.',
    there: 'Da',
    coveringHere: 'Vertritt hier',
    askedHere: 'Hier angefragt, noch nicht zugesagt',
    elsewhere: 'Vertritt anderswo',
    missing: 'Lücke',
    nobody: 'niemand da',

    call: 'Wen Sie fragen können',
    callNote: 'Telefonnummern speichert Vertretbar nicht.',
    role: 'Funktion',
    mail: 'E-Mail',
    deputy: (role) => `${role} (Stellvertretung)`,
    noContacts: 'Niemand ist eingetragen.',

    open: 'Was offen ist',
    nothingOpen: 'In diesen zwei Wochen ist alles besetzt.',
    states: { open: 'offen', requested: 'angefragt', 'accepted-risk': 'Risiko in Kauf genommen' },

    week: (first, last) => `${first} bis ${last}`,
    who: 'Wer',
    weekTable: (first, last) => `Wer wann da ist, ${first} bis ${last}`,
    from: (place) => `aus: ${place}`,
    gap: (task, roles) => (roles === '' ? `Lücke: ${task}` : `Lücke: ${task} (${roles})`),
    cell: {
      there: 'da',
      notThere: 'nicht da',
      closed: 'geschlossen',
      covers: (place) => `vertritt: ${place}`,
      asked: (place) => `da; angefragt: ${place}`,
      coversHere: 'vertritt hier',
      askedHere: 'angefragt',
      notHere: 'nicht hier',
      noGap: 'keine Lücke',
      missing: (number) => (number === 1 ? '1 fehlt' : `${number} fehlen`),
    },
  },
  en: {
    title: (authority, when) => `Cover plan ${authority}, ${when}`,
    heading: (authority, gaps) =>
      `${authority}: ${gaps === 0 ? 'no gap' : gaps === 1 ? '1 gap' : `${gaps} gaps`} in the next two weeks`,
    made: (when, version, region) => `${region}. Made ${when} from version ${version}.`,
    stale: 'What was changed after that is not on it. This page is for the case that Vertretbar cannot be reached.',
    inConfidence: 'For official use only: this page names staff.',

    today: (when) => `Today, ${when}`,
    closedToday: 'Closed today.',
    area: 'Service area',
    morning: 'Morning',
    afternoon: 'Afternoon',
    shortMorning: 'am',
    shortAfternoon: 'pm',
    there: 'There',
    coveringHere: 'Covering here',
    askedHere: 'Asked to cover here, not agreed yet',
    elsewhere: 'Covering elsewhere',
    missing: 'Gap',
    nobody: 'nobody there',

    call: 'Whom to ask',
    callNote: 'Vertretbar stores no telephone numbers.',
    role: 'Role',
    mail: 'Mail',
    deputy: (role) => `${role} (deputy)`,
    noContacts: 'Nobody is on file.',

    open: 'What is open',
    nothingOpen: 'Everything is staffed in these two weeks.',
    states: { open: 'open', requested: 'requested', 'accepted-risk': 'risk accepted' },

    week: (first, last) => `${first} to ${last}`,
    who: 'Who',
    weekTable: (first, last) => `Who is there when, ${first} to ${last}`,
    from: (place) => `from: ${place}`,
    gap: (task, roles) => (roles === '' ? `Gap: ${task}` : `Gap: ${task} (${roles})`),
    cell: {
      there: 'there',
      notThere: 'not there',
      closed: 'closed',
      covers: (place) => `covers: ${place}`,
      asked: (place) => `there; asked by: ${place}`,
      coversHere: 'covers here',
      askedHere: 'asked',
      notHere: 'not here',
      noGap: 'no gap',
      missing: (number) => `${number} missing`,
    },
  },
}
