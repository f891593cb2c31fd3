import { describe, expect, it } from 'vitest'
import type { Command } from '../command.ts'
import type { Identity, Member } from '../member.ts'
import { after, lending, monday, refused } from '../test-command.ts'
import { member } from '../test-member.ts'
import { since } from '../test-region.ts'
import type { MemberFields } from './member.ts'

const [code, other] = ['a'.repeat(64), 'b'.repeat(64)]
const login: Identity = { issuer: 'https://login.example.de', subject: 's-1' }
const fields: MemberFields = { address: 'neu@example.de', language: 'de', roles: [{ role: 'coordinator' }], ...since }
const invited = member('one', { invitation: { code, expiresAt: '2026-06-15T08:00:00.000Z' } })
const known = member('one', { identity: login })

const invite = (change: Partial<MemberFields> = {}): Command => ({
  kind: 'invite-member',
  code,
  fields: { ...fields, ...change },
})
const change = (to: Partial<MemberFields> = {}): Command => ({
  kind: 'change-member',
  member: 'one',
  fields: { ...fields, ...to },
})
const bind = (by = code, identity = login): Command => ({ kind: 'bind-member', code: by, identity })
const end = (validTo: string): Command => ({ kind: 'end-member', member: 'one', validTo })
const renew: Command = { kind: 'renew-invitation', member: 'one', code: other }

/** The members that a command leaves of some. */
const membersAfter = (members: readonly Member[], command: Command, at = monday): readonly Member[] =>
  after(lending({ members }), command, { at }).region.members ?? []

describe('an invitation', () => {
  it('makes a member whom nobody is yet, for two weeks', () => {
    expect(membersAfter([], invite())).toEqual([
      { id: 'new-2', ...fields, invitation: { code, expiresAt: '2026-06-15T08:00:00.000Z' } },
    ])
  })

  it('is accepted by whoever has its code, once', () => {
    const { invitation: _, ...bound } = { ...invited, identity: login }
    expect(membersAfter([invited], bind())).toEqual([bound])
    const again = lending({ members: membersAfter([invited], bind()) })
    expect(refused(again, bind(code, { ...login, subject: 's-2' }))).toMatchObject({ code: 'unknown', what: 'member' })
  })

  it('holds until just before its end, and not from then on', () => {
    expect(membersAfter([invited], bind(), '2026-06-15T07:59:59.999Z')).toMatchObject([{ identity: login }])
    expect(refused(lending({ members: [invited] }), bind(), { at: '2026-06-15T08:00:00.000Z' })).toEqual({
      code: 'unknown',
      what: 'member',
      id: code,
    })
  })

  it('holds no other code', () => {
    expect(refused(lending({ members: [invited] }), bind(other))).toEqual({
      code: 'unknown',
      what: 'member',
      id: other,
    })
  })

  it('that is renewed takes the login from who was known, and holds by the new code alone', () => {
    expect(membersAfter([known], renew)).toEqual([
      { ...member('one'), invitation: { code: other, expiresAt: '2026-06-15T08:00:00.000Z' } },
    ])
    const again = lending({ members: membersAfter([invited], renew) })
    expect(refused(again, bind())).toMatchObject({ code: 'unknown' })
    expect(membersAfter(again.region.members ?? [], bind(other))).toMatchObject([{ identity: login }])
  })
})

describe('a login', () => {
  const second = { ...invited, id: 'two' }

  it.each<readonly [string, Partial<Member>]>([
    ['is there for good', {}],
    ['leaves that day', { validTo: '2026-06-01' }],
    ['is to begin later', { validFrom: '2027-01-01' }],
  ])('is nobody else’s as long as its member %s', (_, period) => {
    const index = lending({ members: [{ ...known, ...period }, second] })
    expect(refused(index, bind())).toEqual({ code: 'identity-taken' })
  })

  it('of a member who left the day before is free', () => {
    const left = { ...known, validTo: '2026-05-31' }
    expect(membersAfter([left, second], bind())).toMatchObject([{ id: 'one' }, { id: 'two', identity: login }])
  })

  it('is another one with another issuer, or with another subject', () => {
    for (const others of [
      { ...login, issuer: 'https://other.example.de' },
      { ...login, subject: 's-2' },
    ])
      expect(membersAfter([known, second], bind(code, others))).toMatchObject([{}, { identity: others }])
  })

  it.each<readonly [string, Command]>([
    ['a longer period', change({ validTo: '2026-06-01' })],
    ['a period without end', change()],
    ['a later end', end('2026-06-01')],
  ])('that somebody else has meanwhile does not come back by %s', (_, command) => {
    const members = [
      { ...known, validTo: '2026-05-31' },
      { ...known, id: 'two' },
    ]
    expect(refused(lending({ members }), command)).toEqual({ code: 'identity-taken' })
    expect(membersAfter(members, { ...end('2026-05-30') })).toMatchObject([{ validTo: '2026-05-30' }, { id: 'two' }])
  })
})

describe('a change of a member', () => {
  it('is of what was said of them, not of how they log in', () => {
    expect(membersAfter([known], change({ specialist: 'city-p1' }))).toEqual([
      { id: 'one', ...fields, specialist: 'city-p1', identity: login },
    ])
    expect(membersAfter([invited], change())).toEqual([{ id: 'one', ...fields, invitation: invited.invitation }])
  })

  it.each<readonly [string, Partial<Member>, string, object]>([
    ['from that day on', {}, '2026-06-30', { ...since, validTo: '2026-06-30' }],
    ['at once, by a day gone by', {}, '2026-05-31', { ...since, validTo: '2026-05-31' }],
    [
      'on their first day',
      { validFrom: '2026-06-05' },
      '2026-06-05',
      { validFrom: '2026-06-05', validTo: '2026-06-05' },
    ],
    [
      'before they began',
      { validFrom: '2026-07-01' },
      '2026-06-05',
      { validFrom: '2026-06-05', validTo: '2026-06-05' },
    ],
  ])('ends their access %s', (_, period, validTo, expected) => {
    const { invitation: __, ...left } = { ...invited, ...period, ...expected }
    expect(membersAfter([{ ...invited, ...period }], end(validTo))).toEqual([left])
  })

  it.each<readonly [string, Partial<MemberFields>, object]>([
    [
      'a role at an authority that nobody knows',
      { roles: [{ role: 'hr-manager', authority: 'nowhere' }] },
      { pointer: '/roles/0/authority', code: 'unknown-reference', to: 'authority', id: 'nowhere' },
    ],
    [
      'the head of an area that nobody knows',
      { roles: [{ role: 'area-head', authority: 'city', area: 'it' }] },
      { pointer: '/roles/0/area', code: 'unknown-reference', to: 'area', id: 'it' },
    ],
    [
      'a specialist who is nobody',
      { roles: [{ role: 'specialist', authority: 'city' }] },
      { pointer: '/specialist', code: 'missing-field', expected: 'text', format: 'id' },
    ],
    [
      'a person whom nobody knows',
      { specialist: 'nobody' },
      { pointer: '/specialist', code: 'unknown-reference', to: 'specialist', id: 'nobody' },
    ],
    [
      'a deputy of nobody',
      { deputyOf: ['nobody'] },
      { pointer: '/deputyOf/0', code: 'unknown-reference', to: 'member', id: 'nobody' },
    ],
    [
      'a reversed period',
      { validTo: '2024-12-31' },
      { pointer: '/validTo', code: 'reversed-period', from: since.validFrom, to: '2024-12-31' },
    ],
  ])('is refused with its place: %s', (_, wrong, problem) => {
    const index = lending({ members: [member('earlier'), known] })
    for (const command of [invite(wrong), change(wrong)])
      expect(refused(index, command)).toEqual({ code: 'invalid', problems: [problem] })
  })

  it('makes nobody the deputy of themself', () => {
    expect(refused(lending({ members: [known] }), change({ deputyOf: ['one'] }))).toEqual({
      code: 'invalid',
      problems: [{ pointer: '/deputyOf/0', code: 'deputy-of-oneself' }],
    })
  })

  it.each([change(), end('2026-06-30'), renew])('of nobody is unknown: $kind', (command) => {
    expect(refused(lending({ members: [] }), command)).toEqual({ code: 'unknown', what: 'member', id: 'one' })
  })
})

it('a person stays as long as there is a member who is that person', () => {
  const index = lending({ members: [member('one', { specialist: 'parish-r1' })] })
  expect(refused(index, { kind: 'remove-entry', in: 'specialists', id: 'parish-r1' })).toMatchObject({
    problems: [{ code: 'unknown-reference', to: 'specialist', id: 'parish-r1' }],
  })
})
