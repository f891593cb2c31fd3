import type { Command } from '@vertretbar/domain/command'
import type { operatorGerman } from './operator-german.ts'

/** Counts a thing in English: one booking, several bookings. */
const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`

const carriedOut = {
  'request-bookings': (bookings: number) => `Requested: ${count(bookings, 'booking')}`,
  consent: () => 'The consent is recorded',
  'refuse-booking': () => 'The refusal is recorded',
  'withdraw-booking': () => 'Withdrawn',
  'recall-booking': () => 'Recalled',
  'expire-request': () => 'Expired',
  'reconcile-booking': () => 'What was worked is recorded',
  'note-hand-over': () => 'The hand-over is recorded',
  'record-absence': () => 'The absence is stored',
  'change-absence': () => 'The absence is changed',
  'end-absence': () => 'The end of the absence is stored',
  'withdraw-absence': () => 'The absence is withdrawn',
  'acknowledge-gap': () => 'The gap is acknowledged',
  'accept-risk': () => 'The risk of the gap is accepted',
  'put-entry': () => 'The entry is stored',
  'remove-entry': () => 'The entry is removed',
  'put-head': () => 'The region itself is stored',
  'invite-member': () => 'The invitation is stored',
  'change-member': () => 'The access is changed',
  'end-member': () => 'The access is ended',
  'renew-invitation': () => 'The new invitation is stored',
  'bind-member': () => 'The invitation is accepted',
  'create-feed': () => 'The calendar is there',
  'rotate-feed': () => 'The calendar has a new address',
  'revoke-feed': () => 'The calendar is revoked',
  'erase-person': () => 'All that was kept of this person is deleted',
  'delete-expired': () => 'What is kept no longer is deleted',
} as const satisfies Readonly<Record<Command['kind'], (bookings: number) => string>>

/** What the terminal says in English to whoever works with stored bookings, absences, master data, ledger and log. */
export const operatorEnglish: Readonly<typeof operatorGerman> = {
  carriedOut: (kind, bookings) => carriedOut[kind](bookings),
  proposalUnknown: (number, last) =>
    last === 0
      ? 'This plan proposes no cover — please give another plan.'
      : `There is no proposal ${number} in this plan — please name numbers from 1 to ${last}.`,

  bookingsHeading: (number) => (number === 0 ? 'No bookings' : count(number, 'booking')),
  booking: 'Booking',
  id: 'Id',
  status: 'Status',
  endedBecause: (status, reason) => `${status} (${reason})`,
  mode: 'How',
  modes: { remote: 'remote', 'on-site': 'on site' },
  requested: 'Requested',
  answerBy: 'Answer by',
  consentOf: (side) => `Consent (${side})`,
  consented: (when, way, deed) => `${when} – ${way}, recorded by ${deed}`,
  by: (who, at) => `${who} on ${at}`,
  outstanding: 'outstanding',
  notNeeded: 'not needed, in-house',
  released: 'Left the booking',
  releasedBecause: (when, reason, at) => `${when} – ${reason}, ${at}`,
  access: 'Access',
  askBy: (product, day) => `${product}, to be asked for by ${day}`,
  handOverOpen: 'Hand-over, open',
  handOverDone: 'Hand-over, done',
  openCases: 'Open cases',
  workedBy: (side) => `Worked (${side})`,
  nothingWorked: 'nothing',
  closed: 'Closed',
  expiredHeading: (number) => (number === 0 ? 'No request has expired' : `Expired: ${count(number, 'request')}`),

  absencesHeading: (number) => (number === 0 ? 'No absences' : count(number, 'absence')),
  firstHalfDay: 'From',
  lastHalfDay: 'To',
  openEnd: (reviewOn) => `open, to be reviewed on ${reviewOn}`,

  notStored: 'Dry run, nothing is stored',
  applyToStore: 'With --apply it is stored like this.',
  openedHeading: (number) => `This opens or deepens ${count(number, 'gap')}`,
  closedHeading: (number) => `This closes or eases ${count(number, 'gap')}`,
  noEffect: 'No gap and no booking changes by this.',

  membersHeading: (number) => (number === 0 ? 'Nobody has access' : count(number, 'member')),
  address: 'Address',
  roles: 'Role',
  deputyFor: 'Deputy of',
  validity: 'Holds',
  login: 'Sign-in',
  hasLoggedIn: 'has signed in',
  notInvited: 'not invited',
  invitedUntil: (at) => `invited until ${at}`,
  invitation: (code, link) =>
    `Invitation, shown this once only: ${code}\nAs a link, after the address of the application: ${link}`,

  mailsHeading: (waiting, givenUp) =>
    waiting + givenUp === 0
      ? 'All e-mails have been sent'
      : `${count(waiting, 'e-mail waits', 'e-mails wait')}, ${givenUp.toLocaleString('en-GB')} could not be delivered`,
  mailsRetried: (number) =>
    number === 0
      ? 'No e-mail had been given up'
      : `${count(number, 'e-mail is', 'e-mails are')} sent again as soon as Vertretbar runs`,
  mailKind: 'Kind',
  mailKinds: { digest: 'digest of the night', 'at-once': 'at once' },
  mailStates: { waiting: 'waits', sent: 'sent', 'given-up': 'given up', dropped: 'dropped' },
  tries: 'Tries',
  nextTry: 'Next try',
  fault: 'Fault',

  ledgerHeading: (year) => `Balances of ${year}`,
  ledgerEmpty: 'Nothing was settled in this year.',
  giver: 'Giving authority',
  receiver: 'Receiving authority',
  area: 'Service area',
  quarter: 'Quarter',
  halfDaysColumn: 'Half-days',
  hours: 'Hours',
  amount: 'Amount',
  total: 'Total',

  auditSound: (entries) => `The audit log is unchanged and complete: ${count(entries, 'entry', 'entries')}.`,
  auditUnsound: (entries, findings) =>
    `The audit log is not in order: ${count(findings, 'finding')} in ${count(entries, 'entry', 'entries')}.`,
  auditDigest: (digest) => `Digest of the last entry: ${digest}`,
  auditFindings: {
    missing: (number) => `Entry ${number} is missing.`,
    changed: (number) => `Entry ${number} was changed.`,
    forged: (number) => `Entry ${number} is sound in itself, but does not belong into this chain.`,
    swapped: (number, found) => `In the place of entry ${number} lies entry ${found}.`,
    content: (number, item) => `What is stored as “${item}” is not what entry ${number} last said of it.`,
  },
}
