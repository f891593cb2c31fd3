import type { Command } from './command.ts'
import type { MemberRole } from './member.ts'
import { type Answers, answers, places, type Rows, type Where } from './test-access.ts'
import type { OfFeeds } from './test-feed-rows.ts'
import { awayFor } from './test-region.ts'

/** Whoever is no side of a booking does not know of it; the coordinator knows of each. */
const ofBooking = (fields: Partial<Record<MemberRole, string>>): Answers =>
  answers({ specialist: '-??', 'hr-manager': '-??', 'area-head': '-??', coordinator: '---', ...fields }, '???')
const ofAbsence = answers({ specialist: '+??', 'hr-manager': '+??' }, '???')
const ofGap = answers({ 'hr-manager': '+??', 'area-head': '+??' }, '???')
const lent = (where: Where) => ({ booking: `${places[where]}.lent` })
const received = (where: Where) => ({ booking: where === 'own' ? 'city.received' : `${places[where]}.lent` })
const absence = (where: Where) => ({ absence: `${places[where]}.away` })
const gap = (where: Where) => ({ requirement: `${places[where]}.payroll`, need: 0, halfDay: '2026-06-29/am' })
const halfDays = ['2026-06-15/am']
const { from, to = '' } = awayFor('', '2026-06-22/am', '2026-06-22/pm')

/** The commands of master data, of access and of what is kept; those of cover, absences and gaps are the others. */
export type OfData =
  | 'put-entry'
  | 'remove-entry'
  | 'put-head'
  | 'invite-member'
  | 'change-member'
  | 'end-member'
  | 'renew-invitation'
  | 'bind-member'
  | 'erase-person'
  | 'delete-expired'

/** Who may give the commands of cover, absences and gaps; a kind that is missing does not compile. */
export const coverRows: Rows<Exclude<Command['kind'], OfData | OfFeeds>> = {
  'request-bookings': [
    {
      says: 'cover is asked for by the place that needs it',
      command: (where) => ({
        kind: 'request-bookings',
        proposals: [{ specialist: 'city.p', authority: places[where], area: 'payroll', halfDays, mode: 'remote' }],
      }),
      answers: answers({ 'hr-manager': '+--' }, '---'),
    },
  ],
  consent: [
    {
      says: 'a person agrees for themself',
      command: (where) => ({ kind: 'consent', ...lent(where), as: 'specialist', way: 'in-person' }),
      answers: ofBooking({ specialist: '+??' }),
    },
    {
      says: 'a lender agrees',
      command: (where) => ({ kind: 'consent', ...lent(where), as: 'lender', way: 'in-person' }),
      answers: ofBooking({ 'hr-manager': '+??' }),
    },
    {
      says: 'nobody agrees for both who is not both',
      command: (where) => ({ kind: 'consent', ...lent(where), as: 'both', way: 'in-person' }),
      answers: ofBooking({}),
    },
    {
      says: 'what was agreed to by telephone is written down by either side, or by the coordinator',
      command: (where) => ({ kind: 'consent', ...lent(where), as: 'both', way: 'telephone' }),
      answers: ofBooking({ 'hr-manager': '+??', 'area-head': '+??', coordinator: '+++' }),
    },
  ],
  'refuse-booking': [
    {
      says: 'a person declines, or has it said for them',
      command: (where) => ({ kind: 'refuse-booking', ...lent(where), as: 'specialist' }),
      answers: ofBooking({ specialist: '+??', 'hr-manager': '+??' }),
    },
    {
      says: 'a lender declines',
      command: (where) => ({ kind: 'refuse-booking', ...lent(where), as: 'lender' }),
      answers: ofBooking({ 'hr-manager': '+??' }),
    },
  ],
  'withdraw-booking': [
    {
      says: 'a receiver takes it back',
      command: (where) => ({ kind: 'withdraw-booking', ...received(where) }),
      answers: ofBooking({ specialist: '???', 'hr-manager': '+??' }),
    },
    {
      says: 'a lender does not',
      command: (where) => ({ kind: 'withdraw-booking', ...lent(where) }),
      answers: ofBooking({}),
    },
  ],
  'recall-booking': [
    {
      says: 'a person recalls',
      command: (where) => ({ kind: 'recall-booking', ...lent(where), as: 'specialist' }),
      answers: ofBooking({ specialist: '+??' }),
    },
    {
      says: 'a lender recalls',
      command: (where) => ({ kind: 'recall-booking', ...lent(where), as: 'lender' }),
      answers: ofBooking({ 'hr-manager': '+??' }),
    },
  ],
  'expire-request': [
    {
      says: 'nobody ends a request but the clock',
      command: (where) => ({ kind: 'expire-request', ...lent(where) }),
      answers: ofBooking({}),
    },
  ],
  'reconcile-booking': [
    {
      says: 'a lender says what was worked',
      command: (where) => ({ kind: 'reconcile-booking', ...lent(where), as: 'lender', halfDays }),
      answers: ofBooking({ 'hr-manager': '+??', 'area-head': '+??' }),
    },
    {
      says: 'a receiver says what was worked',
      command: (where) => ({ kind: 'reconcile-booking', ...received(where), as: 'receiver', halfDays }),
      answers: ofBooking({ specialist: '???', 'hr-manager': '+??', 'area-head': '+??' }),
    },
    {
      says: 'nobody says it for both who is one side',
      command: (where) => ({ kind: 'reconcile-booking', ...lent(where), as: 'both', halfDays }),
      answers: ofBooking({}),
    },
  ],
  'note-hand-over': [
    {
      says: 'whoever it concerns notes what is handed over',
      command: (where) => ({ kind: 'note-hand-over', ...lent(where), handOver: { done: [] } }),
      answers: ofBooking({ specialist: '+??', 'hr-manager': '+??', 'area-head': '+??' }),
    },
  ],
  'record-absence': [
    {
      says: 'a person is away, and says so or has it said',
      command: (where) => ({ kind: 'record-absence', specialist: `${places[where]}.p`, from, to }),
      answers: answers({ specialist: '+??', 'hr-manager': '+??', 'area-head': '-??' }, '???'),
    },
  ],
  'change-absence': [
    {
      says: 'it is at another time',
      command: (where) => ({ kind: 'change-absence', ...absence(where), from, to }),
      answers: ofAbsence,
    },
  ],
  'end-absence': [
    { says: 'it ends', command: (where) => ({ kind: 'end-absence', ...absence(where), to }), answers: ofAbsence },
  ],
  'withdraw-absence': [
    {
      says: 'it is taken back',
      command: (where) => ({ kind: 'withdraw-absence', ...absence(where) }),
      answers: ofAbsence,
    },
  ],
  'acknowledge-gap': [
    { says: 'a gap is known', command: (where) => ({ kind: 'acknowledge-gap', ...gap(where) }), answers: ofGap },
  ],
  'accept-risk': [
    { says: 'a risk is borne', command: (where) => ({ kind: 'accept-risk', ...gap(where) }), answers: ofGap },
  ],
}
