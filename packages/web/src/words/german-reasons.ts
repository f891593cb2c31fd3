import { count, figure, halfDays } from './german-count.ts'

const more = (number: number): string => (number > 0 ? 'mehr' : 'weniger')

/** The texts in German that tell why a plan is as it is and what would help; changes below zero are told as less. */
export const germanReasons = {
  reasonsSought: 'Gründe und mögliche Hilfen werden noch gesucht …',
  reasonsAnswered: (done: number, total: number) => `${figure(done)} von ${figure(total)}`,
  shortNoticeOn: (when: string) => `Kurzfristiger als vereinbart, die verleihende Stelle kann zustimmen: ${when}`,

  whyThis: 'Warum dieser Vorschlag',
  wholeAssignment: (number: number) => `Gerechnet für den ganzen Einsatz dort, ${halfDays(number)}.`,
  without: (loss: string) => `Ohne diese Vertretung: ${loss}`,
  countedByTask: 'je Aufgabe gezählt',
  takes: (cost: string) => `Dafür nötig: ${cost}`,
  nextBestWith: (who: string, price: string) => `Nächstbeste Lösung: ${who} – ${price}`,
  betterFound: (price: string) => `Längere Suche fand eine bessere Lösung (${price}): Planen Sie bitte neu.`,
  nobodyInstead: 'ohne Ersatz',
  nobodyElse: (price: string) => `Sonst ist niemand dafür frei: ${price}`,
  noTimeForNextBest: 'Nächstbeste Lösung: nicht gesucht, die Zeit war um',
  maybeBetter: 'eine bessere Lösung ist nicht ausgeschlossen',

  asGood: 'ebenso gut',
  handOvers: (number: number) => count(number, 'Übergabe', 'Übergaben'),
  changes: {
    criticalShortage: (by: number) =>
      `${count(Math.abs(by), 'kritischer Halbtag', 'kritische Halbtage')} ${more(by)} unbesetzt`,
    normalShortage: (by: number) => `${halfDays(Math.abs(by))} ${more(by)} unbesetzt`,
    handOvers: (by: number) => `${count(Math.abs(by), 'Übergabe', 'Übergaben')} ${more(by)}`,
    halfDays: (by: number) => `${halfDays(Math.abs(by))} Vertretung ${more(by)}`,
    effort: (by: number) => `${more(by)} Aufwand`,
    fairness: (by: number): string => (by > 0 ? 'ungleicher verteilt' : 'gleichmäßiger verteilt'),
  },
  otherUnfilled: (by: number) => `${count(Math.abs(by), 'anderer Halbtag', 'andere Halbtage')} ${more(by)} unbesetzt`,
  ofThemCritical: (number: number) => `davon ${figure(number)} kritisch`,

  whatHelps: 'Was helfen würde',
  helpOverall: 'Jede Änderung für sich, über den ganzen Plan gerechnet:',
  helpUnproven: 'nicht zu Ende gerechnet',
  noHelpHere: (tried: number) =>
    `Keine einzelne Änderung hilft hier${tried === 0 ? '' : ` (${figure(tried)} geprüft)`}.`,
  noHelpToPropose: 'Hier lässt sich keine einzelne Änderung vorschlagen.',
  noHelp: (tried: number) => `Keine einzelne Änderung hilft${tried === 0 ? '' : ` (${figure(tried)} geprüft)`}.`,
  noHelpYet: (tried: number) =>
    `Nichts gefunden; die Zeit reichte für ${count(tried, 'einzelne Änderung', 'einzelne Änderungen')}.`,
  agreementFor: (legalForm: string, areas: string) => `${legalForm} für ${areas}`,
}
