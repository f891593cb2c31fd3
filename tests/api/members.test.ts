import { execute } from '@vertretbar/usecases/execute'
import { digestOfCode } from '@vertretbar/usecases/invitation'
import { MemberView } from '@vertretbar/usecases/member-view'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { admit } from './admit.ts'
import { expectProblem } from './asking.ts'
import { ifMatch, type Somebody, type StagedApi, staged, statusesOf } from './cast.ts'
import { issuer } from './issuer.ts'

let stage: StagedApi
beforeAll(async () => {
  stage = await staged()
  const both = [lk, sickte].map((authority) => ({ role: 'hr-manager' as const, authority }))
  bothId = await admit(stage.api.ports, 'wolfenbuettel', { subject: 'hr-both', roles: both })
})
afterAll(() => stage.api.close())

const [lk, sickte] = ['lk-wolfenbuettel', 'sg-sickte']
let bothId: string
const idOf = (who: Somebody): string => stage.ids.get(who) ?? ''
const fields = { address: 'new@example.de', language: 'de', validFrom: '2026-01-01' }
const controller = { ...fields, roles: [{ role: 'controller', authority: lk }] }
const Invited = z.strictObject({
  member: MemberView,
  invitation: z.strictObject({ code: z.string(), expiresAt: z.string() }).optional(),
})
const invited = async (body: object = controller) =>
  Invited.parse(await (await stage.as('hr-lk').post('/v1/members', body)).json())
const Page = z.looseObject({ items: z.array(MemberView) })

describe('somebody who is given access', () => {
  it('is told with a code, once, and is known as whoever logs in with it', async () => {
    const answer = await stage.as('hr-lk').post('/v1/members', controller)
    expect(answer.status).toBe(201)
    const { member, invitation } = Invited.parse(await answer.json())
    expect(answer.headers.get('Location')).toBe(`/v1/members/${member.id}`)
    expect(member).toEqual({
      ...controller,
      id: member.id,
      hasLoggedIn: false,
      invitedUntil: '2026-12-07T08:00:00.000Z',
    })
    const identity = { issuer, subject: 'newcomer' }
    const bound = await execute(stage.api.ports, {
      region: 'wolfenbuettel',
      command: { kind: 'bind-member', code: digestOfCode(invitation?.code ?? ''), identity },
      actor: { kind: 'console', id: 'operator' },
      key: undefined,
    })
    expect(bound.ok).toBe(true)
    const read = await stage.as('hr-lk').get(`/v1/members/${member.id}`)
    expect(await read.json()).toEqual({ ...controller, id: member.id, hasLoggedIn: true })
    expect((await stage.api.request('/v1/region', {}, 'newcomer')).status).toBe(200)
  })

  it('is one member however often that is asked for under one key, and the code is told the first time', async () => {
    const key = { 'Idempotency-Key': 'invite' }
    const first = Invited.parse(await (await stage.as('hr-lk').post('/v1/members', controller, key)).json())
    const second = Invited.parse(await (await stage.as('hr-lk').post('/v1/members', controller, key)).json())
    expect(first.invitation).toBeDefined()
    expect(second).toEqual({ member: first.member })
    const other = await stage.as('hr-lk').post('/v1/members', { ...controller, language: 'en' }, key)
    await expectProblem(other, 422, { code: 'key-of-another' })
  })

  it('is told by no digest and by no login', async () => {
    const text = await (await stage.as('coordinator').get('/v1/members')).text()
    expect(text).not.toMatch(/[0-9a-f]{64}|issuer|subject|login\.example/)
    expect(Page.parse(JSON.parse(text)).items.length).toBeGreaterThan(5)
  })

  it('has another role only as it was seen, and of two changes at once one counts', async () => {
    const { member } = await invited()
    const path = `/v1/members/${member.id}`
    const read = await stage.as('hr-lk').get(path)
    const next = { ...controller, roles: [{ role: 'hr-manager', authority: lk }] }
    await expectProblem(await stage.as('hr-lk').put(path, next), 428, { code: 'unconditional' })
    const answers = await Promise.all([next, next].map((body) => stage.as('hr-lk').put(path, body, ifMatch(read))))
    expect(statusesOf(answers)).toEqual([200, 412])
    expect(await (await stage.as('hr-lk').get(path)).json()).toMatchObject({ roles: next.roles })
  })

  it('is out at once when their access has ended', async () => {
    const id = await admit(stage.api.ports, 'wolfenbuettel', {
      subject: 'leaver',
      roles: [{ role: 'controller', authority: lk }],
    })
    const ask = () => stage.api.request('/v1/region', {}, 'leaver')
    expect((await ask()).status).toBe(200)
    const ended = await stage.as('hr-lk').post(`/v1/members/${id}/ends`, { validTo: '2026-11-22' })
    expect(await ended.json()).toMatchObject({ id, validTo: '2026-11-22' })
    await expectProblem(await ask(), 403, { code: 'no-membership' })
  })

  it('has to log in anew with a new code, and the old one is worth nothing', async () => {
    const { member, invitation } = await invited()
    const renewed = await stage.as('hr-lk').post(`/v1/members/${member.id}/invitations`, {})
    expect(renewed.status).toBe(201)
    const { invitation: next } = Invited.parse(await renewed.json())
    expect(next?.code).not.toBe(invitation?.code)
    const held = (await stage.api.ports.regions.load('wolfenbuettel'))?.region.members?.find(
      ({ id }) => id === member.id,
    )
    expect(held?.invitation?.code).toBe(digestOfCode(next?.code ?? ''))
  })

  it.each<readonly [string, object, object]>([
    ['no role', { roles: [] }, { pointer: '/roles', code: 'too-small' }],
    ['an address that is none', { address: 'new' }, { pointer: '/address', code: 'wrong-format' }],
    ['a period the wrong way round', { validTo: '2025-01-01' }, { pointer: '/validTo', code: 'reversed-period' }],
    [
      'a login of the caller’s choice',
      { identity: { issuer, subject: 'me' } },
      { pointer: '/identity', code: 'unknown-field' },
    ],
  ])('with %s is refused with its place', async (_, change, error) => {
    const answer = await stage.as('hr-lk').post('/v1/members', { ...controller, ...change })
    await expectProblem(answer, 422, { errors: [{ in: 'body', ...error }] })
  })
})

describe('nobody gets further than they may give', () => {
  const escalations: readonly (readonly [string, () => object, number])[] = [
    ['makes a coordinator', () => ({ roles: [{ role: 'coordinator' }] }), 403],
    ['makes an operator', () => ({ roles: [{ role: 'operator' }] }), 403],
    ['makes an HR manager elsewhere', () => ({ roles: [{ role: 'hr-manager', authority: sickte }] }), 403],
    [
      'adds a role elsewhere to one at home',
      () => ({ roles: [...controller.roles, { role: 'controller', authority: sickte }] }),
      403,
    ],
    ['makes a deputy of the coordinator', () => ({ ...controller, deputyOf: [idOf('coordinator')] }), 404],
    ['makes a deputy of nobody', () => ({ ...controller, deputyOf: ['nobody'] }), 404],
    ['makes a deputy of the HR manager elsewhere', () => ({ ...controller, deputyOf: [idOf('hr-sickte')] }), 404],
    ['makes a deputy of somebody who has roles elsewhere too', () => ({ ...controller, deputyOf: [bothId] }), 403],
    [
      'makes a login the person of another authority',
      () => ({ roles: [{ role: 'specialist', authority: lk }], specialist: 'si-p1' }),
      404,
    ],
    [
      'makes a login a person who is not there',
      () => ({ roles: [{ role: 'specialist', authority: lk }], specialist: 'nobody' }),
      404,
    ],
  ]

  it.each(escalations)('where HR %s', async (_, change, status) => {
    const before = (await stage.api.ports.regions.stateOf('wolfenbuettel'))?.state
    const body = { ...controller, ...change() }
    expect((await stage.as('hr-lk').post('/v1/members', body)).status).toBe(status)
    const own = `/v1/members/${idOf('hr-lk')}`
    const read = await stage.as('hr-lk').get(own)
    expect((await stage.as('hr-lk').put(own, body, ifMatch(read))).status).toBe(status)
    expect((await stage.api.ports.regions.stateOf('wolfenbuettel'))?.state).toBe(before)
  })

  it.each<readonly [string, () => string, number]>([
    ['somebody who has roles elsewhere too', () => bothId, 403],
    ['the HR manager elsewhere', () => idOf('hr-sickte'), 404],
    ['the coordinator', () => idOf('coordinator'), 404],
    ['nobody', () => 'nobody', 404],
  ])('where HR changes, ends or invites anew %s', async (_, id, status) => {
    const path = `/v1/members/${id()}`
    const hr = stage.as('hr-lk')
    const read = await hr.get(path)
    expect(read.status).toBe(status === 403 ? 200 : 404)
    const answers = [
      await hr.put(path, controller, { 'If-Match': '*' }),
      await hr.post(`${path}/ends`, { validTo: '2026-11-01' }),
      await hr.post(`${path}/invitations`, {}),
    ]
    expect(answers.map((answer) => answer.status)).toEqual([status, status, status])
  })

  it.each<Somebody>(['head-lk', 'controller-lk', 'lk-p1', 'operator'])('where %s gives access', async (who) => {
    await expectProblem(await stage.as(who).post('/v1/members', controller), 403, { code: 'forbidden' })
    await expectProblem(await stage.as(who).get('/v1/members'), 403, { code: 'forbidden' })
  })

  it('and the coordinator gives every role', async () => {
    const roles = [{ role: 'coordinator' }, { role: 'operator' }, { role: 'hr-manager', authority: sickte }]
    const made = await stage.as('coordinator').post('/v1/members', { ...fields, roles, deputyOf: [idOf('hr-lk')] })
    expect(made.status).toBe(201)
  })
})

const rolesFor = async (who: Somebody) =>
  MemberView.parse(await (await stage.as(who).get(`/v1/members/${bothId}`)).json()).roles

describe('of somebody with roles elsewhere too', () => {
  it('HR sees the role at home, the coordinator both', async () => {
    expect(await rolesFor('hr-lk')).toEqual([{ role: 'hr-manager', authority: lk }])
    expect(await rolesFor('coordinator')).toHaveLength(2)
  })
})
