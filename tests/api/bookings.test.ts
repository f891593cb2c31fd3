import { setTimeout } from 'node:timers/promises'
import { AssignmentPage } from '@vertretbar/domain/assignment-page'
import type { Booking } from '@vertretbar/domain/booking'
import { HandOver } from '@vertretbar/domain/hand-over'
import { Assignment } from '@vertretbar/domain/plan'
import { BookingsView, BookingView } from '@vertretbar/usecases/booking-view'
import { GapsView } from '@vertretbar/usecases/gaps-view'
import { PlanJobView } from '@vertretbar/usecases/plan-view'
import { verifyAudit } from '@vertretbar/usecases/verify-audit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { admit } from './admit.ts'
import { expectProblem, sender } from './asking.ts'
import { issuer } from './issuer.ts'
import { type LocalApi, now, referenceRegion, startLocalApi } from './local-api.ts'

let api: LocalApi
let proposals: readonly Proposal[]

type Proposal = Pick<Booking, 'specialist' | 'authority' | 'area' | 'agreement' | 'halfDays'> & {
  readonly mode: string
}

beforeAll(async () => {
  api = await startLocalApi('wolfenbuettel')
  await api.open(referenceRegion())
  proposals = await planned()
  const { specialist } = abroad()
  const authority = referenceRegion().specialists.find(({ id }) => id === specialist)?.authority ?? ''
  await admit(api.ports, 'wolfenbuettel', { subject: 'person', specialist, roles: [{ role: 'specialist', authority }] })
})
beforeEach(async () => {
  api.clock.now = now
  await api.open(referenceRegion())
})
afterAll(() => api.close())

/** The proposals of the best plan of the reference region. */
async function planned(): Promise<readonly Proposal[]> {
  const asked = await send('POST', '/v1/plans', { explainSeconds: 0 })
  const { id } = PlanJobView.parse(await asked.json())
  for (;;) {
    const { plan, state } = PlanJobView.parse(await (await api.request(`/v1/plans/${id}`)).json())
    // Nobody is without a name to whom nobody is foreign.
    if (state === 'done') return (plan?.assignments ?? []).map((one) => ({ ...Assignment.parse(one), mode: 'remote' }))
    await setTimeout(50)
  }
}

const send = sender(() => api)

const request = (...asked: readonly Proposal[]) => send('POST', '/v1/bookings', { proposals: asked })

/** The first proposal of another authority's person, of several half-days. */
const abroad = (): Proposal => {
  const found = proposals.find(({ agreement, halfDays }) => agreement !== undefined && halfDays.length > 2)
  if (found === undefined) throw new Error('the plan lends nobody for three half-days')
  return found
}

async function requested(proposal: Proposal): Promise<BookingView> {
  const response = await request(proposal)
  expect(response.status).toBe(201)
  const [booking] = BookingsView.parse(await response.json()).bookings
  if (booking === undefined) throw new Error('nothing was booked')
  return booking
}

async function answered(id: string, answer: string, body: unknown): Promise<BookingView> {
  const response = await send('POST', `/v1/bookings/${id}/${answer}`, body)
  expect([answer, response.status]).toEqual([answer, 200])
  return BookingView.parse(await response.json())
}

describe('a cover that is asked for', () => {
  it('is there at its address, with all that it was decided on', async () => {
    const response = await request(abroad())
    const [booking] = BookingsView.parse(await response.json()).bookings
    expect(response.headers.get('Location')).toBe(`/v1/bookings/${booking?.id}`)
    expect(booking).toMatchObject({ ...abroad(), status: 'requested', ruleSet: 'vertretbar-rules/1' })
    // 23 November 2026 is a Monday: three working days later it is Thursday, 17:00 in Berlin.
    expect(booking).toMatchObject({ requestedAt: '2026-11-23T08:00:00.000Z', expiresAt: '2026-11-26T16:00:00.000Z' })
    const again = await api.request(`/v1/bookings/${booking?.id}`)
    expect(BookingView.parse(await again.json())).toEqual(booking)
  })

  it('is refused with its codes where somebody was faster, and says nothing of whom', async () => {
    await requested(abroad())
    const loser = await request(abroad())
    const text = await loser.clone().text()
    await expectProblem(loser, 409, { code: 'barred', refusal: { halfDays: [{ codes: ['not-available'] }, {}, {}] } })
    expect(text).not.toContain(abroad().specialist)
  })

  it('is booked whole with the rest of a plan, or not at all', async () => {
    const response = await request(...proposals)
    expect(response.status).toBe(201)
    expect(BookingsView.parse(await response.json()).bookings).toHaveLength(proposals.length)
    const more = await request(...proposals.slice(0, 2))
    await expectProblem(more, 409, { code: 'barred' })
    const all = BookingsView.parse(await (await api.request('/v1/bookings?status=requested')).json())
    expect(all.bookings).toHaveLength(proposals.length + 1)
  })

  it.each<readonly [string, object, object]>([
    ['an unknown person', { specialist: 'nobody' }, { pointer: '/proposals/0/specialist', code: 'unknown-reference' }],
    ['an unknown field', { reason: 'ill' }, { pointer: '/proposals/0/reason', code: 'unknown-field' }],
    ['no half-day', { halfDays: [] }, { pointer: '/proposals/0/halfDays', code: 'too-small' }],
    [
      'a half-day there is not',
      { halfDays: ['2026-02-30/am'] },
      { pointer: '/proposals/0/halfDays/0', code: 'wrong-format' },
    ],
  ])('is refused with its place: %s', async (_, change, error) => {
    const response = await send('POST', '/v1/bookings', { proposals: [{ ...abroad(), ...change }] })
    await expectProblem(response, 422, { code: 'invalid', errors: [{ in: 'body', ...error }] })
  })
})

const idOf = async (subject: string) => (await api.ports.identities.membershipOf({ issuer, subject }))?.member

describe('a request that is answered', () => {
  it('is confirmed by the second consent, and the gap closes', async () => {
    const { id, halfDays } = await requested(abroad())
    const open = await gapStates()
    expect(open.filter(({ state }) => state === 'requested').length).toBeGreaterThan(0)
    expect(await answered(id, 'consents', { as: 'lender', way: 'telephone' })).toMatchObject({ status: 'requested' })
    const own = { as: 'specialist', way: 'in-person' }
    const agreed = await sender(() => api, 'person')('POST', `/v1/bookings/${id}/consents`, own)
    expect(BookingView.parse(await agreed.json())).toMatchObject({
      status: 'confirmed',
      consents: {
        lender: { way: 'telephone', by: await idOf('everybody'), halfDays },
        specialist: { way: 'in-person', by: await idOf('person') },
      },
    })
    const short = (await gapStates()).filter(
      ({ authority, area }) => authority === abroad().authority && area === abroad().area,
    )
    const left = short.flatMap((gap) => gap.halfDays.map(({ halfDay }) => halfDay))
    expect(left.filter((halfDay) => halfDays.includes(halfDay)).length).toBeLessThan(halfDays.length)
  })

  it('frees what is not agreed to', async () => {
    const { id, halfDays } = await requested(abroad())
    const [first = ''] = halfDays
    const partly = await answered(id, 'consents', { as: 'both', way: 'telephone', halfDays: [first] })
    expect(partly).toMatchObject({ status: 'confirmed', halfDays: [first], released: [{ reason: 'declined' }] })
    await requested({ ...abroad(), halfDays: halfDays.slice(1) })
  })

  it('can be declined once, and is not asked again', async () => {
    const declined = await requested(abroad())
    expect(await answered(declined.id, 'refusals', { as: 'specialist' })).toMatchObject({ reason: 'declined' })
    await expectProblem(await send('POST', `/v1/bookings/${declined.id}/withdrawals`, {}), 409, {
      code: 'wrong-status',
    })
    await expectProblem(await request(abroad()), 409, { refusal: { halfDays: [{ codes: ['refused'] }, {}, {}] } })
  })

  it('can be withdrawn by who asked, and asked for again', async () => {
    const { id } = await requested(abroad())
    expect(await answered(id, 'withdrawals', {})).toMatchObject({ status: 'ended', reason: 'withdrawn' })
    await requested(abroad())
  })

  it('can be recalled once it is agreed to, and the gap is back', async () => {
    const before = await gapStates()
    const { id } = await requested(abroad())
    await answered(id, 'consents', { as: 'both', way: 'telephone' })
    expect(await answered(id, 'recalls', { as: 'lender' })).toMatchObject({ status: 'ended', reason: 'recalled' })
    expect(await gapStates()).toEqual(before)
  })

  it('cannot be agreed to after its time', async () => {
    const { id, expiresAt } = await requested(abroad())
    api.clock.now = Date.parse(expiresAt ?? '')
    const late = await send('POST', `/v1/bookings/${id}/consents`, { as: 'both', way: 'telephone' })
    await expectProblem(late, 409, { code: 'expired', refusal: { expiresAt } })
  })

  it('is settled by what both sides say was worked', async () => {
    const { id, halfDays, agreement } = await requested(abroad())
    await answered(id, 'consents', { as: 'both', way: 'telephone' })
    const early = await send('POST', `/v1/bookings/${id}/reconciliations`, { as: 'both', halfDays })
    await expectProblem(early, 409, { code: 'wrong-status', refusal: { status: 'confirmed' } })
    api.clock.now = Date.parse('2027-03-01T08:00:00Z')
    const worked = halfDays.slice(1)
    expect(await answered(id, 'reconciliations', { as: 'lender', halfDays: worked })).toMatchObject({ status: 'done' })
    expect(await answered(id, 'reconciliations', { as: 'receiver', halfDays: worked })).toMatchObject({
      status: 'reconciled',
    })
    const years = await Promise.all([2026, 2027].map((year) => api.request(`/v1/ledger?year=${year}`)))
    const text = (await Promise.all(years.map((year) => year.text()))).join()
    expect(text.split(`"booking":"${id}"`)).toHaveLength(halfDays.length + 1)
    expect(text).toContain(`"agreement":"${agreement}"`)
  })
})

const gapStates = async () => GapsView.parse(await (await api.request('/v1/gaps')).json()).gaps

describe('what belongs to a cover', () => {
  it('is a hand-over to tick off', async () => {
    const { id } = await requested(abroad())
    const list = HandOver.parse(await (await api.request(`/v1/bookings/${id}/hand-over`)).json())
    expect(list.points.map(({ point }) => point)).toEqual(expect.arrayContaining(['contacts', 'open-cases']))
    const noted = await send('PUT', `/v1/bookings/${id}/hand-over`, { done: ['contacts'], openCases: 3 })
    expect(HandOver.parse(await noted.json())).toMatchObject({
      openCases: 3,
      points: [{ isDone: true }, ...list.points.slice(1)],
    })
  })

  it('is an assignment to print', async () => {
    const { id } = await requested(abroad())
    const page = AssignmentPage.parse(await (await api.request(`/v1/bookings/${id}/assignment`)).json())
    expect(page).toMatchObject({ inTheNameOf: { id: abroad().authority }, agreement: { id: abroad().agreement } })
  })

  it.each(['', '/hand-over', '/assignment'])('is not there for a booking that is not: %s', async (part) => {
    await expectProblem(await api.request(`/v1/bookings/01J0000000000000000000BK99${part}`), 404, { code: 'not-found' })
  })
})

describe('a write under a key', () => {
  const headers = { 'Idempotency-Key': 'k-1' }

  it('is made once however often it is sent', async () => {
    const first = await send('POST', '/v1/bookings', { proposals: [abroad()] }, headers)
    const second = await send('POST', '/v1/bookings', { proposals: [abroad()] }, headers)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(BookingsView.parse(await second.json()).bookings).toEqual(BookingsView.parse(await first.json()).bookings)
  })

  it('is refused where the key stands for another', async () => {
    const key = { 'Idempotency-Key': 'k-2' }
    expect((await send('POST', '/v1/bookings', { proposals: [abroad()] }, key)).status).toBe(201)
    const other = await send('POST', '/v1/bookings', { proposals: [{ ...abroad(), mode: 'on-site' }] }, key)
    await expectProblem(other, 422, { code: 'key-of-another' })
  })

  it('has a key of at most 200 characters', async () => {
    const long = { 'Idempotency-Key': 'k'.repeat(201) }
    const response = await send('POST', '/v1/bookings', { proposals: [abroad()] }, long)
    await expectProblem(response, 422, { errors: [{ in: 'header', pointer: '/idempotency-key', code: 'too-large' }] })
  })
})

it('leaves an audit log that verifies', async () => {
  const { id } = await requested(abroad())
  await answered(id, 'consents', { as: 'both', way: 'telephone' })
  expect(await verifyAudit(api.ports.audit, 'wolfenbuettel')).toMatchObject({ ok: true, value: { findings: [] } })
})
