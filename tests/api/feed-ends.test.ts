import { operator } from '@vertretbar/domain/actor'
import type { Command } from '@vertretbar/domain/command'
import { execute } from '@vertretbar/usecases/execute'
import { digestOfCode } from '@vertretbar/usecases/invitation'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectProblem } from './asking.ts'
import { calendarsOf, lk, payroll, tokenIn } from './calendars.ts'
import { type StagedApi, staged } from './cast.ts'
import { now } from './local-api.ts'

let stage: StagedApi
beforeAll(async () => {
  stage = await staged()
})
afterAll(() => stage.api.close())
const { feedsOf, forget, made, read } = calendarsOf(() => stage)
afterEach(async () => {
  stage.api.clock.now = now
  await give(headWith())
  await forget()
})

const give = async (command: Command) => {
  const done = await execute(stage.api.ports, { region: 'wolfenbuettel', command, actor: operator, key: undefined })
  expect(done).toMatchObject({ ok: true })
}

const head = (): string => stage.ids.get('head-lk') ?? ''

/** The head of the area has that role for good, or another. */
const headWith = (
  roles: Extract<Command, { readonly kind: 'change-member' }>['fields']['roles'] = [
    { role: 'area-head', authority: lk, area: 'payroll' },
  ],
): Command => ({
  kind: 'change-member',
  member: head(),
  fields: { address: 'head-lk@example.de', language: 'de', validFrom: '2020-01-01', roles },
})

/** All that an answer tells, but for the id of its request. */
const told = async (response: Response) => ({
  status: response.status,
  headers: [...response.headers].filter(([name]) => name !== 'x-request-id'),
  text: await response.text(),
})

/** What is answered to whoever asks for a calendar that never was. */
const nothing = async () => told(await read(`/feeds/${'A'.repeat(43)}.ics`))

describe('there is nothing at the address of a calendar', () => {
  it.each<readonly [string, (id: string) => Promise<unknown>]>([
    ['that was given back', (id) => stage.as('head-lk').delete(`/v1/feeds/${id}`)],
    ['that has another', (id) => stage.as('head-lk').post(`/v1/feeds/${id}/tokens`, {})],
    ['whose member has left', () => give({ kind: 'end-member', member: head(), validTo: '2026-11-22' })],
  ])('%s, from that moment on, and nobody can tell why', async (_, end) => {
    const { feed, path } = await made('head-lk', payroll)
    expect((await read(path)).status).toBe(200)
    await end(feed.id)
    expect(await told(await read(path))).toEqual(await nothing())
  })

  it('whose member may not see any more what it shows; it is theirs still, to be given back', async () => {
    const { feed, path } = await made('head-lk', payroll)
    await give(headWith([{ role: 'controller', authority: lk }]))
    expect(await told(await read(path))).toEqual(await nothing())
    expect(await feedsOf('head-lk')).toEqual([{ ...feed, isReadable: false }])
    await expectProblem(await stage.as('head-lk').post(`/v1/feeds/${feed.id}/tokens`, {}), 403, { code: 'forbidden' })
    expect((await stage.as('head-lk').delete(`/v1/feeds/${feed.id}`)).status).toBe(204)
  })

  it('from midnight in Germany on the day after the last of its member', async () => {
    const { path } = await made('head-lk', payroll)
    await give({ kind: 'end-member', member: head(), validTo: '2026-11-23' })
    const statuses: number[] = []
    for (const at of ['2026-11-23T22:59:59.999Z', '2026-11-23T23:00:00Z']) {
      stage.api.clock.now = Date.parse(at)
      statuses.push((await read(path)).status)
    }
    expect(statuses).toEqual([200, 404])
  })

  it.each<readonly [string, (token: string) => string]>([
    ['without its ending', (token) => `/feeds/${token}`],
    ['with another', (token) => `/feeds/${token}.json`],
    ['with another letter', (token) => `/feeds/${token.slice(0, -1)}${token.endsWith('A') ? 'E' : 'A'}.ics`],
    ['cut short', (token) => `/feeds/${token.slice(0, -1)}.ics`],
    ['with more', (token) => `/feeds/${token}A.ics`],
    ['in the other case', (token) => `/feeds/${token.toUpperCase() === token ? 'x' : token.toUpperCase()}.ics`],
    ['with nothing', () => '/feeds/.ics'],
    ['with what is no text', () => '/feeds/%00%ff.ics'],
    ['by its digest', (token) => `/feeds/${digestOfCode(token)}.ics`],
  ])('written %s', async (_, written) => {
    const { path } = await made('hr-lk', payroll)
    const token = tokenIn(path)
    expect(await told(await read(written(token)))).toEqual(await nothing())
    expect((await read(path)).status).toBe(200)
  })

  it('that is none, and none takes anything but to be read', async () => {
    const { path } = await made('hr-lk', payroll)
    await expectProblem(await read('/feeds/'), 404, { code: 'not-found' })
    await expectProblem(await read(path, {}, 'POST'), 405, { code: 'method-not-allowed' })
  })
})
