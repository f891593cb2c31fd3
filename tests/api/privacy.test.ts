import type { Mail } from '@vertretbar/domain/alert'
import type { Region } from '@vertretbar/domain/region'
import { DataProtectionView } from '@vertretbar/usecases/data-protection-view'
import { PersonData } from '@vertretbar/usecases/person-data'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { c1, commandRegion } from '../commands/command-region.ts'
import { admit } from './admit.ts'
import { expectProblem, sender } from './asking.ts'
import { type LocalApi, startLocalApi } from './local-api.ts'

const id = 'region'
let api: LocalApi
beforeAll(async () => {
  api = await startLocalApi(id)
  await api.open(region())
  const city = { authority: 'city' } as const
  await admit(api.ports, id, { subject: 'c1', roles: [{ role: 'specialist', ...city }], specialist: 'c1' })
  await admit(api.ports, id, { subject: 'hr-city', roles: [{ role: 'hr-manager', ...city }] })
  await admit(api.ports, id, { subject: 'hr-parish', roles: [{ role: 'hr-manager', authority: 'parish' }] })
  await admit(api.ports, id, { subject: 'coordinator', roles: [{ role: 'coordinator' }] })
  await admit(api.ports, id, { subject: 'operator', roles: [{ role: 'operator' }] })
})
afterAll(() => api.close())

/** One person who has worked, one who is lent now, and what was over a year ago. */
function region(): Region {
  const whole = commandRegion(id, 0)
  const past = { specialist: 'c2', authority: 'parish', area: 'payroll', agreement: 'pool' } as const
  return {
    ...whole,
    absences: [
      ...whole.absences.filter((one) => one.id === 'away'),
      { id: 'long-ago', specialist: 'c2', from: '2025-11-03/am', to: '2025-11-04/pm' },
    ],
    bookings: [
      ...whole.bookings,
      { ...past, id: 'old', halfDays: ['2025-10-06/am'], status: 'reconciled' },
      { ...past, id: 'settled', halfDays: ['2026-10-06/am'], status: 'reconciled' },
    ],
    refusals: [{ requirement: 'parish.payroll', need: 0, halfDay: '2026-12-02/am', specialist: 'c1' }],
  }
}

const send = sender(() => api)
const ask = (path: string, subject: string, init: RequestInit = {}) => api.request(path, init, subject)
const erase = (specialist: string, subject: string) =>
  ask(`/v1/specialists/${specialist}/erasures`, subject, { method: 'POST' })
const dataOf = async (subject: string) => PersonData.parse(await (await ask('/v1/me/data', subject)).json())

describe('what is kept of whoever asks', () => {
  it('is all of it, with every change that concerned them, and may be kept by nobody on the way', async () => {
    await send('PUT', '/v1/bookings/asked/hand-over', { done: ['contacts'], openCases: 3 })
    await send('POST', '/v1/bookings/agreed/recalls', { as: 'lender' })
    const response = await ask('/v1/me/data', 'c1')
    expect(response.headers.get('Cache-Control')).toBe('private, no-store')
    const data = PersonData.parse(await response.json())
    expect(data.specialist).toEqual(c1)
    expect(data.members).toMatchObject([{ address: 'c1@example.de', identity: { subject: 'c1' }, specialist: 'c1' }])
    expect(data.bookings.map((booking) => booking.id)).toEqual(['agreed', 'asked', 'late', 'worked'])
    expect(data.bookings.find((booking) => booking.id === 'asked')?.handOver).toEqual({
      done: ['contacts'],
      openCases: 3,
    })
    expect(data.refusals).toEqual(region().refusals)
    expect(data.notices.map(({ notice }) => [notice.kind, notice.booking.id])).toEqual([['recalled', 'agreed']])
    expect(data.changes.map(({ action, things }) => [action, things?.map((thing) => thing.id)])).toEqual([
      ['import', undefined],
      ['invite-member', [data.members[0]?.id]],
      ['bind-member', [data.members[0]?.id]],
      ['note-hand-over', ['asked']],
      ['recall-booking', ['agreed']],
    ])
  })

  it('names no colleague', async () => {
    const { bookings: _, ...data } = await dataOf('c1')
    expect(JSON.stringify(data)).not.toMatch(/"c[23]"|hr-city|hr-parish/)
  })

  it.each([
    ['hr-city', 'hr-manager'],
    ['operator', 'operator'],
  ])('is their membership where they are no specialist: %s', async (subject, role) => {
    const data = await dataOf(subject)
    expect(data.members.map(({ roles }) => roles.map((grant) => grant.role))).toEqual([[role]])
    expect([data.specialist, data.absences, data.bookings, data.refusals, data.notices]).toEqual([
      undefined,
      [],
      [],
      [],
      [],
    ])
  })

  it('holds the mails to them, and what waits for the next one', async () => {
    const { members, notices } = await dataOf('c1')
    const mail: Mail = {
      id: 'digest.2026-11-23.one',
      kind: 'digest',
      to: members[0]?.id ?? '',
      at: '2026-11-23T02:30:00.000Z',
      notBefore: '2026-11-23T05:00:00.000Z',
      alerts: [{ kind: 'agreement-ends', agreement: 'pool', on: '2026-12-31' }],
    }
    await api.ports.mails.add(id, [mail, { ...mail, id: 'digest.2026-11-23.other', to: 'other' }])
    for (const message of await api.ports.outbox.waiting(id)) await api.ports.outbox.relayed(id, message, message)
    const data = await dataOf('c1')
    expect(data.mails).toMatchObject([{ mail, state: 'waiting' }])
    expect(data.notices).toEqual(notices)
    expect(notices.length).toBeGreaterThan(0)
  })

  it('holds what they said of gaps, and what they did', async () => {
    const gap = { requirement: 'parish.payroll', need: 0, halfDay: '2026-12-03/am' }
    const init = { method: 'POST', body: JSON.stringify(gap), headers: { 'Content-Type': 'application/json' } }
    expect((await ask('/v1/gaps/acknowledgements', 'hr-parish', init)).status).toBe(201)
    const { gapMarks, changes, members } = await dataOf('hr-parish')
    expect(gapMarks).toMatchObject([{ kind: 'acknowledged', by: members[0]?.id }])
    expect(changes.at(-1)).toMatchObject({
      action: 'acknowledge-gap',
      actor: members[0]?.id,
      things: [{ kind: 'gap-mark' }],
    })
  })
})

describe('what was over a year ago', () => {
  it('is told to nobody who asks', async () => {
    const texts = await Promise.all(
      ['/v1/bookings', '/v1/absences', '/v1/me/data'].map(async (path) => (await ask(path, 'everybody')).text()),
    )
    expect(texts.join()).not.toMatch(/"old"|"long-ago"/)
    await expectProblem(await ask('/v1/bookings/old', 'everybody'), 404, { code: 'not-found' })
    expect((await ask('/v1/bookings/settled', 'everybody')).status).toBe(200)
  })
})

describe('an erasure', () => {
  it.each([
    ['by the HR manager of another authority', 'c2', 'hr-parish', 404, 'not-found'],
    ['of somebody who is not there', 'nobody', 'hr-city', 404, 'not-found'],
    ['by the person themselves', 'c1', 'c1', 403, 'forbidden'],
    ['by the coordinator', 'c2', 'coordinator', 403, 'forbidden'],
    ['by the operator', 'c2', 'operator', 403, 'forbidden'],
  ])('%s is refused', async (_, specialist, subject, status, code) => {
    await expectProblem(await erase(specialist, subject), status, { code })
  })

  it('waits for bookings that are neither ended nor settled, and names them', async () => {
    const bookings = ['asked', 'late', 'worked']
    await expectProblem(await erase('c1', 'hr-city'), 409, {
      code: 'unsettled',
      refusal: { code: 'unsettled', bookings },
    })
  })

  it('leaves nobody behind', async () => {
    expect((await erase('c2', 'hr-city')).status).toBe(204)
    await expectProblem(await erase('c2', 'hr-city'), 404, { code: 'not-found' })
    const answers = ['/v1/region', '/v1/bookings', '/v1/absences', '/v1/availability', '/v1/me/data']
    const texts = await Promise.all(answers.map(async (path) => (await ask(path, 'everybody')).text()))
    expect(texts.join()).not.toContain('"c2"')
    expect((await ask('/v1/bookings/settled', 'everybody')).status).toBe(200)
  })

  it('ends the access of who is erased at once', async () => {
    await api.ports.regions.load(id)
    expect((await ask('/v1/region', 'c1')).status).toBe(200)
    await send('POST', '/v1/bookings/asked/withdrawals', {})
    await send('POST', '/v1/bookings/late/withdrawals', {})
    await send('POST', '/v1/bookings/worked/reconciliations', { as: 'both', halfDays: ['2026-11-02/am'] })
    expect((await erase('c1', 'hr-city')).status).toBe(204)
    await expectProblem(await ask('/v1/region', 'c1'), 403, { code: 'no-membership' })
  })
})

it('the data-protection sheet is there for every member, the operator too', async () => {
  for (const subject of ['hr-city', 'operator', 'coordinator']) {
    const { categories } = DataProtectionView.parse(await (await ask('/v1/data-protection', subject)).json())
    const absences = categories.find((category) => category.id === 'absence')
    expect(absences?.viewers).toEqual([
      { role: 'specialist', scope: 'own' },
      { role: 'hr-manager', scope: 'authority' },
    ])
    expect(absences?.fields).toContainEqual({ schema: 'Absence', field: 'from' })
  }
})
