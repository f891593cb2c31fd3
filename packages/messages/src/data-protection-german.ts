import type { DataCategory } from '@vertretbar/domain/personal-data'
import type { CategoryWords } from './data-protection-words.ts'

const employees =
  'Art. 6 Abs. 1 Buchst. e und Art. 88 DSGVO mit dem Beschäftigtendatenschutz des Landes (in Niedersachsen § 12 NDSG, §§ 88 ff. NBG)'
const lending = `${employees}; bei anderen Behörden dazu die Zweckvereinbarung`
const security = 'Art. 6 Abs. 1 Buchst. e und Art. 32 DSGVO'

/** What is said in German of each kind of data about people. */
export const dataCategoriesGerman: Readonly<Record<DataCategory, CategoryWords>> = {
  identity: {
    name: 'Kürzel und Stelle',
    purpose: 'Eine Fachkraft benennen: für wen eine Vertretung angefragt wird und wo sie ihre Stelle hat.',
    basis: lending,
    retention: 'Bis der Eintrag entfernt oder die Person gelöscht wird.',
  },
  employment: {
    name: 'Beschäftigungszeit und Arbeitszeit',
    purpose: 'Berechnen, an welchen Halbtagen jemand da ist, und Vertretungen in Stunden abrechnen.',
    basis: employees,
    retention: 'Bis der Eintrag entfernt oder die Person gelöscht wird.',
  },
  skills: {
    name: 'Kenntnisse, Bestellungen, Zugänge, Befangenheit',
    purpose: 'Prüfen, wer wo vertreten kann und darf. Gründe einer Befangenheit werden nicht gespeichert.',
    basis: lending,
    retention: 'Bis der Eintrag entfernt oder die Person gelöscht wird.',
  },
  absence: {
    name: 'Abwesenheiten',
    purpose: 'Erkennen, wann eine Mindestbesetzung fehlt. Art und Grund werden nicht gespeichert.',
    basis: employees,
    retention: '12 Monate nach dem letzten Halbtag.',
  },
  presence: {
    name: 'Anwesenheit an Halbtagen',
    purpose: 'Die Besetzung planen. Wird bei jeder Anzeige aus Arbeitszeit und Abwesenheiten berechnet.',
    basis: employees,
    retention:
      'Wird nicht gespeichert; der Vertretungsplan zum Ausdrucken, den jede Behörde für sich erhält, nennt nur, wer da ist, und wird jede Nacht ersetzt.',
  },
  cover: {
    name: 'Vertretungen mit Zustimmungen und Übergabe',
    purpose: 'Vertretungen anfragen, zusagen, übergeben und abrechnen.',
    basis: lending,
    retention: '12 Monate nach Ende oder Abrechnung. Die Verrechnung selbst nennt keine Person.',
  },
  refusal: {
    name: 'Absagen',
    purpose: 'Niemanden für dieselbe Lücke noch einmal fragen. Gründe werden nicht gespeichert.',
    basis: employees,
    retention: 'Bis die Lücke geschlossen ist; längstens 12 Monate nach dem Halbtag.',
  },
  proposal: {
    name: 'Vorschläge eines Plans',
    purpose: 'Die beste Vertretung vorschlagen und begründen.',
    basis: lending,
    retention: 'Ein Tag.',
  },
  'gap-note': {
    name: 'Vermerke zu Lücken',
    purpose: 'Festhalten, wer eine Lücke zur Kenntnis genommen oder ihr Risiko in Kauf genommen hat.',
    basis: security,
    retention: '12 Monate nach dem letzten Halbtag.',
  },
  access: {
    name: 'Zugang und Funktionen',
    purpose:
      'Regeln, wer was sehen und tun darf, und Nachrichten zustellen. Die Adressen von Personalverwaltungen und Koordinierungsstelle stehen auch auf dem Vertretungsplan zum Ausdrucken: bei der eigenen Behörde und bei denen, mit denen sie sich gerade vertritt.',
    basis: security,
    retention: '12 Monate nach dem Ende des Zugangs.',
  },
  login: {
    name: 'Anmeldung',
    purpose: 'Erkennen, wer sich anmeldet. Passwörter werden nicht gespeichert, Einladungen nur als Prüfsumme.',
    basis: security,
    retention: 'Wie der Zugang, zu dem sie gehört.',
  },
  log: {
    name: 'Protokoll',
    purpose: 'Nachweisen, wer was wann geändert hat, und Eingriffe erkennen. Es nennt Pseudonyme.',
    basis: 'Art. 5 Abs. 2 und Art. 32 DSGVO',
    retention: '10 Jahre.',
  },
  notice: {
    name: 'Nachrichten, die noch zu senden sind',
    purpose: 'Beteiligte über eine Vertretung unterrichten.',
    basis: lending,
    retention: 'Bis sie gesendet sind.',
  },
  key: {
    name: 'Schlüssel von Aufträgen',
    purpose: 'Denselben Auftrag nur einmal ausführen, auch wenn er mehrmals ankommt.',
    basis: security,
    retention: 'Eine Woche.',
  },
  trace: {
    name: 'Technische Vermerke',
    purpose: 'Lesen, was sich zuletzt geändert hat; eine Löschung zu Ende führen.',
    basis: security,
    retention: 'Bis sie von jüngeren verdrängt sind oder die Löschung abgeschlossen ist.',
  },
}
