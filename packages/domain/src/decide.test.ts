import { describe, expect, it } from 'vitest'
import type { Booking } from './booking.ts'
import type { MemberFields } from './command/member.ts'
import { Command } from './command.ts'
import { decide } from './decide.ts'
import type { Member } from './member.ts'
import { RegionIndex } from './region-index.ts'
import { vacancy } from './test-candidacy.ts'
import { ask, contextAt, cover, decided, lending, monday, request, thursday, wednesday } from './test-command.ts'
import { feed } from './test-member.ts'
import { agreement, awayFor, booking } from './test-region.ts'

const settled: Booking = booking('city-p2', '2026-05-28/am', {
  id: 'past',
  authority: 'parish',
  area: 'payroll',
  agreement: 'pool',
})
const fields: MemberFields = {
  address: 'personal@example.de',
  language: 'de',
  roles: [{ role: 'hr-manager', authority: 'city' }],
  validFrom: '2026-01-01',
}
const [digest, invited] = ['a'.repeat(64), 'b'.repeat(64)]
const member: Member = { ...fields, id: 'hr', invitation: { code: invited, expiresAt: '2026-06-10T08:00:00.000Z' } }
const index = lending({
  members: [member],
  feeds: [feed('calendar', { member: 'hr' })],
  bookings: [request(), cover({ id: 'agreed', halfDays: [thursday] }), settled],
  absences: [vacancy, awayFor('city-p2', thursday, thursday), awayFor('city-p2', '2025-01-02/am', '2025-01-02/pm')],
})
const gap = { requirement: 'wanted', need: 0, halfDay: '2026-06-15/am' }

/** One command of each kind, which the region lets pass. */
const commands: { readonly [Kind in Command['kind']]: Extract<Command, { readonly kind: Kind }> } = {
  'request-bookings': ask({ halfDays: ['2026-06-15/am'] }),
  consent: { kind: 'consent', booking: 'cover', as: 'both', way: 'in-person' },
  'refuse-booking': { kind: 'refuse-booking', booking: 'cover', as: 'lender' },
  'withdraw-booking': { kind: 'withdraw-booking', booking: 'cover' },
  'recall-booking': { kind: 'recall-booking', booking: 'agreed', as: 'lender' },
  'expire-request': { kind: 'expire-request', booking: 'cover' },
  'reconcile-booking': { kind: 'reconcile-booking', booking: 'past', as: 'both', halfDays: [] },
  'note-hand-over': { kind: 'note-hand-over', booking: 'cover', handOver: { done: ['contacts'] } },
  'record-absence': { kind: 'record-absence', specialist: 'city-p1', from: wednesday, to: thursday },
  'change-absence': { kind: 'change-absence', absence: vacancy.id, from: wednesday, to: thursday },
  'end-absence': { kind: 'end-absence', absence: vacancy.id, to: '2026-07-01/am' },
  'withdraw-absence': { kind: 'withdraw-absence', absence: vacancy.id },
  'acknowledge-gap': { kind: 'acknowledge-gap', ...gap },
  'accept-risk': { kind: 'accept-risk', ...gap },
  'put-entry': { kind: 'put-entry', in: 'agreements', member: agreement('pool', { areas: ['audit'] }) },
  'remove-entry': { kind: 'remove-entry', in: 'products', id: 'b' },
  'put-head': { kind: 'put-head', head: { ...index.region.region, name: 'Other' } },
  'invite-member': { kind: 'invite-member', fields, code: digest },
  'change-member': { kind: 'change-member', member: 'hr', fields: { ...fields, language: 'en' } },
  'end-member': { kind: 'end-member', member: 'hr', validTo: '2026-06-30' },
  'renew-invitation': { kind: 'renew-invitation', member: 'hr', code: digest },
  'bind-member': {
    kind: 'bind-member',
    code: invited,
    identity: { issuer: 'https://login.example.de', subject: 's-1' },
  },
  'create-feed': { kind: 'create-feed', member: 'hr', shows: { kind: 'place', authority: 'city' }, token: digest },
  'rotate-feed': { kind: 'rotate-feed', feed: 'calendar', token: digest },
  'revoke-feed': { kind: 'revoke-feed', feed: 'calendar' },
  'erase-person': { kind: 'erase-person', specialist: 'parish-r1' },
  'delete-expired': { kind: 'delete-expired' },
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

describe.each(Object.values(commands))('$kind', (command) => {
  it('is read as it was written', () => {
    expect(Command.parse(JSON.parse(JSON.stringify(command)))).toEqual(command)
  })

  it('is not read with a field more, or with one less that it needs', () => {
    expect(Command.safeParse({ ...command, more: 1 }).success).toBe(false)
    // An absence may go on without an end.
    const needed = Object.keys(command).filter((field) => field !== 'to' || command.kind === 'end-absence')
    for (const field of needed) {
      const less = Object.fromEntries(Object.entries(command).filter(([name]) => name !== field))
      expect([field, Command.safeParse(less).success]).toEqual([field, false])
    }
  })

  it('is decided the same on the same state, and changes nothing itself', () => {
    const at = command.kind === 'expire-request' ? '2026-06-04T15:00:00.000Z' : monday
    const still = new RegionIndex(frozen(index.region))
    const decision = decided(still, command, { at })
    expect(decision.changes).not.toEqual([])
    expect(decide({ index: still, ledger: [] }, command, contextAt(at, still))).toEqual({ ok: true, value: decision })
  })
})
