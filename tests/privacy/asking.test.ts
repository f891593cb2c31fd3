import { setTimeout } from 'node:timers/promises'
import { BookingsView } from '@vertretbar/usecases/booking-view'
import { CandidatesView } from '@vertretbar/usecases/candidates-view'
import { GapsView } from '@vertretbar/usecases/gaps-view'
import { PlanJobView } from '@vertretbar/usecases/plan-view'
import { RegionView } from '@vertretbar/usecases/region-view'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { admit } from '../api/admit.ts'
import { type LocalApi, referenceRegion, startLocalApi } from '../api/local-api.ts'

const days = 'from=2026-11-23&to=2027-02-20'
const { region, authorities, specialists } = referenceRegion()
let api: LocalApi

beforeAll(async () => {
  api = await startLocalApi(region.id)
  await api.open(referenceRegion())
  for (const { id: authority } of authorities)
    await admit(api.ports, region.id, { subject: authority, roles: [{ role: 'hr-manager', authority }] })
})
afterAll(() => api.close())

const get = async (as: string, path: string): Promise<unknown> => (await api.request(path, {}, as)).json()

const post = (as: string, path: string, body: object, key?: string): Promise<Response> => {
  const headers = { 'Content-Type': 'application/json', ...(key !== undefined && { 'Idempotency-Key': key }) }
  return api.request(path, { method: 'POST', body: JSON.stringify(body), headers }, as)
}

const home = (id: string): string | undefined => specialists.find((one) => one.id === id)?.authority

/** Somebody of another authority who could come to one that asks, with what is told to whoever asks. */
async function somebody() {
  for (const { id: as } of authorities)
    for (const gap of GapsView.parse(await get(as, `/v1/gaps?${days}`)).gaps) {
      const query = `requirement=${gap.requirement}&need=${gap.need}&${days}`
      const { unnamed } = CandidatesView.parse(await get(as, `/v1/candidates?${query}`))
      const [first] = unnamed.filter(({ authority }) => authority !== as)
      if (first !== undefined) return { as, gap, query, first }
    }
  throw new Error('nobody can come from elsewhere')
}

describe('somebody without a name', () => {
  it('is asked for by what was told of them, once under a key, and then has a name', async () => {
    const { as, gap, query, first } = await somebody()
    const { requirement, need } = gap
    const proposal = {
      candidate: first.candidate,
      requirement,
      need,
      halfDays: first.halfDays.slice(0, 1),
      mode: 'remote',
    }
    const asked = await post(as, '/v1/bookings', { proposals: [proposal] }, 'once')
    expect(asked.status).toBe(201)
    const { bookings } = BookingsView.parse(await asked.json())
    const [booking] = bookings
    expect(booking).toMatchObject({ authority: as, halfDays: proposal.halfDays, status: 'requested' })
    expect(home(booking?.specialist ?? '')).toBe(first.authority)

    const names = RegionView.parse(await get(as, '/v1/region')).specialists.map(({ id }) => id)
    expect(names).toContain(booking?.specialist)
    // Sent again it is the same, though the person is no longer what was told.
    const again = await post(as, '/v1/bookings', { proposals: [proposal] }, 'once')
    expect(BookingsView.parse(await again.json()).bookings).toEqual(bookings)
    const { unnamed } = CandidatesView.parse(await get(as, `/v1/candidates?${query}`))
    expect(unnamed.map(({ candidate }) => candidate)).not.toContain(first.candidate)
    const late = await post(as, '/v1/bookings', { proposals: [proposal] })
    expect(await late.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/proposals/0/candidate', code: 'unknown-reference', to: 'specialist' }],
    })
  })

  it('is unknown by their id, as whoever is not there at all', async () => {
    const { as, gap } = await somebody()
    const answers = specialists
      .filter(({ authority }) => authority !== as)
      .slice(0, 3)
      .map(({ id }) => id)
      .concat('nobody')
      .map(async (specialist) => {
        const { authority, area, halfDays } = gap
        const named = { specialist, authority, area, halfDays: halfDays.map(({ halfDay }) => halfDay), mode: 'remote' }
        const response = await post(as, '/v1/bookings', { proposals: [named] })
        return (await response.text()).replaceAll(specialist, 'X')
      })
    expect(new Set(await Promise.all(answers)).size).toBe(1)
    expect(await answers[0]).toContain('unknown-reference')
  })
})

/** A plan that somebody asks for, once it is there. */
async function planned(as: string) {
  const asked = await post(as, '/v1/plans', { explainSeconds: 0 })
  const path = asked.headers.get('Location') ?? ''
  for (;;) {
    const job = PlanJobView.parse(await get(as, path))
    if (job.state === 'done') return { path, job, assignments: job.plan?.assignments ?? [] }
    await setTimeout(50)
  }
}

describe('a plan', () => {
  it('is asked for by the places of what it proposes, without names before', async () => {
    const { as } = await somebody()
    const { job, assignments } = await planned(as)
    const at = assignments.findIndex((one) => one.authority === as && 'who' in one)
    const asked = await post(as, '/v1/bookings', { plan: job.id, assignments: [at], mode: 'on-site' })
    expect(asked.status).toBe(201)
    const [booking] = BookingsView.parse(await asked.json()).bookings
    const assignment = assignments[at]
    expect(booking?.halfDays).toEqual(assignment?.halfDays)
    expect(assignment && 'who' in assignment ? assignment.who.authority : '').toBe(home(booking?.specialist ?? ''))
  })

  it('of somebody else is not there, and what it proposes for others cannot be asked for', async () => {
    const [one = '', other = ''] = authorities.map(({ id }) => id)
    const { path, job } = await planned(one)
    const missing = path.replace(/[^/]*$/, '01J0000000000000000000000Z')
    const answers = await Promise.all([path, missing].map((address) => api.request(address, {}, other)))
    const [seen, unseen] = await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`))
    expect(seen).toMatch(/^404 /)
    expect(seen).toBe(unseen)
    const foreign = await post(other, '/v1/bookings', { plan: job.id, assignments: [0], mode: 'remote' })
    expect(foreign.status).toBe(404)
    const beyond = await post(one, '/v1/bookings', { plan: job.id, assignments: [999], mode: 'remote' })
    expect(await beyond.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/assignments/0', code: 'too-large' }],
    })
  })
})
