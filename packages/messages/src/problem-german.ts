import type { Expected, Fault, Format, Referent, Wanted, Warning } from '@vertretbar/domain/problem'
import { halfDayText } from './date-text.ts'
import type { About } from './problem-message.ts'

const kinds: Readonly<Record<Expected, string>> = {
  text: 'ein Text in Anführungszeichen',
  number: 'eine Zahl ohne Anführungszeichen',
  integer: 'eine ganze Zahl ohne Anführungszeichen',
  boolean: 'true (ja) oder false (nein) ohne Anführungszeichen',
  list: 'eine Liste in eckigen Klammern',
  object: 'ein Objekt in geschweiften Klammern',
  value: 'ein Wert, wie ihn das Schema beschreibt',
}

const formats: Readonly<Record<Format, string>> = {
  address: 'eine E-Mail-Adresse wie personal@example.de',
  cursor: 'die Stelle, an der die vorige Seite endete, wie sie genannt wurde',
  date: 'ein Tag, den es im Kalender gibt, geschrieben wie 2026-12-07',
  'half-day':
    'ein Halbtag, den es im Kalender gibt, geschrieben wie 2026-12-07/am (vormittags) oder 2026-12-07/pm (nachmittags)',
  id: 'eine Kennung aus Kleinbuchstaben ohne Umlaute und aus Ziffern, dazwischen Punkte, Binde- oder Unterstriche, wie lk-wolfenbuettel.payroll.1',
  name: 'eine einzige Zeile ohne spitze Klammern und ohne Steuerzeichen',
  instant: 'ein Zeitpunkt in UTC, geschrieben wie 2026-12-07T06:30:00.000Z',
  'official-key': 'ein amtlicher Schlüssel aus 5, 8, 9 oder 12 Ziffern',
  'time-of-day': 'eine Uhrzeit von 00:00 bis 23:59 wie 06:30',
}

/** Where something was looked for. */
const places: Readonly<Record<About, string>> = { file: 'in dieser Datei', store: 'in dieser Region' }

/** What does not exist, and where it was looked for. */
const absent: Readonly<Record<Referent, (id: string, place: string) => string>> = {
  authority: (id, place) => `Die Behörde „${id}“ gibt es ${place} nicht`,
  area: (id, place) => `Den Fachbereich „${id}“ gibt es ${place} nicht`,
  role: (id) => `Die Funktion „${id}“ gibt es in diesem Fachbereich nicht`,
  product: (id, place) => `Das Fachverfahren „${id}“ gibt es ${place} nicht`,
  agreement: (id, place) => `Die Vereinbarung „${id}“ gibt es ${place} nicht`,
  specialist: (id, place) => `Die Fachkraft „${id}“ gibt es ${place} nicht`,
  requirement: (id, place) => `Die Mindestbesetzung „${id}“ gibt es ${place} nicht`,
  need: (id) => `Den Bedarf ${id} gibt es in dieser Mindestbesetzung nicht`,
  member: (id, place) => `Den Zugang „${id}“ gibt es ${place} nicht`,
}

const limited = {
  characters: (limit: string) => `ein Text von ${limit} Zeichen`,
  entries: (limit: string, number: number) => `eine Liste von ${limit} ${number === 1 ? 'Eintrag' : 'Einträgen'}`,
  value: (limit: string) => limit,
} as const

const listed = (items: readonly string[]): string => items.map((item) => `„${item}“`).join(', ')

function wanted({ expected, format, allowed }: Wanted): string {
  if (allowed !== undefined) return `${allowed.length === 1 ? 'der Wert' : 'einer der Werte'} ${listed(allowed)}`
  return format === undefined ? kinds[expected] : `${kinds[expected]}, und zwar ${formats[format]}`
}

/** A date may end or review what begins on a half-day of it. */
const earliest = ({ from, to }: { readonly from: string; readonly to: string }): string => from.slice(0, to.length)

/** A sentence for every fault: what is wrong, and after the dash what would be right. */
export function problemInGerman(fault: Fault, about: About): string {
  switch (fault.code) {
    case 'not-utf8':
      return `Ab Byte ${fault.byte} ist die Datei kein gültiges UTF-8 — bitte speichern Sie die Datei als UTF-8.`
    case 'not-json':
      return fault.line === 1 && fault.column === 1
        ? `Schon ab Zeile 1, Spalte 1 ist die Datei kein JSON — bitte geben Sie eine ${about === 'file' ? 'Regionsdatei' : 'JSON-Datei'} an; sie beginnt mit einer geschweiften Klammer.`
        : `In Zeile ${fault.line}, Spalte ${fault.column} endet das gültige JSON — bitte prüfen Sie dort Klammern, Kommas und Anführungszeichen.`
    case 'too-deep':
      return `Die Klammern sind zu tief verschachtelt — bitte prüfen Sie, ob dies ${about === 'file' ? 'eine Regionsdatei' : 'die richtige Datei'} ist; möglich sind höchstens ${fault.levels} Ebenen.`
    case 'duplicate-field':
      return `In Zeile ${fault.line}, Spalte ${fault.column} steht dieses Feld ein zweites Mal — bitte streichen Sie eines davon.`
    case 'unknown-field':
      return `Dieses Feld gibt es hier nicht — bitte streichen Sie es${fault.known.length > 0 ? `, oder nehmen Sie eines der vorgesehenen: ${listed(fault.known)}` : ''}.`
    case 'missing-field':
      return `Dieses Feld fehlt — erwartet wird ${wanted(fault)}.`
    case 'wrong-type':
      return `Dieser Wert ist von der falschen Art — richtig ist ${wanted(fault)}.`
    case 'not-one-of':
      return `Dieser Wert ist nicht vorgesehen — möglich ${fault.allowed.length === 1 ? 'ist' : 'sind'} ${listed(fault.allowed)}.`
    case 'wrong-format':
      return `Dieser Text passt hier nicht — richtig ist ${formats[fault.format]}.`
    case 'too-small':
      return `Das ist zu wenig — richtig ist ${limited[fault.of](`mindestens ${fault.minimum}`, fault.minimum)}.`
    case 'too-large':
      return `Das ist zu viel — richtig ist ${limited[fault.of](`höchstens ${fault.maximum}`, fault.maximum)}.`
    case 'duplicate-id':
      return `Die Kennung „${fault.id}“ ist schon vergeben (${fault.first}) — bitte wählen Sie hier eine andere.`
    case 'unknown-reference':
      return `${absent[fault.to](fault.id, places[about])} — bitte ${fault.to === 'need' ? 'nennen Sie die Nummer eines vorhandenen, gezählt ab 0' : 'nennen Sie eine vorhandene Kennung, oder ergänzen Sie den Eintrag'}.`
    case 'reversed-period':
      return `Diese Angabe (${fault.to}) liegt vor dem Anfang (${fault.from}) — richtig ist ${earliest(fault)} oder später.`
    case 'absence-without-end':
      return 'Diese Abwesenheit hat kein Ende — bitte ergänzen Sie „to“ (letzter Halbtag) oder, wenn das Ende offen ist, „reviewOn“ (Prüftermin).'
    case 'absence-with-two-ends':
      return 'Diese Abwesenheit hat ein Ende und einen Prüftermin — bitte streichen Sie „to“ oder „reviewOn“.'
    case 'overlapping-absences':
      return `Diese Abwesenheit überschneidet sich mit einer anderen derselben Person (${fault.other}) — bitte trennen Sie beide, oder fassen Sie sie zusammen.`
    case 'double-booking':
      return `Die Person ist am ${halfDayText(fault.halfDay, 'de')} schon gebucht (${fault.other}) — bitte streichen Sie eine der beiden Buchungen dieses Halbtags.`
    case 'deputy-of-oneself':
      return 'Niemand vertritt sich selbst — bitte nennen Sie einen anderen Zugang.'
    case 'own-post':
      return 'Das ist die eigene Stelle der Person — bitte nennen Sie eine andere Behörde oder einen anderen Fachbereich.'
    case 'no-other-receiver':
      return 'Die gebende Behörde hilft hier nur sich selbst — bitte nennen Sie mindestens eine andere empfangende Behörde.'
    case 'same-area':
      return 'Ein Fachbereich ist mit sich selbst als unvereinbar genannt — bitte nennen Sie zwei verschiedene Fachbereiche.'
    case 'reason-without-end':
      return 'Für eine Vertretung, die nicht beendet ist, ist ein Grund des Endes genannt — bitte streichen Sie „reason“, oder setzen Sie „status“ auf „ended“.'
    case 'horizon-too-long':
      return `Der Zeitraum umfasst ${fault.days} Tage — möglich sind höchstens ${fault.maximum}.`
    case 'needed-by-booking':
      return `${absent[fault.to](fault.id, places[about])}, doch die laufende Vertretung ${fault.booking} ist darauf angewiesen — bitte lassen Sie den Eintrag in der Datei, oder beenden Sie zuerst die Vertretung.`
  }
}

/** A sentence for every warning. */
export function warningInGerman(warning: Warning): string {
  switch (warning.code) {
    case 'closed-half-day':
      return `Am ${halfDayText(warning.halfDay, 'de')} ist dort geschlossen; der Eintrag bewirkt nichts.`
    case 'booking-without-agreement':
      return 'Diese Vertretung in einer anderen Behörde nennt keine Vereinbarung.'
    case 'no-rate':
      return `Für den Fachbereich „${warning.area}“ nennt die Vereinbarung keinen Stundensatz.`
  }
}
