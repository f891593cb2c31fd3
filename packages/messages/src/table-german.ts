import type { CellForm, TableFault } from '@vertretbar/domain/table-fault'

const forms: Readonly<Record<CellForm, string>> = {
  date: 'ein Tag, den es im Kalender gibt, geschrieben wie 2026-12-07 oder 07.12.2026',
  half: '„vormittags“ oder „nachmittags“',
  worked: '„ganztags“, „vormittags“, „nachmittags“ oder nichts',
  'whole-number': 'eine ganze Zahl',
  'weekly-hours':
    'Stunden und Minuten mit ihrer Geltung, geschrieben wie „39:00 2026-01-01..“, mehrere durch „ | “ getrennt',
  competences:
    'Fachbereich, Funktionen und in Klammern die Fachverfahren, geschrieben wie „payroll: clerk, approver (payroll-a)“, mehrere durch „ | “ getrennt',
  authorisations:
    'Behörde, Fachbereich und Geltung, geschrieben wie „sg-sickte payroll 2026-01-01..2026-12-31“, mehrere durch „ | “ getrennt',
  access:
    'Behörde, Fachverfahren und Geltung, geschrieben wie „sg-sickte payroll-a 2026-01-01..“, mehrere durch „ | “ getrennt',
  exclusions:
    'Behörde, wenn nötig Fachbereich, und Geltung, geschrieben wie „sg-sickte audit 2026-01-01..“, mehrere durch „ | “ getrennt',
}

const listed = (items: readonly string[]): string => items.map((item) => `„${item}“`).join(', ')

/** A sentence for every fault of a table: what is wrong, and after the dash what would be right. */
export function tableInGerman(fault: TableFault): string {
  switch (fault.code) {
    case 'unknown-table':
      return 'An der Kopfzeile ist nicht zu erkennen, was diese Tabelle enthält — bitte nennen Sie es mit --kind, und prüfen Sie die Spalten mit vertretbar import --help.'
    case 'missing-column':
      return 'Diese Spalte fehlt — bitte ergänzen Sie sie; ihre Zellen dürfen leer sein, wo nichts einzutragen ist.'
    case 'unknown-column':
      return `Diese Spalte gibt es hier nicht — bitte streichen Sie sie, oder nehmen Sie eine der vorgesehenen: ${listed(fault.known)}.`
    case 'duplicate-column':
      return 'Diese Spalte kommt zweimal vor — bitte streichen Sie eine davon.'
    case 'ragged-row':
      return `Diese Zeile hat ${fault.cells} statt ${fault.columns} Zellen — bitte prüfen Sie die Trennzeichen, und ob ein Text mit Trennzeichen in Anführungszeichen steht.`
    case 'open-quote':
      return 'Hier stimmen die Anführungszeichen nicht — bitte schließen Sie jeden Text, der mit einem beginnt, und verdoppeln Sie Anführungszeichen im Text.'
    case 'empty-cell':
      return 'Diese Zelle ist leer — bitte tragen Sie etwas ein.'
    case 'wrong-cell':
      return `Dieser Eintrag passt hier nicht — richtig ist ${forms[fault.form]}.`
    case 'one-of-two':
      return `Von dieser Spalte und „${fault.other}“ ist genau eine auszufüllen — bitte tragen Sie eines von beiden ein.`
    case 'needs-other':
      return `Diese Zelle gilt nur zusammen mit „${fault.other}“, und dort steht nichts — bitte füllen Sie auch jene aus, oder leeren Sie diese.`
    case 'week-out-of-order':
      return `Die Wochen eines Arbeitszeitmusters stehen nicht der Reihe nach — bitte beginnen Sie jedes mit Woche 1, und lassen Sie die übrigen mit derselben Geltung folgen; hier wäre es Woche ${fault.expected}.`
    case 'unknown-person':
      return `Die Fachkraft „${fault.id}“ ist nicht gespeichert — bitte übernehmen Sie zuerst die Tabelle der Fachkräfte, oder nennen Sie eine vorhandene Kennung.`
  }
}
