import type { Expected, Fault, Format, Referent, Warning } from '@vertretbar/domain/problem'
import { halfDayText } from './date-text.ts'

const kinds: Readonly<Record<Expected, string>> = {
  text: 'ein Text in Anführungszeichen',
  number: 'eine Zahl',
  integer: 'eine ganze Zahl',
  boolean: 'true oder false',
  list: 'eine Liste in eckigen Klammern',
  object: 'ein Objekt in geschweiften Klammern',
  value: 'ein Wert, wie ihn das Schema beschreibt',
}

const formats: Readonly<Record<Format, string>> = {
  date: 'ein Kalendertag wie 2026-12-07',
  'half-day': 'ein Halbtag wie 2026-12-07/am oder 2026-12-07/pm',
  id: 'eine Kennung aus Kleinbuchstaben, Ziffern und Trennzeichen wie lk-wolfenbuettel.payroll.1, oder eine ULID',
  name: 'eine Zeile Text ohne spitze Klammern und Steuerzeichen',
  'official-key': 'ein amtlicher Schlüssel aus 5, 8, 9 oder 12 Ziffern',
}

const referents: Readonly<Record<Referent, string>> = {
  authority: 'Eine Behörde',
  area: 'Einen Fachbereich',
  role: 'Eine Funktion in diesem Fachbereich',
  product: 'Ein Fachverfahren',
  agreement: 'Eine Vereinbarung',
  specialist: 'Eine Fachkraft',
  requirement: 'Eine Mindestbesetzung',
  need: 'Einen Bedarf dieser Mindestbesetzung',
}

const measures = {
  characters: (limit: string) => `ein Text von ${limit} Zeichen`,
  entries: (limit: string) => `eine Liste von ${limit} Einträgen`,
  value: (limit: string) => `ein Wert von ${limit}`,
} as const

const listed = (items: readonly string[]): string => items.map((item) => `„${item}“`).join(', ')

/** A sentence for every fault: what is wrong, and after the dash what would be right. */
export function problemInGerman(fault: Fault): string {
  switch (fault.code) {
    case 'not-utf8':
      return `Ab Byte ${fault.byte} ist die Datei kein gültiges UTF-8 — bitte die Datei als UTF-8 speichern.`
    case 'not-json':
      return `In Zeile ${fault.line}, Spalte ${fault.column} endet das gültige JSON — bitte Klammern, Kommas und Anführungszeichen dort prüfen.`
    case 'too-deep':
      return `Die Klammern sind zu tief verschachtelt — mehr als ${fault.levels} Ebenen hat keine Regionsdatei.`
    case 'duplicate-field':
      return `In Zeile ${fault.line}, Spalte ${fault.column} steht dieses Feld ein zweites Mal — jedes Feld darf nur einmal vorkommen.`
    case 'unknown-field':
      return `Dieses Feld gibt es hier nicht — ${fault.known.length > 0 ? `bekannt sind ${listed(fault.known)}` : 'hier ist kein weiteres Feld vorgesehen'}.`
    case 'missing-field':
      return `Dieses Feld fehlt — erwartet wird ${kinds[fault.expected]}.`
    case 'wrong-type':
      return `Dieser Wert hat die falsche Art — richtig ist ${kinds[fault.expected]}.`
    case 'not-one-of':
      return `Dieser Wert ist nicht vorgesehen — möglich ${fault.allowed.length === 1 ? 'ist' : 'sind'} ${listed(fault.allowed)}.`
    case 'wrong-format':
      return `Dieser Text hat nicht die richtige Form — richtig ist ${formats[fault.format]}.`
    case 'too-small':
      return `Das ist zu wenig — richtig ist ${measures[fault.of](`mindestens ${fault.minimum}`)}.`
    case 'too-large':
      return `Das ist zu viel — richtig ist ${measures[fault.of](`höchstens ${fault.maximum}`)}.`
    case 'duplicate-id':
      return `Die Kennung „${fault.id}“ ist schon vergeben (${fault.first}) — jede Kennung darf nur einmal vorkommen.`
    case 'unknown-reference':
      return `${referents[fault.to]} „${fault.id}“ gibt es in dieser Datei nicht — bitte eine vorhandene Kennung nennen oder den Eintrag ergänzen.`
    case 'reversed-period':
      return `Das Ende ${fault.to} liegt vor dem Anfang ${fault.from} — das Ende darf frühestens am Anfang liegen.`
    case 'absence-without-end':
      return 'Diese Abwesenheit hat kein Ende — sie braucht „to“ oder, wenn das Ende offen ist, „reviewOn“.'
    case 'absence-with-two-ends':
      return 'Diese Abwesenheit hat ein Ende und einen Prüftermin — richtig ist entweder „to“ oder „reviewOn“.'
    case 'overlapping-absences':
      return `Diese Abwesenheit überschneidet sich mit einer anderen derselben Person (${fault.other}) — bitte beide trennen oder zusammenfassen.`
    case 'double-booking':
      return `Die Person ist ${halfDayText(fault.halfDay, 'de')}, schon anderswo gebucht (${fault.other}) — je Halbtag ist nur eine Vertretung möglich.`
    case 'own-post':
      return 'Das ist die eigene Stelle der Person — Vertretung ist nur an einer anderen Stelle möglich.'
    case 'no-other-receiver':
      return 'Keine andere Behörde empfängt hier Hilfe — mindestens eine empfangende Behörde muss eine andere sein als die gebende.'
    case 'same-area':
      return 'Ein Fachbereich ist mit sich selbst als unvereinbar genannt — richtig sind zwei verschiedene.'
    case 'reason-without-end':
      return 'Ein Grund steht bei einer Vertretung, die nicht beendet ist — „reason“ gehört nur zum Status „ended“.'
    case 'horizon-too-long':
      return `Der Zeitraum umfasst ${fault.days} Tage — möglich sind höchstens ${fault.maximum}.`
  }
}

/** A sentence for every warning. */
export function warningInGerman(warning: Warning): string {
  switch (warning.code) {
    case 'closed-half-day':
      return `${halfDayText(warning.halfDay, 'de')}, ist dort geschlossen; der Eintrag bewirkt nichts.`
    case 'booking-without-agreement':
      return 'Diese Vertretung in einer anderen Behörde nennt keine Vereinbarung.'
    case 'no-rate':
      return `Für den Fachbereich „${warning.area}“ nennt die Vereinbarung keinen Stundensatz.`
  }
}
