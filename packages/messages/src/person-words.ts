/** What goes with a person, and how many bookings stay. */
interface ErasureCounts {
  readonly absences: number
  readonly refusals: number
  readonly members: number
  readonly bookings: number
}

/** How many things have been kept for long enough. */
interface DueCounts extends ErasureCounts {
  readonly gapMarks: number
}

const sumOf = ({ absences, bookings, refusals, gapMarks, members }: DueCounts): number =>
  absences + bookings + refusals + gapMarks + members

/** Counts a thing: one absence, several absences. */
const counted =
  (locale: string) =>
  (number: number, one: string, many: string): string =>
    `${number.toLocaleString(locale)} ${number === 1 ? one : many}`
const german = counted('de-DE')
const english = counted('en-GB')

const listed = (and: string, parts: readonly string[]): string =>
  `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`

/** What the terminal says where all that is kept of somebody goes, or what was kept for long enough. */
export const personWords = {
  de: {
    wouldErase: ({ absences, refusals, members, bookings }: ErasureCounts): string => {
      const gone = listed('und', [
        german(absences, 'Abwesenheit', 'Abwesenheiten'),
        german(refusals, 'Absage', 'Absagen'),
        german(members, 'Zugang', 'Zugänge'),
      ])
      const left = german(bookings, 'Vertretung bleibt', 'Vertretungen bleiben')
      return [
        `Gelöscht würden der Eintrag der Person, ${gone}.`,
        bookings === 0
          ? 'Vertretungen sind keine gespeichert.'
          : `${left} stehen, ohne dass noch zu erkennen ist, wer vertreten hat.`,
      ].join(' ')
    },
    exportsDeleted: (files: readonly string[]): string[] =>
      files.map((file) => `Gelöscht ist auch dieser aufbewahrte Stand vor einem Import: ${file}`),
    due: (counts: DueCounts): string => {
      if (sumOf(counts) === 0) return 'Nichts ist so lange aufbewahrt, dass es zu löschen wäre.'
      const things = listed('und', [
        german(counts.absences, 'Abwesenheit', 'Abwesenheiten'),
        german(counts.bookings, 'Vertretung', 'Vertretungen'),
        german(counts.refusals, 'Absage', 'Absagen'),
        german(counts.gapMarks, 'Vermerk zu einer Lücke', 'Vermerke zu Lücken'),
        german(counts.members, 'Zugang', 'Zugänge'),
      ])
      return `Lange genug aufbewahrt: ${things}.`
    },
  },
  en: {
    wouldErase: ({ absences, refusals, members, bookings }: ErasureCounts): string => {
      const gone = listed('and', [
        english(absences, 'absence', 'absences'),
        english(refusals, 'refusal', 'refusals'),
        english(members, 'membership', 'memberships'),
      ])
      const left = english(bookings, 'booking stays', 'bookings stay')
      return [
        `This would delete the person's entry, ${gone}.`,
        bookings === 0 ? 'No bookings are stored.' : `${left}, without any sign of who covered.`,
      ].join(' ')
    },
    exportsDeleted: (files: readonly string[]): string[] =>
      files.map((file) => `This kept state before an import is deleted too: ${file}`),
    due: (counts: DueCounts): string => {
      if (sumOf(counts) === 0) return 'Nothing has been kept for so long that it would have to go.'
      const things = listed('and', [
        english(counts.absences, 'absence', 'absences'),
        english(counts.bookings, 'booking', 'bookings'),
        english(counts.refusals, 'refusal', 'refusals'),
        english(counts.gapMarks, 'note on a gap', 'notes on gaps'),
        english(counts.members, 'membership', 'memberships'),
      ])
      return `Kept for long enough: ${things}.`
    },
  },
}
