import { operator } from '@vertretbar/domain/actor'
import type { Command } from '@vertretbar/domain/command'
import type { Member } from '@vertretbar/domain/member'
import { execute } from '@vertretbar/usecases/execute'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { standing } from '../store/engine.ts'
import { anImport } from '../store/write.ts'
import { admit } from './admit.ts'
import { expectProblem } from './asking.ts'
import { issuer } from './issuer.ts'
import { type LocalApi, now, referenceRegion, startLocalApi } from './local-api.ts'

const region = 'wolfenbuettel'
const hr = { role: 'hr-manager' as const, authority: 'lk-wolfenbuettel' }
let api: LocalApi
let subjects = 0

beforeAll(async () => {
  api = await startLocalApi(region)
  await api.open(referenceRegion())
})
beforeEach(() => {
  api.clock.now = now
})
afterAll(() => api.close())

/** Somebody who has logged in, and asks. */
async function somebody(fields: Partial<Pick<Member, 'roles' | 'validFrom' | 'validTo' | 'deputyOf'>> = {}) {
  subjects += 1
  const subject = `somebody-${subjects}`
  const id = await admit(api.ports, region, { subject, roles: [hr], ...fields })
  return { id, ask: (path = '/v1/region', init?: RequestInit) => api.request(path, init, subject) }
}

async function done(command: Command): Promise<void> {
  expect(await execute(api.ports, { region, command, actor: operator, key: undefined })).toMatchObject({ ok: true })
}

describe('a member', () => {
  it('who is removed is out with the next request', async () => {
    const { id, ask } = await somebody()
    expect((await ask()).status).toBe(200)
    await done({ kind: 'end-member', member: id, validTo: '2026-11-22' })
    await expectProblem(await ask(), 403, { code: 'no-membership' })
  })

  it('whose login was taken is out with the next request', async () => {
    const { id, ask } = await somebody()
    await done({ kind: 'renew-invitation', member: id, code: 'e'.repeat(64) })
    await expectProblem(await ask(), 403, { code: 'no-membership' })
  })

  it('is no member where the region does not say so, whatever else still does', async () => {
    const { id, ask } = await somebody()
    const { region: known, version } = await standing(api.ports.regions, region)
    const members = (known.members ?? []).map(({ identity, ...one }) => (one.id === id ? one : { ...one, identity }))
    await api.ports.regions.replace({ ...known, members }, version, anImport)
    expect(await api.ports.identities.membershipOf({ issuer, subject: `somebody-${subjects}` })).toBeDefined()
    await expectProblem(await ask(), 403, { code: 'no-membership' })
  })

  it('has another role with the next request', async () => {
    const { id, ask } = await somebody()
    expect((await ask('/v1/ledger?year=2026')).status).toBe(200)
    const fields = { address: 'neu@example.de', language: 'de' as const, validFrom: '2026-01-01' }
    const roles = [{ role: 'area-head' as const, authority: hr.authority, area: 'payroll' }]
    await done({ kind: 'change-member', member: id, fields: { ...fields, roles } })
    await expectProblem(await ask('/v1/ledger?year=2026'), 403, { code: 'forbidden' })
    expect((await ask()).status).toBe(200)
  })

  it('stands for somebody until that one leaves', async () => {
    const chief = await somebody()
    const deputy = await somebody({ roles: [{ role: 'operator' }], deputyOf: [chief.id] })
    expect((await deputy.ask('/v1/absences')).status).toBe(200)
    await done({ kind: 'end-member', member: chief.id, validTo: '2026-11-22' })
    await expectProblem(await deputy.ask('/v1/absences'), 403, { code: 'forbidden' })
  })

  it('is one from the first to the last minute of their time in Germany', async () => {
    const { ask } = await somebody({ validFrom: '2026-11-24', validTo: '2026-11-24' })
    const statuses: number[] = []
    for (const at of [
      '2026-11-23T22:59:59.999Z',
      '2026-11-23T23:00:00Z',
      '2026-11-24T22:59:59.999Z',
      '2026-11-24T23:00:00Z',
    ]) {
      api.clock.now = Date.parse(at)
      statuses.push((await ask()).status)
    }
    expect(statuses).toEqual([403, 200, 200, 403])
  })

  it('has answers of their own: what another already has, they do not', async () => {
    const [one, other] = [await somebody(), await somebody()]
    const headers = { 'If-None-Match': (await one.ask()).headers.get('ETag') ?? '' }
    expect((await one.ask('/v1/region', { headers })).status).toBe(304)
    expect((await other.ask('/v1/region', { headers })).status).toBe(200)
  })
})

describe('nobody is let in', () => {
  it('without a token, and is told how to come by one', async () => {
    const response = await api.app.request('/v1/region')
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer error="invalid_token"')
    await expectProblem(response, 401, { code: 'unauthenticated' })
  })

  it('who has signed in and was never invited', async () => {
    await expectProblem(await api.request('/v1/region', {}, 'stranger'), 403, { code: 'no-membership' })
  })

  it('to an address under which there is nothing, so that nobody learns which there are', async () => {
    await expectProblem(await api.app.request('/v1/nowhere'), 401, { code: 'unauthenticated' })
  })
})

it('the log names who asked for what by pattern and pseudonym, and neither token nor id nor name', async () => {
  const { id, ask } = await somebody()
  api.logged.length = 0
  await ask('/v1/bookings/01J0000000000000000000BK01')
  await api.request('/v1/bookings/01J0000000000000000000BK01', {}, 'stranger')
  expect(api.logged).toMatchObject([
    { method: 'GET', route: '/v1/bookings/:id', member: id },
    { method: 'GET', status: 403, member: undefined },
  ])
  expect(JSON.stringify(api.logged)).not.toMatch(/BK01|eyJ|stranger|example/)
})
