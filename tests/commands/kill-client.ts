import { setTimeout } from 'node:timers/promises'
import type { RequestBookings } from '@vertretbar/domain/command/request-bookings'
import { BookingsView } from '@vertretbar/usecases/booking-view'
import type * as z from 'zod'
import type { Random } from '../generate/random.ts'
import { awayFrom, cities, coversOf, lentBy, receivers, workingDays } from './kill-region.ts'

/** A cover to ask for. */
export type Proposal = z.infer<typeof RequestBookings>['proposals'][number]

/** What a client wants done. */
export type Wish =
  | { readonly kind: 'request'; readonly proposals: readonly Proposal[] }
  | { readonly kind: 'consent' | 'recall'; readonly booking: string }
  | { readonly kind: 'reconcile'; readonly booking: string; readonly worked: readonly string[] }
  | { readonly kind: 'absence'; readonly specialist: string; readonly halfDay: string; readonly breaks?: string }

/** What was answered: the bookings that a request made, or that it is barred; nothing if nobody answered any more. */
export type Answer = { readonly made: readonly string[] } | 'barred' | 'none'

/** One write as it was sent, and what came back. */
export interface Sent {
  readonly key: string
  readonly wish: Wish
  readonly answer: Answer
}

/** Sends a request, to a server or straight to an application. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>

/** Whom a client asks, what it draws its wishes from, and who is told of each answer. */
interface Surroundings {
  readonly fetchFrom: Fetch
  readonly random: Random
  readonly onAnswer: () => void
}

/** Does one thing after another for a city until nobody answers any more; tells all of it. */
export async function workFor(city: string, { fetchFrom, random, onAnswer }: Surroundings): Promise<readonly Sent[]> {
  const journal: Sent[] = []
  const standing: Standing = { requested: [], confirmed: [], unsettled: coversOf(city), settled: [], daysAway: 0 }
  for (;;) {
    const wish = nextWish(city, standing, random)
    const key = `${city}-${journal.length}`
    const answer = await send(fetchFrom, key, wish)
    journal.push({ key, wish, answer })
    if (answer === 'none') return journal
    onAnswer()
    note(standing, wish, answer)
  }
}

/** Sends a write until it is answered, under one key. */
export async function send(fetchFrom: Fetch, key: string, wish: Wish): Promise<Answer> {
  const { path, body } = addressed(wish)
  for (;;) {
    const answer = await answerOf(fetchFrom, path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(body),
    })
    if (answer === undefined) return 'none'
    const { status, said } = answer
    if (status === 409 && wish.kind === 'request' && said.includes('"code":"barred"')) return 'barred'
    if (status < 300)
      return { made: wish.kind === 'request' ? BookingsView.parse(JSON.parse(said)).bookings.map(({ id }) => id) : [] }
    if (status !== 503) throw new Error(`${key} ${wish.kind}: ${status} ${said}`)
    await setTimeout(20)
  }
}

/** Undefined where the connection breaks, also in the middle of an answer. */
async function answerOf(fetchFrom: Fetch, path: string, init: RequestInit) {
  try {
    const response = await fetchFrom(path, init)
    return { status: response.status, said: await response.text() }
  } catch {
    return undefined
  }
}

function addressed(wish: Wish): { path: string; body: unknown } {
  switch (wish.kind) {
    case 'request':
      return { path: '/v1/bookings', body: { proposals: wish.proposals } }
    case 'consent':
      return { path: `/v1/bookings/${wish.booking}/consents`, body: { as: 'both', way: 'telephone' } }
    case 'recall':
      return { path: `/v1/bookings/${wish.booking}/recalls`, body: { as: 'lender' } }
    case 'reconcile':
      return { path: `/v1/bookings/${wish.booking}/reconciliations`, body: { as: 'both', halfDays: wish.worked } }
    case 'absence':
      return {
        path: '/v1/absences',
        body: { specialist: wish.specialist, from: wish.halfDay, to: wish.halfDay },
      }
  }
}

/** A booking as far as a client needs to know it. */
interface Held {
  readonly id: string
  readonly specialist: string
  readonly halfDays: readonly string[]
}

/** What a client can do something about. */
interface Standing {
  requested: readonly Held[]
  confirmed: readonly Held[]
  unsettled: readonly Held[]
  settled: readonly Held[]
  daysAway: number
}

function nextWish(city: string, standing: Standing, random: Random): Wish {
  const { requested, confirmed, unsettled, settled } = standing
  const kind = random.pick(['request', 'request', 'consent', 'consent', 'recall', 'break', 'away', 'settle', 'correct'])
  if (kind === 'consent' && requested.length > 0) return { kind, booking: random.pick(requested).id }
  if (kind === 'recall' && confirmed.length > 0) return { kind, booking: random.pick(confirmed).id }
  if (kind === 'settle' && unsettled.length > 0) return settling(random.pick(unsettled), random)
  if (kind === 'correct' && settled.length > 0) return settling(random.pick(settled), random)
  if (kind === 'away') return { kind: 'absence', specialist: awayFrom(city), halfDay: dayAway(standing.daysAway) }
  // Of one half-day, so that nobody else's cover is broken along with it.
  const short = confirmed.filter(({ halfDays }) => halfDays.length === 1)
  if (kind === 'break' && short.length > 0) {
    const { id, specialist, halfDays } = random.pick(short)
    return { kind: 'absence', specialist, halfDay: halfDays[0] ?? '', breaks: id }
  }
  const count = random.int(1, 2)
  return { kind: 'request', proposals: Array.from({ length: count }, () => proposalOf(city, random)) }
}

const settling = ({ id, halfDays }: Held, random: Random): Wish => ({
  kind: 'reconcile',
  booking: id,
  worked: random.some(halfDays, 0.7),
})

const days = workingDays('2026-12-01', 20)
const dayAway = (number: number): string => `${workingDays('2026-12-01', 2 * number + 1)[2 * number]}/am`

/** Mostly people of one's own; those of others are asked for by others as well. */
const proposalOf = (city: string, random: Random): Proposal => ({
  specialist: random.pick(lentBy(random.chance(0.7) ? city : random.pick(cities))),
  authority: random.pick(receivers),
  area: 'payroll',
  mode: 'remote',
  halfDays: random.atLeastOne(
    [0, 1, 2].map(() => `${random.pick(days)}/${random.pick(['am', 'pm'])}`),
    0.4,
  ),
})

const without = (held: readonly Held[], id: string) => held.filter((one) => one.id !== id)

/** What is there to do after an answer. */
function note(standing: Standing, wish: Wish, answer: Exclude<Answer, 'none'>): void {
  if (answer === 'barred') return
  if (wish.kind === 'request') {
    const made = wish.proposals.map(({ specialist, halfDays }, index) => ({
      id: answer.made[index] ?? '',
      specialist,
      halfDays: [...new Set(halfDays)],
    }))
    standing.requested = [...standing.requested, ...made]
  } else if (wish.kind === 'absence') {
    if (wish.breaks === undefined) standing.daysAway += 1
    else standing.confirmed = without(standing.confirmed, wish.breaks)
  } else if (wish.kind === 'reconcile') {
    standing.settled = [...standing.settled, ...standing.unsettled.filter(({ id }) => id === wish.booking)]
    standing.unsettled = without(standing.unsettled, wish.booking)
  } else {
    const agreed = wish.kind === 'consent' ? standing.requested.filter(({ id }) => id === wish.booking) : []
    standing.requested = without(standing.requested, wish.booking)
    standing.confirmed = [...without(standing.confirmed, wish.booking), ...agreed]
  }
}
