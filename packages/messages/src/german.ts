import type { PlanProgress } from '@vertretbar/domain/plan'
import { installationGerman } from './installation-german.ts'
import { shortageSoFar } from './shortage-so-far.ts'

/** Counts a thing in German: one Lücke, several Lücken. */
const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('de-DE')} ${number === 1 ? one : many}`

/** Every text of the terminal in German. Its keys are the one list: a language that lacks one does not compile. */
export const german = {
  ...installationGerman,

  office: 'Behörde',
  requirement: 'Mindestbesetzung',
  when: 'Wann',
  missing: 'Es fehlen',
  causes: 'Warum',
  severity: 'Wie dringend',
  urgent: 'dringend',
  soon: 'bald',
  later: 'später',
  critical: 'kritisch',
  blocks: (areas: string) => `hält ${areas} auf`,
  from: 'ab',
  people: (number: number) => count(number, 'Person', 'Personen'),
  peopleBetween: (least: number, most: number) => `${least} bis ${most} Personen`,
  between: (list: string, first: string, last: string) => `${list} zwischen ${first} und ${last}`,
  halfDays: (number: number) => count(number, 'Halbtag', 'Halbtage'),
  more: (number: number) => `… und ${number.toLocaleString('de-DE')} weitere`,

  gapsHeading: (number: number) => (number === 0 ? 'Keine Lücken' : count(number, 'Lücke', 'Lücken')),
  gapsSummary: (critical: number, normal: number) =>
    `Fehlende Halbtage: ${critical.toLocaleString('de-DE')} in kritischen, ${normal.toLocaleString('de-DE')} in übrigen Aufgaben.`,
  noGaps: 'In diesem Zeitraum ist alles besetzt.',
  structuralHeading: 'Vom Arbeitszeitmuster vorgegeben (hier hilft ein anderes Muster oder Zeitfenster)',
  structuralCount: (number: number) =>
    `Dazu ${count(number, 'Lücke', 'Lücken')}, die das Arbeitszeitmuster vorgibt (alle zeigt: vertretbar gaps).`,
  period: (first: string, last: string, today: string) => `${first} bis ${last}; heute ist ${today}`,

  deadlinesHeading: 'Fristen',
  deadline: 'Frist',
  nextDates: 'Nächste Termine',
  'contribution-statement': 'Beitragsnachweis, letzter Tag zum Übermitteln',
  contributions: 'Sozialversicherungsbeiträge fällig',
  payday: 'Entgeltzahlung',
  'wage-tax-return': 'Lohnsteueranmeldung',
  noDates: 'keine in diesem Zeitraum',

  planHeading: (people: number, halfDays: number) =>
    `Vertretungsplan: ${count(people, 'Person', 'Personen')}, ${count(halfDays, 'Halbtag', 'Halbtage')}`,
  noAssignments: 'Der Plan sieht keine Vertretung vor.',
  who: 'Wer',
  where: 'Wo',
  agreement: 'Grundlage',
  inHouse: 'eigenes Haus',
  uncoveredHeading: (number: number) => `Unbesetzt bleiben ${count(number, 'Halbtag', 'Halbtage')}`,
  nothingUncovered: 'Der Plan deckt jede Lücke.',
  nearest: 'Wer am ehesten käme, und was entgegensteht',
  nobody: 'Es gibt niemanden, der gefragt werden könnte.',
  past: 'der Tag ist vorbei',
  free: 'frei',

  proofOptimal: 'Dieser Plan ist nachweislich bestmöglich',
  proofFeasible: 'Dieser Plan ist zulässig; ob es einen besseren gibt, ist nicht bis zum Ende bewiesen',
  proofLevel: (level: number, name: string, value: string) => `${level}. ${name} ${value}`,
  proofBound: (value: string, bound: string) => `${value} (bewiesen: mindestens ${bound})`,
  proofMany: 'Das Zeitlimit hat die Suche beendet; ein neuer Lauf kann einen anderen Plan ergeben.',
  criticalShortage: 'unbesetzt, kritisch:',
  normalShortage: 'unbesetzt, übrige:',
  handOvers: 'Übergaben:',
  halfDaysLevel: 'Vertretungshalbtage:',
  effort: 'Aufwand:',
  fairness: 'Ungleichgewicht:',

  reasonsHeading: 'Warum diese Vertretungen',
  passed: 'Eingehalten',
  shortNoticeOn: (when: string) => `Kurzfristiger als vereinbart, die verleihende Stelle kann zustimmen: ${when}`,
  part: 'Was sie bewirkt',
  nextBest: 'Nächstbeste Lösung',
  betterFound: 'Längere Suche fand eine bessere Lösung',
  nobodyElse: 'niemand sonst',
  asGood: 'ebenso gut',
  maybeBetter: 'eine bessere ist nicht ausgeschlossen',
  noTimeForIt: 'nicht gesucht, die Zeit war um',
  helpHeading: 'Was helfen würde',
  helpTried: (tried: number, isAll: boolean) =>
    `${count(tried, 'einzelne Änderung', 'einzelne Änderungen')} durchgerechnet${isAll ? '' : ', dann war die Zeit um'}.`,
  helpNone: 'Keine davon verringert, was unbesetzt bleibt.',
  removes: (critical: number, normal: number, isProven: boolean) =>
    `${[
      ...(critical === 0 ? [] : [`${count(critical, 'kritischer Halbtag', 'kritische Halbtage')} weniger unbesetzt`]),
      ...(normal === 0
        ? []
        : [
            `${count(Math.abs(normal), 'übriger Halbtag', 'übrige Halbtage')} ${normal > 0 ? 'weniger' : 'mehr'} unbesetzt`,
          ]),
    ].join(', ')}${isProven ? '' : ' (nicht zu Ende gerechnet)'}`,

  valid: (file: string) => `${file} ist in Ordnung.`,
  warningsHeading: (number: number) => count(number, 'Hinweis', 'Hinweise'),
  problemsHeading: (file: string, number: number) =>
    `${file}: ${count(number, 'Fehler', 'Fehler')}, nichts wurde übernommen.`,
  wholeFile: 'ganze Datei',
  fileMissing: 'Diese Datei gibt es nicht — bitte den Pfad einer vorhandenen angeben.',
  fileUnreadable: 'Diese Datei lässt sich nicht lesen — bitte eine lesbare angeben.',
  optionDate: 'Dieses Datum gibt es nicht — richtig ist ein Kalendertag wie 2026-12-07.',
  optionOutOfRange: (first: string, last: string) =>
    `Für diese Zeit gibt es keinen Kalender — möglich sind Tage von ${first} bis ${last}.`,
  optionReversed: (from: string, to: string) =>
    `Das Ende ${to} liegt vor dem Anfang ${from} — das Ende darf frühestens am Tag des Anfangs liegen.`,
  optionTooLong: (days: number, maximum: number) =>
    `Der Zeitraum umfasst ${days.toLocaleString('de-DE')} Tage — möglich sind höchstens ${maximum.toLocaleString('de-DE')}.`,
  optionTodayFar: (days: number, maximum: number) =>
    `Zwischen diesem Tag und dem Zeitraum liegen ${days.toLocaleString('de-DE')} Tage — möglich sind höchstens ${maximum.toLocaleString('de-DE')}.`,
  planTooLarge: (maximum: number) =>
    `Für diesen Zeitraum gibt es mehr als ${maximum.toLocaleString('de-DE')} Möglichkeiten zu vertreten — bitte einen kürzeren Zeitraum planen.`,

  reading: 'Lese die Datei …',
  searching: 'Suche Lücken …',
  planning: ({ firstLevel, lastLevel, done, parts, objective, bound }: PlanProgress) =>
    `Plane … ${firstLevel === lastLevel ? `Stufe ${lastLevel}` : `Stufen ${firstLevel} bis ${lastLevel}`} von 6, Teil ${done + 1} von ${parts}${shortageSoFar(objective, bound, (short, least) => `; bisher fehlen ${short}, mindestens ${least}`)}`,
  explaining: (done: number, total: number) => `Suche Gründe und was helfen würde … ${done} von ${total}`,
  took: (seconds: string) => `Berechnet in ${seconds} s.`,
  unexpected:
    'Entschuldigung, hier ist etwas Unerwartetes geschehen. Sollte etwas gespeichert werden, prüfen Sie bitte vor dem nächsten Versuch, ob es gespeichert ist. Mit VERTRETBAR_DEBUG=1 zeigt derselbe Aufruf Einzelheiten.',
  demonstration: (region: string) => `${region} (Beispieldaten, auf diese Woche verschoben)`,

  unknownCommand: (name: string) => `Den Befehl „${name}“ gibt es nicht.`,
  noCommand: 'Bitte einen Befehl angeben.',
  unknownOption: (name: string) => `Die Option ${name} gibt es hier nicht.`,
  optionValue: (name: string) => `Die Option ${name} ist unvollständig oder hat einen Wert zu viel.`,
  surplusArgument: (text: string) => `Mit „${text}“ kann der Befehl nichts anfangen.`,
  regionNeeded: 'Es fehlt --region DATEI.',
  langWrong: '--lang kann de oder en sein.',
  timeLimitWrong: '--time-limit ist eine Zahl von Sekunden, größer als 0 und höchstens 86400.',
  seeHelp: 'Hilfe zeigt: vertretbar --help',
  help: `vertretbar – wer fehlt wo, und wer kann vertreten?

Befehle
  start                     zeigt Lücken, Fristen und Plan und öffnet die Anwendung
                            (beim ersten Mal mit der Beispielregion)
  serve                     öffnet die Anwendung mit den gespeicherten Daten
  import DATEI              zeigt, was eine Regionsdatei oder Tabelle ändern würde;
                            mit --apply wird sie übernommen
  export                    gibt die gespeicherte Region als Datei aus
  validate --region DATEI   prüft eine Regionsdatei
  gaps     --region DATEI   zeigt Lücken und Fristen einer Regionsdatei
  plan     --region DATEI   berechnet den besten Vertretungsplan, mit Nachweis

Optionen für gespeicherte Daten
  --data ORDNER      wo die Daten liegen (sonst: .data im Ordner von Vertretbar)
  --region-id ID     welche Region (nötig, wenn mehrere gespeichert sind)
  --apply            übernimmt die Datei; der Stand davor bleibt unter ORDNER/exports
  --replace          entfernt auch, was nicht in der Datei steht
  --kind ART         was die Tabelle enthält: specialists, patterns oder absences
                     (sonst sagt es die Kopfzeile)
  --csv ART          gibt eine dieser Tabellen aus statt der ganzen Region
  --output DATEI     schreibt in eine Datei
  --port N           Port der Anwendung (sonst 8787; 0: irgendein freier)
  --once             zeigt alles einmal und endet (start)

Übrige Optionen
  --today TAG        heute (sonst: das Datum in Deutschland), z. B. 2026-11-23
  --from TAG         erster Tag (sonst: heute)
  --to TAG           letzter Tag (sonst nach der Einstellung der Region, meist 90 Tage)
  --time-limit S     Rechenzeit für den Plan in Sekunden (sonst 60)
  --skip-structural  plant Lücken nicht mit, die das Arbeitszeitmuster vorgibt
  --explain          nennt zum Plan die Gründe, die nächstbesten Lösungen und was
                     helfen würde; das darf noch einmal so lange dauern
  --before DATEI     beginnt mit dem früheren Plan aus dieser Datei (plan --json);
                     was davon noch geht und so gut wie das Beste ist, bleibt
  --json             gibt nur JSON aus
  --lang de|en       Sprache (sonst nach LC_ALL, LC_MESSAGES oder LANG)
  --help             diese Hilfe; bei import und export auch die Spalten der Tabellen

Rückgabewert: 0 erledigt, 1 mit Gründen abgelehnt, 2 falscher Aufruf`,
}

/** The texts every language must have. */
export type Catalogue = Readonly<typeof german>
