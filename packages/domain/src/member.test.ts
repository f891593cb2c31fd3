import { describe, expect, it } from 'vitest'
import { type Grant, grantsOn, Identity, Member } from './member.ts'
import { member } from './test-member.ts'

const today = '2026-06-10'
const hr: Grant = { role: 'hr-manager', authority: 'city' }
const head: Grant = { role: 'area-head', authority: 'city', area: 'audit' }
const coordinator: Grant = { role: 'coordinator' }
const person: Grant = { role: 'specialist', authority: 'city' }

/** The roles of the first of some members on that day, each as `role` or, where they stand for somebody, `role for`. */
const rolesOf = (...members: readonly [Member, ...Member[]]): string[] =>
  grantsOn(members[0], members, today).map(({ grant, isDeputy }) => (isDeputy ? `${grant.role} for` : grant.role))

describe('a member', () => {
  it.each<readonly [string, Partial<Member>, readonly string[]]>([
    ['has no role the day before they begin', { validFrom: '2026-06-11' }, []],
    ['has their role on the first day', { validFrom: '2026-06-10' }, ['hr-manager']],
    ['has their role on the last day', { validTo: '2026-06-10' }, ['hr-manager']],
    ['has no role the day after the last', { validTo: '2026-06-09' }, []],
    ['has all of several roles', { roles: [hr, head, coordinator] }, ['hr-manager', 'area-head', 'coordinator']],
  ])('%s', (_, fields, roles) => expect(rolesOf(member('one', fields))).toEqual(roles))
})

describe('a deputy', () => {
  const deputy = member('deputy', { roles: [person], specialist: 'p', deputyOf: ['chief'] })
  const chief = member('chief', { roles: [hr, head] })

  it('has the roles of whom they stand for beside their own', () => {
    expect(rolesOf(deputy, chief)).toEqual(['specialist', 'hr-manager for', 'area-head for'])
  })

  it.each<readonly [string, Partial<Member>, readonly string[]]>([
    ['left the day before', { validTo: '2026-06-09' }, ['specialist']],
    ['leaves that day', { validTo: '2026-06-10' }, ['specialist', 'hr-manager for']],
    ['begins that day', { validFrom: '2026-06-10' }, ['specialist', 'hr-manager for']],
    ['begins the day after', { validFrom: '2026-06-11' }, ['specialist']],
  ])('of one who %s stands for nobody but those who are there', (_, fields, roles) =>
    expect(rolesOf(deputy, member('chief', fields))).toEqual(roles),
  )

  it('who is not there stands for nobody', () => {
    expect(rolesOf({ ...deputy, validTo: '2026-06-09' }, chief)).toEqual([])
  })

  it('does not get what is everybody’s own', () => {
    const other = member('chief', { roles: [person, hr], specialist: 'q' })
    expect(rolesOf({ ...deputy, roles: [coordinator] }, other)).toEqual(['coordinator', 'hr-manager for'])
  })

  it('of a deputy stands for nobody but the deputy', () => {
    const between = member('chief', { roles: [head], deputyOf: ['far'] })
    expect(rolesOf(deputy, between, member('far', { roles: [coordinator] }))).toEqual(['specialist', 'area-head for'])
  })

  it('of two who stand for each other has the roles of both, once', () => {
    const one = member('one', { roles: [hr], deputyOf: ['other'] })
    const other = member('other', { roles: [head], deputyOf: ['one'] })
    expect(rolesOf(one, other)).toEqual(['hr-manager', 'area-head for'])
  })

  it('of several stands for each of them', () => {
    const several = { ...deputy, deputyOf: ['chief', 'c'] }
    const all = ['specialist', 'hr-manager for', 'area-head for', 'coordinator for']
    expect(rolesOf(several, chief, member('c', { roles: [coordinator] }))).toEqual(all)
  })

  it('of nobody who is known has their own roles', () => {
    expect(rolesOf({ ...deputy, deputyOf: ['nobody'] }, chief)).toEqual(['specialist'])
  })
})

describe('the shape of a member', () => {
  it.each<readonly [string, object]>([
    ['no role', { roles: [] }],
    ['a role of an authority without one', { roles: [{ role: 'hr-manager' }] }],
    ['an area head without an area', { roles: [{ role: 'area-head', authority: 'city' }] }],
    ['a coordinator of one authority', { roles: [{ role: 'coordinator', authority: 'city' }] }],
    ['a role that is none', { roles: [{ role: 'mayor', authority: 'city' }] }],
    ['an address that is none', { address: 'city' }],
    ['a language that nobody wrote', { language: 'fr' }],
    [
      'the code of an invitation instead of its digest',
      { invitation: { code: 'abc', expiresAt: '2026-06-10T08:00:00.000Z' } },
    ],
    ['a reason', { reason: 'new' }],
    ['an impossible date', { validFrom: '2026-02-30' }],
    ['a digest at a time that no clock shows', { digestTime: '24:00' }],
    ['a digest at a time without its zero', { digestTime: '6:30' }],
  ])('is not one with %s', (_, fields) => {
    expect(Member.safeParse({ ...member('one'), ...fields }).success).toBe(false)
  })

  it.each([
    ['an issuer that is no address', { issuer: 'us', subject: 's' }],
    ['no subject', { issuer: 'https://login.example.de', subject: '' }],
    ['a subject longer than OpenID Connect allows', { issuer: 'https://login.example.de', subject: 's'.repeat(256) }],
  ])('knows no login of %s', (_, identity) => expect(Identity.safeParse(identity).success).toBe(false))
})
