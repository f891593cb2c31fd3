import type { Command } from '@vertretbar/domain/command'

/** Counts a thing in German: eine Vertretung, mehrere Vertretungen. */
const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('de-DE')} ${number === 1 ? one : many}`

/** What was carried out, by its command; the number is that of the bookings it touched. */
const carriedOut = {
  'request-bookings': (bookings: number) => `Angefragt: ${count(bookings, 'Vertretung', 'Vertretungen')}`,
  consent: () => 'Die Zustimmung ist festgehalten',
  'refuse-booking': () => 'Die Absage ist festgehalten',
  'withdraw-booking': () => 'Zurückgezogen',
  'recall-booking': () => 'Zurückgerufen',
  'expire-request': () => 'Verfallen',
  'reconcile-booking': () => 'Was gearbeitet wurde, ist festgehalten',
  'note-hand-over': () => 'Die Übergabe ist festgehalten',
  'record-absence': () => 'Die Abwesenheit ist gespeichert',
  'change-absence': () => 'Die Abwesenheit ist geändert',
  'end-absence': () => 'Das Ende der Abwesenheit ist gespeichert',
  'withdraw-absence': () => 'Die Abwesenheit ist zurückgezogen',
  'acknowledge-gap': () => 'Die Lücke ist zur Kenntnis genommen',
  'accept-risk': () => 'Das Risiko der Lücke ist in Kauf genommen',
  'put-entry': () => 'Der Eintrag ist gespeichert',
  'remove-entry': () => 'Der Eintrag ist entfernt',
  'put-head': () => 'Die Angaben zur Region sind gespeichert',
  'invite-member': () => 'Die Einladung ist gespeichert',
  'change-member': () => 'Der Zugang ist geändert',
  'end-member': () => 'Der Zugang ist beendet',
  'renew-invitation': () => 'Die neue Einladung ist gespeichert',
  'bind-member': () => 'Die Einladung ist angenommen',
  'create-feed': () => 'Der Kalender ist angelegt',
  'rotate-feed': () => 'Der Kalender hat eine neue Adresse',
  'revoke-feed': () => 'Der Kalender ist aufgehoben',
  'erase-person': () => 'Alle Angaben zu dieser Person sind gelöscht',
  'delete-expired': () => 'Was nicht länger aufbewahrt wird, ist gelöscht',
} as const satisfies Readonly<Record<Command['kind'], (bookings: number) => string>>

/** What the terminal says in German to whoever works with stored bookings, absences, master data, ledger and log. */
export const operatorGerman = {
  carriedOut: (kind: Command['kind'], bookings: number): string => carriedOut[kind](bookings),
  proposalUnknown: (number: number, last: number) =>
    last === 0
      ? 'Dieser Plan schlägt keine Vertretung vor — bitte geben Sie einen anderen Plan an.'
      : `Den Vorschlag ${number} gibt es in diesem Plan nicht — bitte nennen Sie Nummern von 1 bis ${last}.`,

  bookingsHeading: (number: number) =>
    number === 0 ? 'Keine Vertretungen' : count(number, 'Vertretung', 'Vertretungen'),
  booking: 'Vertretung',
  id: 'Kennung',
  status: 'Stand',
  endedBecause: (status: string, reason: string) => `${status} (${reason})`,
  mode: 'Wie',
  modes: { remote: 'aus der Ferne', 'on-site': 'vor Ort' },
  requested: 'Angefragt',
  answerBy: 'Antwort bis',
  consentOf: (side: string) => `Zustimmung (${side})`,
  consented: (when: string, way: string, deed: string) => `${when} – ${way}, festgehalten von ${deed}`,
  by: (who: string, at: string) => `${who} am ${at}`,
  outstanding: 'steht aus',
  notNeeded: 'nicht nötig, eigenes Haus',
  released: 'Ausgeschieden',
  releasedBecause: (when: string, reason: string, at: string) => `${when} – ${reason}, ${at}`,
  access: 'Zugang',
  askBy: (product: string, day: string) => `${product}, zu beantragen bis ${day}`,
  handOverOpen: 'Übergabe, offen',
  handOverDone: 'Übergabe, erledigt',
  openCases: 'Offene Fälle',
  workedBy: (side: string) => `Gearbeitet (${side})`,
  nothingWorked: 'nichts',
  closed: 'Abgeschlossen',
  expiredHeading: (number: number) =>
    number === 0 ? 'Keine Anfrage ist verfallen' : `Verfallen: ${count(number, 'Anfrage', 'Anfragen')}`,

  absencesHeading: (number: number) =>
    number === 0 ? 'Keine Abwesenheiten' : count(number, 'Abwesenheit', 'Abwesenheiten'),
  firstHalfDay: 'Von',
  lastHalfDay: 'Bis',
  openEnd: (reviewOn: string) => `offen, Prüftermin ${reviewOn}`,

  notStored: 'Probelauf, nichts ist gespeichert',
  applyToStore: 'Mit --apply wird es so gespeichert.',
  openedHeading: (number: number) =>
    `${count(number, 'Lücke entsteht oder wächst', 'Lücken entstehen oder wachsen')} dadurch`,
  closedHeading: (number: number) =>
    `${count(number, 'Lücke schließt sich oder schrumpft', 'Lücken schließen sich oder schrumpfen')} dadurch`,
  noEffect: 'An Lücken und Vertretungen ändert das nichts.',

  membersHeading: (number: number) => (number === 0 ? 'Niemand hat Zugang' : count(number, 'Zugang', 'Zugänge')),
  address: 'Adresse',
  roles: 'Rolle',
  deputyFor: 'Vertretung für',
  validity: 'Gilt',
  login: 'Anmeldung',
  hasLoggedIn: 'angemeldet',
  notInvited: 'nicht eingeladen',
  invitedUntil: (at: string) => `eingeladen bis ${at}`,
  invitation: (code: string, link: string) =>
    `Einladung, wird nur dieses eine Mal gezeigt: ${code}\nAls Link, hinter der Adresse der Anwendung: ${link}`,

  mailsHeading: (waiting: number, givenUp: number) =>
    waiting + givenUp === 0
      ? 'Alle E-Mails sind verschickt'
      : `${count(waiting, 'E-Mail wartet', 'E-Mails warten')}, ${count(givenUp, 'ließ', 'ließen')} sich nicht zustellen`,
  mailsRetried: (number: number) =>
    number === 0
      ? 'Keine E-Mail war aufgegeben'
      : `${count(number, 'E-Mail wird', 'E-Mails werden')} wieder verschickt, sobald Vertretbar läuft`,
  mailKind: 'Art',
  mailKinds: { digest: 'Übersicht der Nacht', 'at-once': 'Sofortmeldung' },
  mailStates: { waiting: 'wartet', sent: 'verschickt', 'given-up': 'aufgegeben', dropped: 'entfallen' },
  tries: 'Versuche',
  nextTry: 'Nächster Versuch',
  fault: 'Fehler',

  ledgerHeading: (year: number) => `Salden ${year}`,
  ledgerEmpty: 'In diesem Jahr ist nichts abgerechnet.',
  giver: 'Gebende Behörde',
  receiver: 'Empfangende Behörde',
  area: 'Fachbereich',
  quarter: 'Quartal',
  halfDaysColumn: 'Halbtage',
  hours: 'Stunden',
  amount: 'Betrag',
  total: 'Summe',

  auditSound: (entries: number) =>
    `Das Protokoll ist unverändert und vollständig: ${count(entries, 'Eintrag', 'Einträge')}.`,
  auditUnsound: (entries: number, findings: number) =>
    `Das Protokoll ist nicht in Ordnung: ${count(findings, 'Befund', 'Befunde')} bei ${count(entries, 'Eintrag', 'Einträgen')}.`,
  auditDigest: (digest: string) => `Prüfsumme des letzten Eintrags: ${digest}`,
  auditFindings: {
    missing: (number: number) => `Eintrag ${number} fehlt.`,
    changed: (number: number) => `Eintrag ${number} wurde verändert.`,
    forged: (number: number) => `Eintrag ${number} ist in sich schlüssig, gehört aber nicht in diese Kette.`,
    swapped: (number: number, found: number) => `An der Stelle von Eintrag ${number} liegt Eintrag ${found}.`,
    content: (number: number, item: string) =>
      `Was unter „${item}“ gespeichert ist, ist nicht das, was Eintrag ${number} zuletzt davon festhielt.`,
  },
}
