import { describe, expect, it } from 'vitest'
import type { Member } from './member.ts'
import { regionProblems } from './region-rules.ts'
import { member } from './test-member.ts'
import { since, specialist, testRegion } from './test-region.ts'

const { region } = testRegion({ specialists: [specialist('p1')] })
const earlier = member('earlier')

describe('a region does not hold together with a member', () => {
  it.each<readonly [string, Partial<Member>, object]>([
    [
      'of an id that another has',
      { id: 'earlier' },
      { pointer: '/members/1/id', code: 'duplicate-id', id: 'earlier', first: '/members/0/id' },
    ],
    [
      'whose period is reversed',
      { validTo: '2024-12-31' },
      { pointer: '/members/1/validTo', code: 'reversed-period', from: since.validFrom, to: '2024-12-31' },
    ],
    [
      'who is nobody, but a specialist',
      { roles: [...earlier.roles, { role: 'specialist', authority: 'city' }] },
      { pointer: '/members/1/specialist', code: 'missing-field', expected: 'text', format: 'id' },
    ],
    [
      'who is somebody unknown',
      { specialist: 'p2' },
      { pointer: '/members/1/specialist', code: 'unknown-reference', to: 'specialist', id: 'p2' },
    ],
    [
      'whose second role is nowhere',
      { roles: [...earlier.roles, { role: 'controller', authority: 'nowhere' }] },
      { pointer: '/members/1/roles/1/authority', code: 'unknown-reference', to: 'authority', id: 'nowhere' },
    ],
    [
      'who heads an area that there is not',
      { roles: [{ role: 'area-head', authority: 'city', area: 'it' }] },
      { pointer: '/members/1/roles/0/area', code: 'unknown-reference', to: 'area', id: 'it' },
    ],
    [
      'who stands for nobody',
      { deputyOf: ['earlier', 'nobody'] },
      { pointer: '/members/1/deputyOf/1', code: 'unknown-reference', to: 'member', id: 'nobody' },
    ],
    [
      'who stands for themself',
      { deputyOf: ['earlier', 'one'] },
      { pointer: '/members/1/deputyOf/1', code: 'deputy-of-oneself' },
    ],
  ])('%s', (_, fields, problem) => {
    expect(regionProblems({ ...region, members: [earlier, { ...member('one'), ...fields }] })).toEqual([problem])
  })

  it.each<readonly [string, Partial<Member>]>([
    ['of one day', { validTo: since.validFrom }],
    ['who is a specialist and somebody', { roles: [{ role: 'specialist', authority: 'city' }], specialist: 'p1' }],
    ['who is somebody in another role', { specialist: 'p1' }],
    ['who stands for another, and the other for them', { deputyOf: ['earlier'] }],
    ['of the whole region', { roles: [{ role: 'coordinator' }, { role: 'operator' }] }],
  ])('but does with one %s', (_, fields) => {
    const members = [
      { ...earlier, deputyOf: ['one'] },
      { ...member('one'), ...fields },
    ]
    expect(regionProblems({ ...region, members })).toEqual([])
  })
})
