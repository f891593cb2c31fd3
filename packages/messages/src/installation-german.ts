/** Counts a thing in German: eine Vertretung, mehrere Vertretungen. */
const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('de-DE')} ${number === 1 ? one : many}`

const megabytes = (bytes: number): string => Math.ceil(bytes / 1_000_000).toLocaleString('de-DE')

/** What the terminal says in German about stored data: importing, exporting, serving, and what stands against it. */
export const installationGerman = {
  opening: 'Öffne die gespeicherten Daten …',
  buildingPage: 'Baue die Seite …',
  pageBuilt: 'Die Seite wurde neu gebaut.',
  serving: (url: string) => `Vertretbar läuft unter ${url} – Strg+C beendet es.`,
  mailboxAt: (url: string) =>
    `E-Mails verlassen diesen Rechner nicht; zu lesen sind sie unter ${url} – ein Mailserver ist nicht eingestellt.`,
  mailGivenUp: (number: number) =>
    `${count(number, 'E-Mail lässt', 'E-Mails lassen')} sich nicht zustellen. Was wartet und was nicht zugestellt wurde, zeigt: vertretbar mail list`,
  noMemberYet:
    'Noch hat niemand Zugang. Den ersten legen Sie an, solange die Anwendung nicht läuft, mit: vertretbar member add --address ADRESSE --role coordinator',
  requestFailed: (reason: string) => `Eine Anfrage ist unerwartet gescheitert: ${reason}`,

  dryRun: (file: string) => `${file}: Probelauf, nichts wurde übernommen.`,
  applyHint: 'Mit --apply wird die Datei so übernommen.',
  imported: (file: string) => `${file} ist übernommen.`,
  nothingChanges: 'Die Datei ändert nichts.',
  keptAt: (path: string) => `Der Stand davor liegt in ${path}`,
  list: 'Was',
  added: 'neu',
  changed: 'geändert',
  removed: 'entfernt',
  unchanged: 'unverändert',
  lists: {
    head: 'Region',
    serviceAreas: 'Fachbereiche',
    products: 'Fachverfahren',
    authorities: 'Behörden',
    agreements: 'Vereinbarungen',
    specialists: 'Fachkräfte',
    requirements: 'Mindestbesetzungen',
    absences: 'Abwesenheiten',
    bookings: 'Vertretungen',
    refusals: 'Absagen',
    gapMarks: 'Vermerke zu Lücken',
  },
  brokenHeading: (number: number) =>
    `${count(number, 'laufende Vertretung bricht', 'laufende Vertretungen brechen')} dadurch weg`,
  whyBroken: 'Warum',
  bookingGone: 'Buchung nicht in der Datei',
  written: (path: string) => `Geschrieben: ${path}`,

  cellPlace: (row: number, column: string | undefined) =>
    column === undefined ? `Zeile ${row}` : `Zeile ${row}, Spalte „${column}“`,
  fileTooLarge: (bytes: number, maximum: number) =>
    `Diese Datei hat ${megabytes(bytes)} MB — möglich sind höchstens ${megabytes(maximum)} MB.`,

  dataNoFolder: 'Hier liegt eine Datei, wo ein Ordner stehen soll — bitte nennen Sie mit --data einen Ordner.',
  dataUnwritable:
    'In diesem Ordner lässt sich nicht arbeiten — bitte verschaffen Sie sich das Recht, darin zu lesen und zu schreiben, oder nennen Sie mit --data einen anderen.',
  dataForeign: (entry: string) =>
    `In diesem Ordner liegt „${entry}“, das nicht von Vertretbar stammt und unberührt bleibt — bitte nennen Sie mit --data einen leeren oder neuen Ordner.`,
  dataInUse: (pid: number | undefined) =>
    `Mit diesen Daten arbeitet schon ein anderes Vertretbar${pid === undefined ? '' : ` (Prozess ${pid})`} — bitte beenden Sie es dort mit Strg+C, oder nennen Sie mit --data einen anderen Ordner.`,
  engineMissing: (platform: string) =>
    `Für diese Plattform (${platform}) bringt Vertretbar keine Datenbank mit — bitte starten Sie eine, die DynamoDB versteht, und nennen Sie ihre Adresse in der Umgebungsvariablen AWS_ENDPOINT_URL_DYNAMODB.`,
  engineFailed: (detail: string) =>
    `Die mitgelieferte Datenbank ließ sich nicht starten (${detail}) — bitte versuchen Sie es noch einmal, oder nennen Sie mit --data einen anderen Ordner.`,
  storeUnreachable: (reason: string) =>
    `Dort antwortet keine DynamoDB (${reason}) — bitte prüfen Sie, ob die Adresse stimmt und die Datenbank läuft; ohne diese Umgebungsvariable startet Vertretbar seine eigene.`,
  portTaken:
    'An diesem Port lauscht schon ein anderes Programm — bitte nennen Sie mit --port einen anderen; 0 nimmt irgendeinen freien.',
  portForbidden:
    'Dieser Port ist Programmen ohne besondere Rechte verwehrt — bitte nennen Sie mit --port einen ab 1024.',
  noRegionStored:
    'Hier ist noch keine Region gespeichert — bitte übernehmen Sie zuerst eine: vertretbar import DATEI --apply.',
  regionUnknown: (known: string) =>
    `Diese Region ist hier nicht gespeichert — bitte nennen Sie eine vorhandene: ${known}.`,
  fileOfOtherRegion: (region: string) =>
    `Die Datei enthält eine andere Region (${region}) — bitte lassen Sie --region-id weg, oder geben Sie eine Datei der genannten Region an.`,
  severalRegions: (known: string) =>
    `Hier sind mehrere Regionen gespeichert — bitte nennen Sie mit --region-id eine davon: ${known}.`,
  regionChanging:
    'Diese Region wurde bei jedem Versuch zugleich von anderer Seite geändert, nichts wurde übernommen — bitte versuchen Sie es gleich noch einmal.',
  pageNotBuilt: (detail: string) =>
    `Die Seite ließ sich nicht bauen — bitte beheben Sie, was der Bau beanstandet: ${detail}`,
  settingWrong:
    'Diese Umgebungsvariable fehlt oder hat einen Wert, der hier nicht sein kann — bitte sehen Sie in der README nach, was möglich ist.',
  issuerUnusable: (reason: string) =>
    `Dort gibt ein Anmeldedienst nicht die nötige Auskunft (${reason}) — bitte prüfen Sie Adresse und Verbindung; ohne diese Umgebungsvariable bringt Vertretbar seine eigene Anmeldung mit.`,
  outputUnwritable: 'Diese Datei lässt sich nicht schreiben — bitte nennen Sie mit --output eine andere.',
}
