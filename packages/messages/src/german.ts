import type { PlanProgress } from '@vertretbar/domain/plan'
import { halfDayWords } from './half-day-words.ts'
import { helpGerman } from './help-german.ts'
import { installationGerman } from './installation-german.ts'
import { nightWords } from './night-words.ts'
import { operatorGerman } from './operator-german.ts'
import { personWords } from './person-words.ts'
import { shortageSoFar } from './shortage-so-far.ts'

/** Counts a thing in German: one Lücke, several Lücken. */
const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('de-DE')} ${number === 1 ? one : many}`

/** What stands after the name of a command. */
type Operand = 'file' | 'id' | 'list'

const operandNames: Readonly<Record<Operand, string>> = { file: 'DATEI', id: 'ID', list: 'LISTE' }

/** Every text of the terminal in German. Its keys are the one list: a language that lacks one does not compile. */
export const german = {
  ...halfDayWords.de,
  ...installationGerman,
  ...operatorGerman,
  ...nightWords.de,
  ...personWords.de,

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
  verbNeeded: (noun: string, verbs: string) => `Zu „${noun}“ fehlt, was geschehen soll: ${verbs}.`,
  operandNeeded: (operand: Operand, command: string, operands: readonly Operand[]) =>
    `Es fehlt ${operandNames[operand]}: vertretbar ${[command, ...operands.map((one) => operandNames[one])].join(' ')}.`,
  optionNeeded: (name: string) => `Es fehlt ${name}.`,
  oneNeeded: (names: string) => `Bitte eines davon angeben: ${names}.`,
  oneOnly: (names: string) => `Nur eines davon ist möglich: ${names}.`,
  goesWith: (name: string, others: string) => `Die Option ${name} gilt nur zusammen mit ${others}.`,
  choiceWrong: (name: string, choices: string) => `${name} kann eines davon sein: ${choices}.`,
  listWrong: (name: string, lists: string) => `Die Liste „${name}“ gibt es hier nicht: möglich ist eine von ${lists}.`,
  keyWrong: '--key hat höchstens 200 Zeichen.',
  wholeNumberWrong: (name: string, least: number, most: number) =>
    `${name} ist eine ganze Zahl von ${least} bis ${most}.`,
  onlyWrong: '--only nennt Nummern ab 1, mit Kommas dazwischen, z. B. 1,3.',
  timeLimitWrong: '--time-limit ist eine Zahl von Sekunden, größer als 0 und höchstens 86400.',
  seeHelp: 'Hilfe zeigt: vertretbar --help',
  help: helpGerman,
}

/** The texts every language must have. */
export type Catalogue = Readonly<typeof german>
