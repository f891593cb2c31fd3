import type { StateRefusal } from '@vertretbar/domain/command-refusal'
import type { Referent } from '@vertretbar/domain/problem'
import { barredText } from './barred-text.ts'
import { sideWords, statusWords } from './booking-words.ts'
import type { CommandFault } from './command-message.ts'
import { halfDaysText } from './date-text.ts'
import { instantText } from './instant-text.ts'

type Named = Extract<StateRefusal, { code: 'unknown' }>['what']

const absent: Readonly<Record<Named, (id: string) => string>> = {
  booking: (id) => `Die Vertretung „${id}“ gibt es hier nicht — bitte nennen Sie eine vorhandene Kennung`,
  absence: (id) => `Die Abwesenheit „${id}“ gibt es hier nicht — bitte nennen Sie eine vorhandene Kennung`,
  gap: (id) => `Eine Lücke „${id}“ gibt es hier nicht — bitte nennen Sie einen Halbtag, an dem jemand fehlt`,
  specialist: (id) => `Die Fachkraft „${id}“ gibt es hier nicht — bitte nennen Sie eine vorhandene Kennung`,
  entry: (id) => `Einen Eintrag „${id}“ gibt es in dieser Liste nicht — bitte nennen Sie eine vorhandene Kennung`,
  member: () => 'Diesen Zugang oder diese Einladung gibt es hier nicht — bitte lassen Sie sich neu einladen',
  feed: () => 'Diesen Kalender gibt es hier nicht — bitte nehmen Sie einen Ihrer eigenen',
}

const referents: Readonly<Record<Referent, (id: string) => string>> = {
  authority: (id) => `die Behörde „${id}“`,
  area: (id) => `den Fachbereich „${id}“`,
  role: (id) => `die Funktion „${id}“`,
  product: (id) => `das Fachverfahren „${id}“`,
  agreement: (id) => `die Vereinbarung „${id}“`,
  specialist: (id) => `die Fachkraft „${id}“`,
  requirement: (id) => `die Mindestbesetzung „${id}“`,
  need: (id) => `den Bedarf ${id}`,
  member: (id) => `den Zugang „${id}“`,
}

const articled = (side: keyof typeof sideWords.de): string => `Die ${sideWords.de[side]}`

/** A sentence for everything that may stand against a command: what it is, and after the dash what to do. */
export function commandInGerman(fault: CommandFault): string {
  switch (fault.code) {
    case 'unknown':
      return `${absent[fault.what](fault.id)}.`
    case 'barred':
      return `Nicht buchbar: ${barredText(fault.halfDays, 'de')} — bitte lassen Sie diese Halbtage weg, oder fragen Sie jemand anderen.`
    case 'wrong-status':
      return `Der Stand dieser Vertretung ist „${statusWords.de[fault.status]}“, dazu passt dieser Schritt nicht — bitte sehen Sie nach, was jetzt ansteht.`
    case 'consent-given':
      return `${articled(fault.side)} hat schon zugestimmt — bitte halten Sie jede Zustimmung nur einmal fest; wer es sich anders überlegt, lehnt die Anfrage ab.`
    case 'no-lender':
      return 'Diese Vertretung bleibt im eigenen Haus und braucht nur die Zustimmung der Fachkraft — bitte halten Sie fest, was die Fachkraft sagt.'
    case 'expired':
      return `Diese Anfrage ist am ${instantText(fault.expiresAt, 'de')} verfallen — bitte fragen Sie neu an.`
    case 'not-expired':
      return `Diese Anfrage kann noch bis ${instantText(fault.expiresAt, 'de')} beantwortet werden — bitte warten Sie so lange, oder ziehen Sie die Anfrage zurück.`
    case 'not-booked':
      return `Zu dieser Vertretung gehört nicht: ${halfDaysText(fault.halfDays, 'de')} — bitte nennen Sie nur Halbtage, die gebucht sind.`
    case 'all-begun':
      return 'Alle Halbtage dieser Vertretung haben schon begonnen — bitte halten Sie danach fest, was wirklich gearbeitet wurde.'
    case 'forbidden':
      return 'Dazu sind Sie hier nicht berechtigt — bitte wenden Sie sich an die zuständige Stelle.'
    case 'identity-taken':
      return 'Diese Anmeldung gehört schon zu einem anderen Zugang — bitte melden Sie sich mit Ihrer eigenen an.'
    case 'too-many-feeds':
      return `Mehr als ${fault.most} Kalender kann niemand haben — bitte heben Sie einen auf, den Sie nicht mehr brauchen.`
    case 'unsettled':
      return `Diese Vertretungen sind noch nicht beendet oder abgerechnet: ${fault.bookings.join(', ')} — bitte schließen Sie sie zuerst ab.`
    case 'no-region':
      return 'Diese Region ist nicht gespeichert — bitte übernehmen Sie zuerst ihre Regionsdatei.'
    case 'key-of-another':
      return 'Unter diesem Schlüssel ist schon etwas anderes gespeichert — bitte nehmen Sie für jeden Auftrag einen eigenen.'
    case 'busy':
      return 'Die Region wird gerade zugleich von anderer Seite geändert, oder der Speicher antwortet nicht — bitte sehen Sie nach, ob es gespeichert ist, und versuchen Sie es sonst gleich noch einmal.'
    case 'still-needed':
      return `Dieser Eintrag verweist noch auf ${referents[fault.to](fault.id)} — bitte ändern oder entfernen Sie ihn zuerst.`
  }
}
