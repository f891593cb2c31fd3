import type { Catalogue } from './german.ts'
import { halfDayWords } from './half-day-words.ts'
import { helpEnglish } from './help-english.ts'
import { installationEnglish } from './installation-english.ts'
import { nightWords } from './night-words.ts'
import { operatorEnglish } from './operator-english.ts'
import { personWords } from './person-words.ts'
import { shortageSoFar } from './shortage-so-far.ts'

/** Counts a thing in English: one gap, several gaps. */
const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`

const operandNames = { file: 'FILE', id: 'ID', list: 'LIST' } as const

/** Every text of the terminal in English. */
export const english: Catalogue = {
  ...halfDayWords.en,
  ...installationEnglish,
  ...operatorEnglish,
  ...nightWords.en,
  ...personWords.en,

  office: 'Authority',
  requirement: 'Minimum staffing',
  when: 'When',
  missing: 'Missing',
  causes: 'Why',
  severity: 'How urgent',
  urgent: 'urgent',
  soon: 'soon',
  later: 'later',
  critical: 'critical',
  blocks: (areas) => `holds up ${areas}`,
  from: 'from',
  people: (number) => count(number, 'person', 'people'),
  peopleBetween: (least, most) => `${least} to ${most} people`,
  more: (number) => `… and ${number.toLocaleString('en-GB')} more`,

  gapsHeading: (number) => (number === 0 ? 'No gaps' : count(number, 'gap')),
  gapsSummary: (critical, normal) =>
    `Half-days missing: ${critical.toLocaleString('en-GB')} in critical, ${normal.toLocaleString('en-GB')} in other duties.`,
  noGaps: 'Everything is staffed in this period.',
  structuralHeading: 'Set by the work pattern (another pattern or time window would help here)',
  structuralCount: (number) => `Besides, ${count(number, 'gap')} made by work patterns (for all: vertretbar gaps).`,
  period: (first, last, today) => `${first} to ${last}; today is ${today}`,

  deadlinesHeading: 'Deadlines',
  deadline: 'Deadline',
  nextDates: 'Next dates',
  'contribution-statement': 'Contribution statement, last day to send it',
  contributions: 'Social security contributions due',
  payday: 'Payday',
  'wage-tax-return': 'Wage tax return',
  noDates: 'none in this period',

  planHeading: (people, halfDays) => `Cover plan: ${count(people, 'person', 'people')}, ${count(halfDays, 'half-day')}`,
  noAssignments: 'The plan assigns no cover.',
  who: 'Who',
  where: 'Where',
  agreement: 'Basis',
  inHouse: 'in-house',
  uncoveredHeading: (number) => `${count(number, 'half-day')} left uncovered`,
  nothingUncovered: 'The plan covers every gap.',
  nearest: 'Who comes nearest, and what stands against it',
  nobody: 'There is nobody who could be asked.',
  past: 'the day is over',
  free: 'free',

  proofOptimal: 'This plan is proven to be the best possible',
  proofFeasible: 'This plan is permitted; whether a better one exists is not proven to the end',
  proofLevel: (level, name, value) => `${level}. ${name} ${value}`,
  proofBound: (value, bound) => `${value} (proven: at least ${bound})`,
  proofMany: 'The time limit ended the search; another run may give another plan.',
  criticalShortage: 'uncovered, critical:',
  normalShortage: 'uncovered, other:',
  handOvers: 'hand-overs:',
  halfDaysLevel: 'half-days of cover:',
  effort: 'effort:',
  fairness: 'imbalance:',

  reasonsHeading: 'Why this cover',
  passed: 'Kept',
  shortNoticeOn: (when) => `Shorter notice than agreed, the lender may consent: ${when}`,
  part: 'What it does',
  nextBest: 'Next best way',
  betterFound: 'Longer search found a better way',
  nobodyElse: 'nobody else',
  asGood: 'just as good',
  maybeBetter: 'a better one is not ruled out',
  noTimeForIt: 'not looked for, time was up',
  helpHeading: 'What would help',
  helpTried: (tried, isAll) => `${count(tried, 'single change')} worked out${isAll ? '' : ', then time was up'}.`,
  helpNone: 'None of them reduces what stays uncovered.',
  removes: (critical, normal, isProven) =>
    `${[
      ...(critical === 0 ? [] : [`${count(critical, 'critical half-day')} fewer uncovered`]),
      ...(normal === 0
        ? []
        : [`${count(Math.abs(normal), 'other half-day')} ${normal > 0 ? 'fewer' : 'more'} uncovered`]),
    ].join(', ')}${isProven ? '' : ' (not worked out to the end)'}`,

  valid: (file) => `${file} is in order.`,
  warningsHeading: (number) => count(number, 'warning'),
  problemsHeading: (file, number) => `${file}: ${count(number, 'problem')}, nothing was taken over.`,
  wholeFile: 'whole file',
  fileMissing: 'There is no such file — please give the path of one that there is.',
  fileUnreadable: 'This file cannot be read — please give one that can.',
  optionDate: 'There is no such date — a calendar day such as 2026-12-07 would be right.',
  optionOutOfRange: (first, last) => `There is no calendar for this time — days from ${first} to ${last} are possible.`,
  optionReversed: (from, to) =>
    `The end ${to} comes before the start ${from} — the end may be the day of the start at the earliest.`,
  optionTooLong: (days, maximum) =>
    `The period has ${days.toLocaleString('en-GB')} days — at most ${maximum.toLocaleString('en-GB')} are possible.`,
  optionTodayFar: (days, maximum) =>
    `This day is ${days.toLocaleString('en-GB')} days away from the period — at most ${maximum.toLocaleString('en-GB')} are possible.`,
  planTooLarge: (maximum) =>
    `There are more than ${maximum.toLocaleString('en-GB')} ways to cover in this period — please plan a shorter one.`,

  reading: 'Reading the file …',
  searching: 'Looking for gaps …',
  planning: ({ firstLevel, lastLevel, done, parts, objective, bound }) =>
    `Planning … ${firstLevel === lastLevel ? `level ${lastLevel}` : `levels ${firstLevel} to ${lastLevel}`} of 6, part ${done + 1} of ${parts}${shortageSoFar(objective, bound, (short, least) => `; ${short} missing so far, ${least} at least`)}`,
  explaining: (done, total) => `Looking for reasons and what would help … ${done} of ${total}`,
  took: (seconds) => `Computed in ${seconds} s.`,
  unexpected:
    'Sorry, something unexpected happened. If anything was to be stored, please check before the next attempt whether it is. With VERTRETBAR_DEBUG=1 the same call shows details.',
  demonstration: (region) => `${region} (sample data, moved to this week)`,

  unknownCommand: (name) => `There is no command “${name}”.`,
  noCommand: 'Please give a command.',
  unknownOption: (name) => `The option ${name} does not exist here.`,
  optionValue: (name) => `The option ${name} is incomplete, or has a value it does not take.`,
  surplusArgument: (text) => `The command has no use for “${text}”.`,
  verbNeeded: (noun, verbs) => `Please say what to do with “${noun}”: ${verbs}.`,
  operandNeeded: (operand, command, operands) =>
    `${operandNames[operand]} is missing: vertretbar ${[command, ...operands.map((one) => operandNames[one])].join(' ')}.`,
  optionNeeded: (name) => `${name} is missing.`,
  oneNeeded: (names) => `Please give one of these: ${names}.`,
  oneOnly: (names) => `Only one of these is possible: ${names}.`,
  goesWith: (name, others) => `The option ${name} only counts together with ${others}.`,
  choiceWrong: (name, choices) => `${name} may be one of: ${choices}.`,
  listWrong: (name, lists) => `There is no list “${name}” here: one of ${lists} is possible.`,
  keyWrong: '--key has at most 200 characters.',
  wholeNumberWrong: (name, least, most) => `${name} is a whole number from ${least} to ${most}.`,
  onlyWrong: '--only names numbers from 1 on with commas between them, such as 1,3.',
  timeLimitWrong: '--time-limit is a number of seconds above 0, at most 86400.',
  seeHelp: 'For help: vertretbar --help',
  help: helpEnglish,
}
