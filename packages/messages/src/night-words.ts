/** What became of mails. */
interface MailCounts {
  readonly sent: number
  readonly waiting: number
  readonly givenUp: number
}

const counted =
  (locale: string) =>
  (number: number, one: string, many: string): string =>
    `${number.toLocaleString(locale)} ${number === 1 ? one : many}`
const german = counted('de-DE')
const english = counted('en-GB')

/** What the terminal says of the run of a night. */
export const nightWords = {
  de: {
    nightHeading: (date: string) => `Nachtlauf für ${date}`,
    nightRunning: (region: string) => `Nachtlauf: ${region}`,
    nightEnded: 'Dieser Nachtlauf war schon abgeschlossen; es wird nichts ein zweites Mal gemeldet.',
    nightFailed: (reason: string) =>
      `Der Nachtlauf ist unvollständig: ${reason}. Rufen Sie ihn noch einmal auf; was erledigt ist, geschieht nicht erneut.`,
    region: 'Region',
    gapsStanding: 'Lücken',
    gapsMissed: 'Neu bemerkt',
    digestsDecided: 'Übersichten',
    alertsUntold: 'Ohne Empfänger',
    coverPlansWritten: 'Vertretungspläne',
    nightMails: ({ sent, waiting, givenUp }: MailCounts) =>
      [
        `${german(sent, 'E-Mail ist', 'E-Mails sind')} hinausgegangen.`,
        ...(waiting === 0
          ? []
          : [
              `${german(waiting, 'wartet', 'warten')} auf die Uhrzeit, zu der sie gelesen werden soll, oder auf den nächsten Versuch; die laufende Anwendung sendet sie.`,
            ]),
        ...(givenUp === 0 ? [] : [`${german(givenUp, 'ließ', 'ließen')} sich nicht zustellen: vertretbar mail list`]),
      ].join(' '),
    coverPlansAt: (folder: string) => `Vertretungspläne zum Öffnen und Drucken liegen in ${folder}`,
  },
  en: {
    nightHeading: (date: string) => `Nightly run for ${date}`,
    nightRunning: (region: string) => `Nightly run: ${region}`,
    nightEnded: 'This nightly run had ended before; nothing is told a second time.',
    nightFailed: (reason: string) =>
      `The nightly run is not complete: ${reason}. Call it again; what is done will not be done again.`,
    region: 'Region',
    gapsStanding: 'Gaps',
    gapsMissed: 'Newly noticed',
    digestsDecided: 'Digests',
    alertsUntold: 'Nobody to tell',
    coverPlansWritten: 'Cover plans',
    nightMails: ({ sent, waiting, givenUp }: MailCounts) =>
      [
        `${english(sent, 'e-mail has', 'e-mails have')} gone out.`,
        ...(waiting === 0
          ? []
          : [
              `${english(waiting, 'waits', 'wait')} for the time of day at which it is to be read, or for the next try; the running application sends them.`,
            ]),
        ...(givenUp === 0 ? [] : [`${english(givenUp, 'was', 'were')} not delivered: vertretbar mail list`]),
      ].join(' '),
    coverPlansAt: (folder: string) => `Cover plans to open and print are in ${folder}`,
  },
}
