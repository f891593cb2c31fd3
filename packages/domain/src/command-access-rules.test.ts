import { describe, expect, it } from 'vitest'
import { accessOf } from './access.ts'
import { clock, operator } from './actor.ts'
import type { MemberFields } from './command/member.ts'
import type { Command } from './command.ts'
import { mayGive } from './command-access.ts'
import { decide } from './decide.ts'
import type { Grant, Member, MemberRole } from './member.ts'
import type { RegionIndex } from './region-index.ts'
import { accessIn, type Rows, staffed, today, viewers } from './test-access.ts'
import { contextAt, lending, request } from './test-command.ts'
import { coverRows } from './test-cover-rows.ts'
import { dataRows } from './test-data-rows.ts'
import { feedRows } from './test-feed-rows.ts'
import { member } from './test-member.ts'
import { areasWith, requirement, since, specialist } from './test-region.ts'

const rows: Rows<Command['kind']> = { ...coverRows, ...dataRows, ...feedRows }
const roles = Object.keys(viewers).filter((role): role is MemberRole => Object.hasOwn(viewers, role))

/** Whether the viewer may, or why not. */
function answer(index: RegionIndex, command: Command): string {
  const told = mayGive(index, command, accessIn(index))
  return told.ok ? told.value : told.refusal.code
}

describe('what is foreign', () => {
  /** Commands about what is there, and what of them is to be the id of something that is not. */
  const ofForeign = Object.values(rows)
    .flatMap((ofKind) => ofKind.map(({ says, command }) => ({ says, command: command('foreign') })))
    .flatMap(({ says, command }) =>
      (['booking', 'absence', 'specialist', 'requirement', 'id', 'member', 'feed'] as const).flatMap((field) => {
        const id: unknown = Reflect.get(command, field)
        // Who puts a new thing is told whether they may; that this one is there already is no secret then.
        return typeof id === 'string' && command.kind !== 'put-entry' ? [{ says, command, field, id }] : []
      }),
    )

  it.each(ofForeign)('is answered like what is not there: $says', ({ command, field, id }) => {
    for (const role of roles) {
      const index = staffed([viewers[role]])
      const context = {
        ...contextAt('2026-06-10T08:00:00.000Z', index),
        actor: { kind: 'member', id: 'viewer' },
      } as const
      const told = (one: Command) => decide({ index, ledger: [] }, one, context)
      const foreign = told(command)
      // Those to whom it is not hidden may well be told more.
      if (foreign.ok || foreign.refusal.code !== 'unknown') continue
      const missing = JSON.stringify(told(Object.assign({ ...command }, { [field]: 'nowhere' })))
      expect([role, missing.replaceAll('nowhere', id)]).toEqual([role, JSON.stringify(foreign)])
    }
  })

  it.each<readonly [string, Partial<MemberFields>, string]>([
    ['person', { specialist: 'village.p' }, 'village.p'],
    ['member', { deputyOf: ['city.hr', 'village.hr'] }, 'village.hr'],
  ])('is a %s that access cannot speak of, any more than of nobody', (_, fields, id) => {
    const index = staffed([viewers['hr-manager']])
    const told = (names: Partial<MemberFields>) => JSON.stringify(mayGive(index, invitation(names), accessIn(index)))
    const missing = fields.specialist === undefined ? { deputyOf: ['city.hr', 'nobody'] } : { specialist: 'nobody' }
    expect(told(fields)).toContain('"unknown"')
    expect(told(missing).replace('nobody', id)).toEqual(told(fields))
  })
})

const hr = (authority: string): Grant => ({ role: 'hr-manager', authority })
const invitation = (fields: Partial<MemberFields>): Command => ({
  kind: 'invite-member',
  code: 'a'.repeat(64),
  fields: { address: 'neu@example.de', language: 'de', roles: [hr('city')], ...since, ...fields },
})
const change = (id: string, fields: Partial<MemberFields> = {}): Command => {
  const { identity: _, invitation: __, id: ___, ...known } = member(id, fields)
  return { kind: 'change-member', member: id, fields: known }
}

describe('nobody gives more than they have', () => {
  const coordinator = member('boss', { roles: [{ role: 'coordinator' }] })
  const elsewhere = member('elsewhere', { roles: [hr('city'), hr('village')] })
  const person = member('person', { roles: [{ role: 'specialist', authority: 'city' }], specialist: 'village.p' })
  const others = [coordinator, elsewhere, person]

  it.each<readonly [string, Command, string]>([
    ['a role of one’s own authority', invitation({}), 'own'],
    [
      'the role of any kind there',
      invitation({ roles: [{ role: 'area-head', authority: 'city', area: 'audit' }] }),
      'own',
    ],
    ['the role of a coordinator', invitation({ roles: [hr('city'), { role: 'coordinator' }] }), 'forbidden'],
    ['the role of an operator', invitation({ roles: [{ role: 'operator' }] }), 'forbidden'],
    ['a role of a partner', invitation({ roles: [hr('city'), hr('parish')] }), 'forbidden'],
    ['the place of somebody of one’s own', invitation({ deputyOf: ['city.hr'] }), 'own'],
    ['the place of somebody who is more', invitation({ deputyOf: ['elsewhere'] }), 'forbidden'],
    ['the place of a coordinator, who is unknown', invitation({ deputyOf: ['boss'] }), 'unknown'],
    ['to oneself the role of a coordinator', change('viewer', { roles: [{ role: 'coordinator' }] }), 'forbidden'],
    ['to oneself the place of somebody who is more', change('viewer', { deputyOf: ['elsewhere'] }), 'forbidden'],
    ['to somebody who is more even less', change('elsewhere', { roles: [hr('city')] }), 'forbidden'],
    ['an end to somebody who is more', { kind: 'end-member', member: 'elsewhere', validTo: '2026-06-30' }, 'forbidden'],
    [
      'a new code to somebody who is more',
      { kind: 'renew-invitation', member: 'elsewhere', code: 'b'.repeat(64) },
      'forbidden',
    ],
    [
      'a new code to who is a person of others',
      { kind: 'renew-invitation', member: 'person', code: 'b'.repeat(64) },
      'forbidden',
    ],
    ['the place of a person of one’s own', invitation({ specialist: 'city.p' }), 'own'],
    ['the place of a person of others, who is unknown', invitation({ specialist: 'village.p' }), 'unknown'],
  ])('%s', (_, command, expected) => {
    expect(answer(staffed([viewers['hr-manager'], ...others]), command)).toBe(expected)
    expect(answer(staffed([viewers.coordinator, ...others]), command)).toBe('own')
  })

  it('not to themself, of whom they do know', () => {
    for (const role of roles)
      expect([role, answer(staffed([viewers[role]]), change('viewer'))]).toEqual([
        role,
        ['hr-manager', 'coordinator'].includes(role) ? 'own' : 'forbidden',
      ])
  })
})

const proposal = (authority: string) => ({
  specialist: 'city.p',
  authority,
  area: 'payroll',
  halfDays: ['2026-06-29/am'],
  mode: 'remote' as const,
})

const head = (...areas: string[]) => areas.map((area): Grant => ({ role: 'area-head', authority: 'city', area }))

describe('whoever moves something', () => {
  const both = member('viewer', { roles: [hr('city'), hr('village')] })
  const moved = specialist('city.p', { authority: 'village' })
  const asked = requirement('city.payroll', { authority: 'village' })

  it.each<readonly [string, Command]>([
    ['a person', { kind: 'put-entry', in: 'specialists', member: moved }],
    ['a requirement', { kind: 'put-entry', in: 'requirements', member: asked }],
  ])('has the right to it where it was and where it is to be: %s', (_, command) => {
    expect(answer(staffed([viewers['hr-manager']]), command)).toBe('forbidden')
    expect(answer(staffed([{ ...viewers['hr-manager'], roles: [hr('village')] }]), command)).toBe('unknown')
    expect(answer(staffed([both]), command)).toBe('own')
  })

  it('does not take a requirement over from another area of the house', () => {
    const taken: Command = {
      kind: 'put-entry',
      in: 'requirements',
      member: requirement('city.payroll', {
        authority: 'city',
        area: 'audit',
        needs: [{ anyOf: ['auditor'], count: 1 }],
      }),
    }
    expect(answer(staffed([member('viewer', { roles: head('audit') })]), taken)).toBe('forbidden')
    expect(answer(staffed([member('viewer', { roles: head('payroll') })]), taken)).toBe('forbidden')
    expect(answer(staffed([member('viewer', { roles: head('audit', 'payroll') })]), taken)).toBe('own')
  })

  it('asks for all of several covers, or for none', () => {
    const command: Command = { kind: 'request-bookings', proposals: [proposal('city'), proposal('village')] }
    expect(answer(staffed([viewers['hr-manager']]), command)).toBe('forbidden')
    expect(answer(staffed([both]), command)).toBe('own')
  })
})

const audited = (viewer: Member) =>
  lending({
    serviceAreas: areasWith('payroll', { lenderConsent: 'area-head' }),
    bookings: [request()],
    members: [viewer],
  })

describe('cover in an area whose head consents', () => {
  const yes: Command = { kind: 'consent', booking: 'cover', as: 'lender', way: 'in-person' }

  it.each<readonly [string, Grant, string]>([
    ['is agreed to by that head', { role: 'area-head', authority: 'city', area: 'payroll' }, 'own'],
    ['is not agreed to by the staff office', hr('city'), 'forbidden'],
    ['is nothing to the head of another area', { role: 'area-head', authority: 'city', area: 'audit' }, 'unknown'],
    [
      'is not agreed to by the head of the same area where it is needed',
      { role: 'area-head', authority: 'parish', area: 'payroll' },
      'forbidden',
    ],
  ])('%s', (_, grant, expected) => expect(answer(audited(member('viewer', { roles: [grant] })), yes)).toBe(expected))
})

describe('somebody who is both sides', () => {
  const roleOf = { role: 'specialist' as const, authority: 'city' }
  const both = member('viewer', { roles: [roleOf, hr('city')], specialist: 'city.p' })

  it('agrees for both in one step', () => {
    const command: Command = { kind: 'consent', booking: 'city.lent', as: 'both', way: 'in-person' }
    expect(answer(staffed([both]), command)).toBe('own')
    expect(answer(staffed([{ ...both, specialist: 'parish.p' }]), command)).toBe('forbidden')
  })

  it('is a deputy where one of the two is not their own', () => {
    const deputy = { ...both, roles: [roleOf], deputyOf: ['city.hr'] }
    const command: Command = { kind: 'consent', booking: 'city.lent', as: 'both', way: 'in-person' }
    expect(answer(staffed([deputy]), command)).toBe('deputy')
  })
})

it.each([operator, clock])('the machine itself is asked for nothing: $id', (actor) => {
  const index = staffed()
  for (const { command } of Object.values(rows).flat())
    expect(mayGive(index, command('foreign'), accessOf(index, actor, today))).toEqual({ ok: true, value: 'own' })
})
