import { describe, expect, it } from 'vitest'
import { type Access, accessOf, type Standing, type Subject } from './access.ts'
import { type Action, policy, rightsTo } from './access-policy.ts'
import { clock, operator } from './actor.ts'
import { dayOf } from './half-day.ts'
import type { Grant, Member } from './member.ts'
import { member } from './test-member.ts'
import { agreement, authority, specialist, testRegion } from './test-region.ts'

const today = '2026-06-10'

/** What the first of some members may, in a region where the city may serve the parish. */
function accessIn(members: readonly [Member, ...Member[]], agreements = [agreement('pool')]): Access {
  const index = testRegion({
    authorities: [authority('city'), authority('parish'), authority('village')],
    specialists: [specialist('p1'), specialist('p2')],
    agreements,
    members,
  })
  return accessOf(index, { kind: 'member', id: members[0].id }, dayOf(today))
}

const having = (...roles: Grant[]): Member => member('one', { roles, specialist: 'p1' })
const at = (place: string, area?: string): Subject => ({ places: [{ authority: place, ...(area && { area }) }] })

describe('a right reaches', () => {
  it.each<readonly [string, Grant, Action, Subject, boolean]>([
    ['to oneself', { role: 'specialist', authority: 'city' }, 'answer-for-oneself', { specialist: 'p1' }, true],
    ['to nobody else', { role: 'specialist', authority: 'city' }, 'answer-for-oneself', { specialist: 'p2' }, false],
    ['to oneself, not to the place', { role: 'specialist', authority: 'city' }, 'see-person', at('city'), false],
    ['to one’s authority', { role: 'hr-manager', authority: 'city' }, 'lend-by-hr', at('city'), true],
    ['to every area of it', { role: 'hr-manager', authority: 'city' }, 'lend-by-hr', at('city', 'audit'), true],
    ['to no partner', { role: 'hr-manager', authority: 'city' }, 'lend-by-hr', at('parish'), false],
    [
      'to one’s area',
      { role: 'area-head', authority: 'city', area: 'audit' },
      'lend-by-head',
      at('city', 'audit'),
      true,
    ],
    [
      'to no other',
      { role: 'area-head', authority: 'city', area: 'audit' },
      'lend-by-head',
      at('city', 'payroll'),
      false,
    ],
    [
      'to no same area elsewhere',
      { role: 'area-head', authority: 'city', area: 'audit' },
      'lend-by-head',
      at('parish', 'audit'),
      false,
    ],
    [
      'to no authority as a whole',
      { role: 'area-head', authority: 'city', area: 'audit' },
      'lend-by-head',
      at('city'),
      false,
    ],
    ['to one’s own as to a partner’s', { role: 'specialist', authority: 'city' }, 'see-need', at('city'), true],
    ['to a partner', { role: 'specialist', authority: 'city' }, 'see-need', at('parish'), true],
    ['to no stranger', { role: 'specialist', authority: 'city' }, 'see-need', at('village'), false],
    ['to the whole region', { role: 'coordinator' }, 'see-need', at('village'), true],
    ['to the region itself', { role: 'coordinator' }, 'change-region', {}, true],
    [
      'to nothing in particular where it is of a place',
      { role: 'hr-manager', authority: 'city' },
      'lend-by-hr',
      {},
      false,
    ],
    [
      'to nobody in particular where it is one’s own',
      { role: 'specialist', authority: 'city' },
      'answer-for-oneself',
      {},
      false,
    ],
    ['not where the role has it not', { role: 'controller', authority: 'city' }, 'lend-by-hr', at('city'), false],
    ['to nobody’s cover for a coordinator', { role: 'coordinator' }, 'lend-by-hr', at('city'), false],
    [
      'to no person for an operator',
      { role: 'operator' },
      'see-name',
      { specialist: 'p1', ...at('city', 'payroll') },
      false,
    ],
  ])('%s', (_, grant, action, subject, may) => {
    const access = accessIn([having(grant)])
    expect(access.may(action, subject)).toBe(may)
    expect(access.standing(action, subject)).toBe(may ? 'own' : undefined)
  })

  it('to any of the places that it is asked for', () => {
    const { may } = accessIn([having({ role: 'hr-manager', authority: 'city' })])
    expect(may('see-booking', { places: [{ authority: 'village' }, { authority: 'city', area: 'audit' }] })).toBe(true)
    expect(may('see-booking', { places: [{ authority: 'village' }, { authority: 'parish' }] })).toBe(false)
    expect(may('see-booking', { places: [] })).toBe(false)
  })

  it('to nobody who is no specialist of their own', () => {
    const { may } = accessIn([member('one', { roles: [{ role: 'hr-manager', authority: 'city' }] })])
    expect(may('see-person', { specialist: 'p1' })).toBe(false)
  })
})

describe('partners', () => {
  const giver = having({ role: 'hr-manager', authority: 'city' })
  const receiver = having({ role: 'hr-manager', authority: 'parish' })

  it.each<readonly [string, Parameters<typeof agreement>[1], boolean]>([
    ['as long as it goes on', {}, true],
    ['up to its last day', { validTo: '2026-06-10' }, true],
    ['no longer than that', { validTo: '2026-06-09' }, false],
    ['before it begins, for it is agreed', { validFrom: '2026-07-01' }, true],
    ['whatever it is for', { areas: ['audit'] }, true],
  ])('are those of an agreement %s, in either direction', (_, fields, may) => {
    const agreements = [agreement('pool', fields)]
    expect(accessIn([giver], agreements).may('see-need', at('parish'))).toBe(may)
    expect(accessIn([receiver], agreements).may('see-need', at('city'))).toBe(may)
  })

  it('are not two givers, nor two receivers, nor the partners of partners', () => {
    const agreements = [agreement('two-givers', { givers: ['city', 'village'], receivers: ['parish'] })]
    expect(accessIn([giver], agreements).may('see-need', at('village'))).toBe(false)
    const chain = [agreement('one'), agreement('two', { givers: ['parish'], receivers: ['village'] })]
    expect(accessIn([giver], chain).may('see-need', at('village'))).toBe(false)
    const receivers = [agreement('two-receivers', { receivers: ['parish', 'village'] })]
    expect(accessIn([receiver], receivers).may('see-need', at('village'))).toBe(false)
  })
})

describe('somebody stands', () => {
  const chief = member('chief')
  const deputy = member('deputy', { roles: [{ role: 'controller', authority: 'city' }], deputyOf: ['chief'] })
  const alsoChief = { ...deputy, roles: [...deputy.roles, ...chief.roles] }

  it.each<readonly [string, Member, Standing | undefined]>([
    ['for themself', chief, 'own'],
    ['for whom they are the deputy of', deputy, 'deputy'],
    ['for themself where they have the right by both', alsoChief, 'own'],
    ['for nobody otherwise', { ...deputy, deputyOf: [] }, undefined],
  ])('%s', (_, who, standing) => {
    expect(accessIn([who, ...(who === chief ? [] : [chief])]).standing('lend-by-hr', at('city'))).toBe(standing)
  })

  it('for nobody whose own it is', () => {
    const person = member('chief', { roles: [{ role: 'specialist', authority: 'city' }], specialist: 'p1' })
    expect(accessIn([deputy, person]).may('answer-for-oneself', { specialist: 'p1' })).toBe(false)
  })
})

describe('whoever', () => {
  const actions = Object.keys(policy).filter((action): action is Action => Object.hasOwn(policy, action))

  it.each([operator, clock])('is the machine itself is asked for nothing: $id', (actor) => {
    const access = accessOf(testRegion({}), actor, dayOf(today))
    expect(access.member).toBeUndefined()
    for (const action of actions) expect([access.may(action), access.mayAtAll(action)]).toEqual([true, true])
  })

  it.each<readonly [string, Partial<Member> | undefined]>([
    ['is no member', undefined],
    ['is one no longer', { validTo: '2026-06-09' }],
    ['is not one yet', { validFrom: '2026-06-11' }],
  ])('%s may nothing at all', (_, fields) => {
    const all = [{ role: 'coordinator' as const }, { role: 'hr-manager' as const, authority: 'city' }]
    const index = testRegion({ members: [member(fields === undefined ? 'other' : 'one', { roles: all, ...fields })] })
    const access = accessOf(index, { kind: 'member', id: 'one' }, dayOf(today))
    expect(access.member).toBeUndefined()
    for (const action of actions)
      expect([access.may(action, at('city')), access.mayAtAll(action)]).toEqual([false, false])
  })

  it('has a right anywhere has it at all, and nobody else', () => {
    for (const action of actions) {
      const access = accessIn([having({ role: 'controller', authority: 'city' })])
      expect([action, access.mayAtAll(action)]).toEqual([action, rightsTo(action).controller !== undefined])
    }
  })

  it('has left is nobody, though their deputy is somebody', () => {
    const left = member('chief', { validTo: '2026-06-09' })
    const deputy = member('deputy', { roles: [{ role: 'controller', authority: 'city' }], deputyOf: ['chief'] })
    expect(accessIn([left, deputy]).member).toBeUndefined()
    expect(accessIn([deputy, left]).member).toEqual(deputy)
  })
})
