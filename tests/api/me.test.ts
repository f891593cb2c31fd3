import { createApp } from '@vertretbar/api/app'
import { Me } from '@vertretbar/api/me'
import { requestLimit } from '@vertretbar/cli/installation/request-limit'
import { operator } from '@vertretbar/domain/actor'
import { execute } from '@vertretbar/usecases/execute'
import { newInvitation } from '@vertretbar/usecases/invitation'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anImport } from '../store/write.ts'
import { admit } from './admit.ts'
import { expectProblem } from './asking.ts'
import { type LocalApi, now, referenceRegion, startLocalApi } from './local-api.ts'

let api: LocalApi
const region = 'wolfenbuettel'

beforeAll(async () => {
  api = await startLocalApi(region)
  const reference = referenceRegion()
  await api.open(reference)
  await api.ports.regions.replace(
    { ...reference, region: { ...reference.region, id: 'elsewhere' } },
    undefined,
    anImport,
  )
})
beforeEach(() => {
  api.clock.now = now
})
afterAll(() => api.close())

const nothing = (): void => undefined

/** Everybody who comes is somebody new: logins stay bound from one test to the next. */
let logins = 0
function newLogin(): string {
  logins += 1
  return `login-${logins}`
}

interface Invited {
  readonly to?: string
  readonly validFrom?: string
}

/** Invites an HR manager; tells the code and who it is. */
async function invite({ to = region, validFrom = '2026-01-01' }: Invited = {}) {
  const { code, digest } = newInvitation()
  const fields = {
    address: 'hr@example.de',
    language: 'de' as const,
    roles: [{ role: 'hr-manager' as const, authority: 'cremlingen' }],
    validFrom,
  }
  const command = { kind: 'invite-member' as const, fields, code: digest }
  const done = await execute(api.ports, { region: to, command, actor: operator, key: undefined })
  if (!done.ok) throw new Error(done.refusal.code)
  return { code, member: done.value.members[0] }
}

const accept = (login: string, body: object): Promise<Response> =>
  api.request(
    '/v1/me/membership',
    { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } },
    login,
  )

describe('an invitation', () => {
  it('makes whoever has signed in and has its code the member who was invited', async () => {
    const login = newLogin()
    await expectProblem(await api.request('/v1/me', {}, login), 403, { code: 'no-membership' })
    const { code, member } = await invite()
    const accepted = await accept(login, { code })
    expect(accepted.status).toBe(201)
    const me = Me.parse(await accepted.json())
    expect(me).toEqual({
      member,
      address: 'hr@example.de',
      language: 'de',
      region: { id: region, name: referenceRegion().region.name },
      roles: [{ role: 'hr-manager', authority: 'cremlingen' }],
      asDeputy: [],
      authorities: [{ id: 'cremlingen', name: 'Gemeinde Cremlingen' }],
      areas: [],
    })
    expect(await (await api.request('/v1/me', {}, login)).json()).toEqual(me)
  })

  it('is accepted in the region that it is for, whichever that is', async () => {
    const login = newLogin()
    const { code } = await invite({ to: 'elsewhere' })
    expect((await accept(login, { code })).status).toBe(201)
    expect(await (await api.request('/v1/me', {}, login)).json()).toMatchObject({ region: { id: 'elsewhere' } })
  })

  it('is spent with its first use', async () => {
    const { code } = await invite()
    expect((await accept(newLogin(), { code })).status).toBe(201)
    const second = newLogin()
    await expectProblem(await accept(second, { code }), 404, { code: 'not-found' })
    await expectProblem(await api.request('/v1/me', {}, second), 403, { code: 'no-membership' })
  })

  const day = 24 * 60 * 60 * 1000
  it.each([
    ['holds to the last moment of its two weeks', 14 * day - 1000, 201],
    ['holds no longer', 14 * day, 404],
  ])('%s', async (_, later, status) => {
    const { code } = await invite()
    api.clock.now = now + later
    expect((await accept(newLogin(), { code })).status).toBe(status)
  })

  it.each([
    ['of the same region', region],
    ['of another region', 'elsewhere'],
  ])('is refused to the login of another member, %s', async (_, other) => {
    const login = newLogin()
    expect((await accept(login, { code: (await invite({ to: other })).code })).status).toBe(201)
    const { code } = await invite()
    await expectProblem(await accept(login, { code }), 409, { code: 'identity-taken' })
    expect((await accept(newLogin(), { code })).status).toBe(201)
  })

  it('takes over the login of somebody whose access elsewhere is over', async () => {
    const login = newLogin()
    const { code, member = '' } = await invite({ to: 'elsewhere' })
    expect((await accept(login, { code })).status).toBe(201)
    const end = { kind: 'end-member' as const, member, validTo: '2026-11-22' }
    expect((await execute(api.ports, { region: 'elsewhere', command: end, actor: operator, key: undefined })).ok).toBe(
      true,
    )
    expect((await accept(login, { code: (await invite()).code })).status).toBe(201)
    expect(await (await api.request('/v1/me', {}, login)).json()).toMatchObject({ region: { id: region } })
  })

  it('of somebody who begins later is accepted, and they get in on their first day', async () => {
    const login = newLogin()
    const { code } = await invite({ validFrom: '2026-11-24' })
    await expectProblem(await accept(login, { code }), 403, { code: 'no-membership' })
    api.clock.now = now + day
    expect((await api.request('/v1/me', {}, login)).status).toBe(200)
  })

  it.each([
    ['no code', {}, 422, 'invalid'],
    ['an empty code', { code: '' }, 422, 'invalid'],
    ['a field too many', { code: 'x', role: 'coordinator' }, 422, 'invalid'],
    ['a code that nobody was told', { code: 'x' }, 404, 'not-found'],
  ])('with %s is none', async (_, body, status, code) =>
    expectProblem(await accept(newLogin(), body), status, { code }),
  )

  it('is not guessed: whoever tries too often has to wait', async () => {
    const { authenticate, signIn, token } = api.issuer
    const app = createApp({
      ports: api.ports,
      authenticate,
      signIn,
      limit: requestLimit(1),
      report: nothing,
      log: nothing,
    })
    const bearer = `Bearer ${await token(newLogin())}`
    const guess = () =>
      app.request('/v1/me/membership', {
        method: 'POST',
        body: '{"code":"guess"}',
        headers: { 'Content-Type': 'application/json', Authorization: bearer },
      })
    await expectProblem(await guess(), 404, { code: 'not-found' })
    const refused = await guess()
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    await expectProblem(refused, 429, { code: 'too-many-requests' })
  })

  it('is accepted by nobody who has not signed in', async () => {
    const { code } = await invite()
    const response = await api.request('/v1/me/membership', {
      method: 'POST',
      body: JSON.stringify({ code }),
      headers: { 'Content-Type': 'application/json', Authorization: 'Bearer none' },
    })
    await expectProblem(response, 401, { code: 'unauthenticated' })
  })
})

describe('oneself', () => {
  it('is told with the roles of whom one stands for, apart from one’s own', async () => {
    const head = { role: 'area-head' as const, authority: 'lk-wolfenbuettel', area: 'audit' }
    const stoodFor = await admit(api.ports, region, { subject: newLogin(), roles: [head] })
    const login = newLogin()
    await admit(api.ports, region, {
      subject: login,
      roles: [{ role: 'specialist', authority: 'lk-wolfenbuettel' }],
      specialist: 'lk-r2',
      deputyOf: [stoodFor],
    })
    expect(await (await api.request('/v1/me', {}, login)).json()).toMatchObject({
      roles: [{ role: 'specialist', authority: 'lk-wolfenbuettel' }],
      asDeputy: [head],
      specialist: { id: 'lk-r2', displayName: 'LK R2' },
      areas: [{ id: 'audit' }],
    })
  })
})
