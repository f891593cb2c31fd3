import { expect, it } from 'vitest'
import type { Grant, Member } from './member.ts'
import type { Audience } from './message.ts'
import { reachOn } from './recipient.ts'
import { member } from './test-member.ts'

const date = '2026-06-10'
const hr: Grant = { role: 'hr-manager', authority: 'city' }
const head = (authority: string, area: string): Grant => ({ role: 'area-head', authority, area })
const chair = member('chair', { roles: [{ role: 'coordinator' }] })

const managers: Audience = { kind: 'hr-manager', authority: 'city' }
const audit: Audience = { kind: 'area-head', authority: 'city', area: 'audit' }
const person: Audience = { kind: 'specialist', specialist: 'p1' }
const coordinator: Audience = { kind: 'coordinator' }

it.each<readonly [string, Audience, readonly Member[], readonly string[]]>([
  ['all who hold the role', managers, [member('one'), member('two')], ['one', 'two']],
  ['who holds it among other roles', managers, [member('one', { roles: [{ role: 'coordinator' }, hr] })], ['one']],
  ['nobody who holds it elsewhere', managers, [member('one', { roles: [{ ...hr, authority: 'parish' }] })], ['chair']],
  ['nobody who holds another role there', managers, [member('one', { roles: [head('city', 'audit')] })], ['chair']],
  ['who has begun that day', managers, [member('one', { validFrom: date })], ['one']],
  ['nobody who begins the day after', managers, [member('one', { validFrom: '2026-06-11' })], ['chair']],
  ['who leaves that day', managers, [member('one', { validTo: date })], ['one']],
  ['nobody who left the day before', managers, [member('one', { validTo: '2026-06-09' })], ['chair']],
  [
    'a deputy as well',
    managers,
    [member('one'), member('two', { roles: [{ role: 'controller', authority: 'city' }], deputyOf: ['one'] })],
    ['one', 'two'],
  ],
  [
    'no deputy of who has left',
    managers,
    [
      member('one', { validTo: '2026-06-09' }),
      member('two', { roles: [{ role: 'controller', authority: 'city' }], deputyOf: ['one'] }),
    ],
    ['chair'],
  ],
  [
    'a holder once who is also the deputy of another',
    managers,
    [member('one'), member('two', { deputyOf: ['one'] })],
    ['one', 'two'],
  ],
  ['the head of that area', audit, [member('one', { roles: [head('city', 'audit')] })], ['one']],
  ['no head of another area', audit, [member('one', { roles: [head('city', 'payroll')] })], ['chair']],
  ['no head of that area elsewhere', audit, [member('one', { roles: [head('parish', 'audit')] })], ['chair']],
  ['no HR manager where the head is meant', audit, [member('one')], ['chair']],
  ['the person, whatever their roles', person, [member('one', { specialist: 'p1' })], ['one']],
  ['no other person', person, [member('one', { specialist: 'p2' })], ['chair']],
  [
    'nobody who stands for the person',
    person,
    [member('one', { specialist: 'p1' }), member('two', { deputyOf: ['one'] })],
    ['one'],
  ],
  ['nobody who was the person', person, [member('one', { specialist: 'p1', validTo: '2026-06-09' })], ['chair']],
  [
    'who has never logged in',
    managers,
    [member('one', { invitation: { code: '0'.repeat(64), expiresAt: '2026-06-01T08:00:00.000Z' } })],
    ['one'],
  ],
  ['the coordinators alone', coordinator, [member('one')], ['chair']],
  ['the deputy of a coordinator', coordinator, [member('one', { deputyOf: ['chair'] })], ['one', 'chair']],
])('reaches %s', (_, audience, members, ids) => {
  expect(reachOn([...members, chair], date)(audience).map(({ id }) => id)).toEqual(ids)
})

it('reaches nobody where there is neither a holder nor a coordinator', () => {
  expect(reachOn([member('one')], date)(audit)).toEqual([])
  expect(reachOn([], date)(coordinator)).toEqual([])
})

it('tells the audiences of one look from each other', () => {
  const reach = reachOn([member('one'), chair], date)
  expect([managers, { ...managers, authority: 'parish' }, managers].map((to) => reach(to).map(({ id }) => id))).toEqual(
    [['one'], ['chair'], ['one']],
  )
})
