import type { AlertWords } from './alert-words.ts'

const figure = (number: number): string => number.toLocaleString('en-GB')

/** Counts a thing in English: 1 new gap, 2 new gaps. */
const counted =
  (one: string, many: string) =>
  (number: number): string =>
    `${figure(number)} ${number === 1 ? one : many}`

const people = counted('person', 'people')

/** What is said of alerts in English. */
export const alertsEnglish: AlertWords = {
  sections: {
    answer: 'Your answer is wanted',
    statement: 'Please confirm what was worked',
    gaps: 'New and larger gaps',
    due: 'Gaps that are coming closer',
    cover: 'News of covers',
    access: 'Access still missing',
    ends: 'What ends soon',
    filled: 'Filled again',
    urgent: 'Still urgent',
  },
  kinds: {
    'answer-wanted': 'answer wanted',
    'statement-wanted': 'confirmation wanted',
    'gap-new': 'new',
    'gap-worse': 'larger',
    'gap-due': 'coming closer',
    'gap-filled': 'filled again',
    'gap-urgent': 'still urgent',
    'access-missing': 'access missing',
    'agreement-ends': 'agreement',
    'authorisation-ends': 'appointment or power',
    'software-changes': 'software',
  },
  notices: {
    requested: 'cover requested',
    confirmed: 'cover confirmed',
    'lent-in-house': 'cover in-house',
    released: 'not all half-days agreed to',
    reconciled: 'cover reconciled',
    declined: 'request declined',
    withdrawn: 'request withdrawn',
    expired: 'request expired',
    recalled: 'cover recalled',
    broken: 'cover broken',
  },
  severity: { urgent: 'urgent', soon: 'soon', later: 'later' },

  counted: {
    'answer-wanted': counted('answer wanted', 'answers wanted'),
    'statement-wanted': counted('confirmation wanted', 'confirmations wanted'),
    'gap-new': counted('new gap', 'new gaps'),
    'gap-worse': counted('larger gap', 'larger gaps'),
    urgent: (number) => `${figure(number)} urgent`,
    'gap-due': counted('gap coming closer', 'gaps coming closer'),
    'access-missing': counted('access missing', 'accesses missing'),
    'agreement-ends': counted('agreement ends', 'agreements end'),
    'authorisation-ends': counted('appointment or power ends', 'appointments or powers end'),
    'software-changes': counted('software change', 'software changes'),
    'gap-filled': counted('gap filled again', 'gaps filled again'),
    requested: counted('cover requested', 'covers requested'),
    confirmed: counted('cover confirmed', 'covers confirmed'),
    'lent-in-house': counted('cover in-house', 'covers in-house'),
    released: counted('cover agreed to in part', 'covers agreed to in part'),
    reconciled: counted('cover reconciled', 'covers reconciled'),
    declined: counted('request declined', 'requests declined'),
    withdrawn: counted('request withdrawn', 'requests withdrawn'),
    expired: counted('request expired', 'requests expired'),
    recalled: counted('cover recalled', 'covers recalled'),
    broken: counted('cover broken', 'covers broken'),
  },
  andMore: 'and more',
  authorities: counted('authority', 'authorities'),

  missing: (least, most) =>
    least === most
      ? `${people(most)} ${most === 1 ? 'is' : 'are'} missing`
      : `${figure(least)} to ${people(most)} are missing`,
  forRole: (roles) => `for ${roles}`,
  wanted: 'cover wanted',
  blocks: (areas) => `Holds up: ${areas}.`,
  daysLeft: (workingDays) => `At most ${counted('working day', 'working days')(workingDays)} left.`,
  lender: (authority) => `Lender: ${authority}.`,
  inHouse: 'In-house.',
  notTakingPlace: 'On these half-days the cover does not take place.',
  asked: {
    specialist: 'The specialist is asked for their consent.',
    lender: 'The lender is asked for their consent.',
  },
  answerBy: (when) => `Please answer by ${when}; otherwise the request expires.`,
  sayWhatWasWorked: 'The cover is over; what both sides confirm will be settled.',
  coverOn: (area, when) => `Cover in ${area}: ${when}`,
  agreement: 'Agreement',
  noAccess: 'The access is not on file yet.',
  servesFor: (givers, receivers) => `${givers} for ${receivers}`,
  mutual: (parties) => `${parties}, mutual`,
  lastDay: (when) => `Last day: ${when}`,
  ofOnePerson: 'It is that of one person.',
  otherSoftware: 'After that other software is used, or none.',
}
