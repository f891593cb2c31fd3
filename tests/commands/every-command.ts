import type { Command } from '@vertretbar/domain/command'
import { c1, feedToken, invited, loginOf, many } from './command-region.ts'

/** One command, as it is sent: to an address of the API, or, where it has none, as it is. */
export interface Order {
  readonly says: string
  readonly way: Way
  /** What was done before. */
  readonly after?: readonly ((region: string) => Command)[]
  /** So many covers there are in the village. */
  readonly covers?: number
}

export type Way =
  | { readonly method: 'POST' | 'PUT' | 'DELETE'; readonly path: string; readonly body?: unknown }
  | { readonly command: (region: string) => Command }

const post = (path: string, body: unknown): Way => ({ method: 'POST', path: `/v1/${path}`, body })

const proposal = { authority: 'parish', area: 'payroll', mode: 'remote' }
const gap = { requirement: 'parish.payroll', need: 0, halfDay: '2026-12-02/am' }
const worked = ['2026-11-02/am', '2026-11-02/pm']
const settling = { as: 'both' as const, halfDays: worked }

const [staff, person] = invited
const newCode = 'e'.repeat(64)
const access = { address: 'neu@example.de', language: 'de' as const, validFrom: '2026-11-23' }

/** Somebody who was invited logs in for the first time. */
const bound =
  (member = staff) =>
  (region: string): Command => ({
    kind: 'bind-member',
    code: member?.invitation.code ?? '',
    identity: loginOf(region, member?.id ?? ''),
  })

/** Every kind of command, each at least once; a kind that is missing does not compile. */
const byKind: Readonly<Record<Command['kind'], readonly Order[]>> = {
  'request-bookings': [
    {
      says: 'two covers are asked for at once',
      way: post('bookings', {
        proposals: [
          { ...proposal, specialist: 'c1', halfDays: ['2026-12-16/am', '2026-12-17/am'] },
          { ...proposal, specialist: 'c2', halfDays: ['2026-12-16/pm'] },
        ],
      }),
    },
  ],
  consent: [{ says: 'both agree', way: post('bookings/asked/consents', { as: 'both', way: 'telephone' }) }],
  'refuse-booking': [{ says: 'the person declines', way: post('bookings/asked/refusals', { as: 'specialist' }) }],
  'withdraw-booking': [{ says: 'the receiver withdraws', way: post('bookings/asked/withdrawals', {}) }],
  'recall-booking': [{ says: 'the lender recalls', way: post('bookings/agreed/recalls', { as: 'lender' }) }],
  'expire-request': [
    { says: 'nobody answered in time', way: { command: () => ({ kind: 'expire-request', booking: 'late' }) } },
  ],
  'reconcile-booking': [
    { says: 'a cover is settled', way: post('bookings/worked/reconciliations', settling) },
    {
      says: 'a settlement is corrected',
      after: [() => ({ kind: 'reconcile-booking', booking: 'worked', ...settling })],
      way: post('bookings/worked/reconciliations', { as: 'both', halfDays: worked.slice(1) }),
    },
  ],
  'note-hand-over': [
    {
      says: 'points of a hand-over are ticked off',
      way: { method: 'PUT', path: '/v1/bookings/asked/hand-over', body: { done: ['contacts'], openCases: 3 } },
    },
  ],
  'record-absence': [
    {
      says: 'an absence breaks a cover',
      way: post('absences', { specialist: 'c1', from: '2026-12-09/am', to: '2026-12-09/pm' }),
    },
  ],
  'change-absence': [
    {
      says: 'an absence has another time',
      way: { method: 'PUT', path: '/v1/absences/away', body: { from: '2027-01-12/am', reviewOn: '2027-02-01' } },
    },
  ],
  'end-absence': [{ says: 'an absence ends', way: post('absences/away/ends', { to: '2027-01-12/pm' }) }],
  'withdraw-absence': [{ says: 'an absence is not', way: { method: 'DELETE', path: '/v1/absences/away' } }],
  'acknowledge-gap': [{ says: 'a gap is known', way: post('gaps/acknowledgements', gap) }],
  'accept-risk': [
    {
      says: 'a risk is borne anew',
      after: [() => ({ kind: 'accept-risk', ...gap })],
      way: post('gaps/accepted-risks', gap),
    },
  ],
  'put-entry': [
    {
      says: 'a person loses the skill for a cover',
      way: { command: () => ({ kind: 'put-entry', in: 'specialists', member: { ...c1, competences: [] } }) },
    },
    {
      says: 'an agreement ends, and with it more covers than one transaction can write',
      covers: 100,
      way: { command: () => ({ kind: 'put-entry', in: 'agreements', member: { ...many, validTo: '2026-11-30' } }) },
    },
  ],
  'remove-entry': [
    { says: 'a product goes', way: { command: () => ({ kind: 'remove-entry', in: 'products', id: 'b' }) } },
  ],
  'put-head': [
    {
      says: 'the region has another name',
      way: {
        command: (region) => ({
          kind: 'put-head',
          head: {
            id: region,
            name: 'Region am Elm',
            timeZone: 'Europe/Berlin',
            collectionOffices: [],
            conflicts: [],
            settings: { horizonDays: 90, requestExpiryWorkingDays: 3 },
          },
        }),
      },
    },
  ],
  'invite-member': [
    {
      says: 'somebody is to have access',
      way: {
        command: () => ({
          kind: 'invite-member',
          code: newCode,
          fields: { ...access, roles: [{ role: 'controller', authority: 'parish' }], deputyOf: ['staff'] },
        }),
      },
    },
  ],
  'change-member': [
    {
      says: 'somebody has another role',
      after: [bound()],
      way: {
        command: () => ({
          kind: 'change-member',
          member: 'staff',
          fields: { ...access, roles: [{ role: 'coordinator' }] },
        }),
      },
    },
  ],
  'end-member': [
    {
      says: 'somebody has access no longer',
      after: [bound()],
      way: { command: () => ({ kind: 'end-member', member: 'staff', validTo: '2026-11-22' }) },
    },
  ],
  'renew-invitation': [
    {
      says: 'a login counts no more',
      after: [bound()],
      way: { command: () => ({ kind: 'renew-invitation', member: 'staff', code: newCode }) },
    },
  ],
  'bind-member': [{ says: 'somebody logs in for the first time', way: { command: bound() } }],
  'create-feed': [
    {
      says: 'somebody is to read covers in a calendar',
      way: {
        command: (region) => ({
          kind: 'create-feed',
          member: 'staff',
          shows: { kind: 'place', authority: 'city' },
          token: feedToken(region, 'new'),
        }),
      },
    },
  ],
  'rotate-feed': [
    {
      says: 'a calendar has another address',
      way: { command: (region) => ({ kind: 'rotate-feed', feed: 'calendar', token: feedToken(region, 'new') }) },
    },
  ],
  'revoke-feed': [
    { says: 'a calendar is given back', way: { command: () => ({ kind: 'revoke-feed', feed: 'calendar' }) } },
  ],
  'erase-person': [
    {
      says: 'a person goes, and their access and their calendar with them',
      after: [bound(person)],
      way: { command: () => ({ kind: 'erase-person', specialist: 'c2' }) },
    },
  ],
  'delete-expired': [{ says: 'what was kept long enough goes', way: { command: () => ({ kind: 'delete-expired' }) } }],
}

/** Every command there is. */
export const everyCommand: readonly Order[] = Object.values(byKind).flat()
