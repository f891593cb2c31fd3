import { count, figure, halfDays } from './english-count.ts'
import type { germanReasons } from './german-reasons.ts'

const more = (number: number): string => (number > 0 ? 'more' : 'fewer')

/** The same texts in English. */
export const englishReasons: Readonly<typeof germanReasons> = {
  reasonsSought: 'Reasons, and what would help, are still being looked for …',
  reasonsAnswered: (done, total) => `${figure(done)} of ${figure(total)}`,
  shortNoticeOn: (when) => `Shorter notice than agreed, the lender may consent: ${when}`,

  whyThis: 'Why this proposal',
  wholeAssignment: (number) => `Counted for the whole assignment there, ${halfDays(number)}.`,
  without: (loss) => `Without this cover: ${loss}`,
  countedByTask: 'counted task by task',
  takes: (cost) => `It takes: ${cost}`,
  nextBestWith: (who, price) => `Next best solution: ${who} – ${price}`,
  betterFound: (price) => `Longer search found a better solution (${price}): please plan again.`,
  nobodyInstead: 'nobody instead',
  nobodyElse: (price) => `Nobody else is free for it: ${price}`,
  noTimeForNextBest: 'Next best solution: not looked for, time was up',
  maybeBetter: 'a better solution is not ruled out',

  asGood: 'just as good',
  handOvers: (number) => count(number, 'hand-over'),
  changes: {
    criticalShortage: (by) =>
      `${count(Math.abs(by), `${more(by)} critical half-day`, `${more(by)} critical half-days`)} unfilled`,
    normalShortage: (by) => `${count(Math.abs(by), `${more(by)} half-day`)} unfilled`,
    handOvers: (by) => count(Math.abs(by), `${more(by)} hand-over`),
    halfDays: (by) => `${count(Math.abs(by), `${more(by)} half-day`)} of cover`,
    effort: (by) => (by > 0 ? 'more effort' : 'less effort'),
    fairness: (by) => (by > 0 ? 'less evenly shared' : 'more evenly shared'),
  },
  otherUnfilled: (by) => `${count(Math.abs(by), `${more(by)} other half-day`)} unfilled`,
  ofThemCritical: (number) => `${figure(number)} of them critical`,

  whatHelps: 'What would help',
  helpOverall: 'Each change by itself, counted over the whole plan:',
  helpUnproven: 'not worked out to the end',
  noHelpHere: (tried) => `No single change helps here${tried === 0 ? '' : ` (${figure(tried)} tried)`}.`,
  noHelpToPropose: 'There is no single change to propose here.',
  noHelp: (tried) => `No single change helps${tried === 0 ? '' : ` (${figure(tried)} tried)`}.`,
  noHelpYet: (tried) => `Nothing found; there was time for ${count(tried, 'single change')}.`,
  agreementFor: (legalForm, areas) => `${legalForm} for ${areas}`,
}
