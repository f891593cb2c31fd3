import type { Change } from '@vertretbar/domain/change'
import type { Command } from '@vertretbar/domain/command'
import type { Identity } from '@vertretbar/domain/member'
import { lending, monday } from '@vertretbar/domain/test-command'
import { member } from '@vertretbar/domain/test-member'
import { identityStore } from '@vertretbar/store/identities'
import type { Membership } from '@vertretbar/usecases/ports'
import { describe, expect, it } from 'vitest'
import {
  decidedOn,
  done,
  elsewhere,
  give,
  type Installed,
  id,
  stored,
  storedParish,
} from '../commands/stored-parish.ts'
import { anotherClient, engineOfThisFile } from './engine.ts'
import { anImport, writeOf } from './write.ts'

engineOfThisFile()

const codes = ['a', 'b', 'c'].map((letter) => letter.repeat(64))
const [code = '', second = '', third = ''] = codes
const login: Identity = { issuer: 'https://login.example.de', subject: 's-1' }
const expiresAt = '2026-06-15T08:00:00.000Z'
const person = { roles: [{ role: 'specialist' as const, authority: 'parish' }], specialist: 'parish-r1' }
const members = [
  member('one', { ...person, invitation: { code, expiresAt } }),
  member('two', { invitation: { code: second, expiresAt } }),
]
const region = lending({ members }).region
const bind = (by: string, identity = login): Command => ({ kind: 'bind-member', code: by, identity })

/** Whose the login is, as somebody reads it who knows nothing yet. */
const known = ({ database }: Installed): Promise<Membership | undefined> =>
  identityStore(anotherClient(database)).membershipOf(login)

const put = (identity?: Identity): Change => ({
  kind: 'put',
  in: 'members',
  member: member('two', identity && { identity }),
})

describe('a login', () => {
  it('is nobody’s before anybody has logged in with a code', async () => {
    const ports = await storedParish(region)
    expect(await known(ports)).toBeUndefined()
    await give(ports, bind(third))
    expect(await known(ports)).toBeUndefined()
  })

  it('leads to the member whose code it brought', async () => {
    const ports = await storedParish(region)
    await done(ports, bind(code))
    expect(await known(ports)).toEqual({ region: id, member: 'one' })
    for (const other of [
      { ...login, subject: 's-2' },
      { ...login, issuer: 'https://other.example.de' },
    ])
      expect(await identityStore(ports.database).membershipOf(other)).toBeUndefined()
  })

  it.each<readonly [string, readonly Command[]]>([
    ['whose invitation is renewed', [{ kind: 'renew-invitation', member: 'one', code: third }]],
    ['who is erased', [{ kind: 'erase-person', specialist: 'parish-r1' }]],
    [
      'who left long ago and is not kept any more',
      [{ kind: 'end-member', member: 'one', validTo: '2025-05-31' }, { kind: 'delete-expired' }],
    ],
  ])('leads nowhere after one %s', async (_, commands) => {
    const ports = await storedParish(region)
    await done(ports, bind(code))
    for (const command of commands) await done(ports, command)
    expect(await known(ports)).toBeUndefined()
  })

  it.each<readonly [string, Command]>([
    ['has other roles', { kind: 'change-member', member: 'one', fields: { ...fieldsOf(), language: 'en' } }],
    ['has left, and is remembered', { kind: 'end-member', member: 'one', validTo: '2026-05-31' }],
  ])('goes on leading to a member who %s', async (_, command) => {
    const ports = await storedParish(region)
    await done(ports, bind(code))
    await done(ports, command)
    expect(await known(ports)).toEqual({ region: id, member: 'one' })
  })

  it('moves to another member once the first has left, and back no more', async () => {
    const ports = await storedParish(region)
    await done(ports, bind(code))
    expect(await give(ports, bind(second))).toMatchObject({ refusal: { code: 'identity-taken' } })
    await done(ports, { kind: 'end-member', member: 'one', validTo: '2026-05-31' })
    await done(ports, bind(second))
    expect(await known(ports)).toEqual({ region: id, member: 'two' })
    await done(ports, { kind: 'erase-person', specialist: 'parish-r1' })
    expect(await known(ports)).toEqual({ region: id, member: 'two' })
  })

  it('of somebody who has become a member of another region stays theirs, whatever the first one forgets', async () => {
    const ports = await storedParish(region)
    await done(ports, bind(code))
    const other = { ...region, region: { ...region.region, id: 'other' } }
    await ports.regions.replace(other, undefined, { ...anImport, at: monday })
    await done(ports, bind(second), { region: 'other' })
    expect(await known(ports)).toEqual({ region: 'other', member: 'two' })
    await done(ports, { kind: 'renew-invitation', member: 'one', code: third })
    expect(await known(ports)).toEqual({ region: 'other', member: 'two' })
  })

  it('is known after a write larger than one transaction, and forgotten by one', async () => {
    const ports = await storedParish(region)
    const many = Array.from(
      { length: 120 },
      (_, number): Change => ({
        kind: 'put',
        in: 'products',
        member: { id: `p-${number}`, name: 'P', vendor: 'x', accessLeadWorkingDays: 1 },
      }),
    )
    await ports.regions.commit(await stored(ports), writeOf([...many, put(login)]))
    expect(await known(ports)).toEqual({ region: id, member: 'two' })
    const { region: now } = await stored(ports)
    expect(now.members).toContainEqual(member('two', { identity: login }))
    await ports.regions.commit(await stored(ports), writeOf([...many.map(renamed), put()]))
    expect(await known(ports)).toBeUndefined()
  })

  it('is not touched by a write that came too late', async () => {
    const ports = await storedParish(region)
    const before = await stored(ports)
    await done(ports, bind(code))
    const late: Change = { kind: 'put', in: 'members', member: member('two', { identity: login }) }
    expect(await ports.regions.commit(before, writeOf([late]))).toEqual({ kind: 'conflict' })
    expect(await known(ports)).toEqual({ region: id, member: 'one' })
  })
})

describe('of several who log in at once', () => {
  it('with one code, one is the member, and the others have no code any more', async () => {
    const ports = await storedParish(region)
    const others = [1, 2, 3, 4].map((number) => ({ ...login, subject: `s-${number}` }))
    const told = await Promise.all(others.map((identity) => decidedOn(elsewhere(ports), bind(code, identity))))
    expect(told.filter(({ ok }) => ok)).toHaveLength(1)
    expect(told.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 3 }, () => ({ ok: false, refusal: { code: 'unknown', what: 'member', id: code } })),
    )
    const found = await Promise.all(others.map((identity) => identityStore(ports.database).membershipOf(identity)))
    expect(found.map((membership) => membership !== undefined)).toEqual(told.map(({ ok }) => ok))
  })

  it('by one login, one code is spent, and the other holds for somebody else', async () => {
    const ports = await storedParish(region)
    const told = await Promise.all([code, second].map((by) => decidedOn(elsewhere(ports), bind(by))))
    const winner = told.findIndex(({ ok }) => ok)
    expect(told[1 - winner]).toEqual({ ok: false, refusal: { code: 'identity-taken' } })
    expect(await known(ports)).toEqual({ region: id, member: ['one', 'two'][winner] })
    await done(ports, bind([code, second][1 - winner] ?? '', { ...login, subject: 's-2' }))
  })
})

const renamed = (change: Change): Change =>
  change.kind === 'put' && change.in === 'products' ? { ...change, member: { ...change.member, name: 'Q' } } : change

function fieldsOf() {
  const { id: _, invitation: __, identity: ___, ...fields } = member('one', person)
  return fields
}
