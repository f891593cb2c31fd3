import { setTimeout } from 'node:timers/promises'
import { collections, membersOf } from '@vertretbar/domain/change'
import type { FeedSubject } from '@vertretbar/domain/feed'
import type { Region } from '@vertretbar/domain/region'
import { isOver } from '@vertretbar/usecases/plan-job'
import { PlanJobView } from '@vertretbar/usecases/plan-view'
import * as z from 'zod'
import type { Twins } from './twins.ts'
import type { Asker, World } from './world.ts'

/** Every answer that somebody gets to any question there is, by its question; a plan of their asking among them. */
export async function allTold(world: World, asker: Asker, twins: Twins): Promise<ReadonlyMap<string, string>> {
  const told = new Map<string, string>()
  const ask = async (path: string): Promise<void> => {
    const response = await world.ask(asker.subject, path)
    told.set(path, `${response.status} ${redacted(await response.text())}`)
  }
  await Promise.all(questions(world, twins).map(ask))
  for (const [calendar, text] of await calendars(world, asker, twins)) told.set(calendar, text)
  const plan = await planned(world, asker, twins)
  if (plan !== undefined) told.set('plan', redacted(plan))
  return told
}

/** Every calendar that somebody may have, as it is read without signing in; and what they are told who may not. */
async function calendars(
  world: World,
  asker: Asker,
  { ids, authority }: Twins,
): Promise<(readonly [string, string])[]> {
  const own = asker.roles.flatMap((grant): FeedSubject[] =>
    grant.role === 'hr-manager' || grant.role === 'area-head' ? [placeOf(grant)] : [],
  )
  const people = [...ids, ...(asker.specialist === undefined ? [] : [asker.specialist])]
  const others: FeedSubject[] = people.map((specialist) => ({ kind: 'person', specialist }))
  const read: (readonly [string, string])[] = []
  for (const shows of [...own, ...others, { kind: 'place' as const, authority }]) {
    const made = await world.ask(asker.subject, '/v1/feeds', { method: 'POST', body: JSON.stringify({ shows }) })
    const said = await made.text()
    read.push([`calendar ${JSON.stringify(shows)}`, made.ok ? await readOnce(world, asker, said) : said])
  }
  return read
}

const placeOf = (grant: Extract<Asker['roles'][number], { readonly authority: string }>): FeedSubject => ({
  kind: 'place',
  authority: grant.authority,
  ...('area' in grant && { area: grant.area }),
})

const Made = z.object({ feed: z.object({ id: z.string() }), path: z.string() })

/** What a calendar says that was just made; it is given back then, for nobody may have many. */
async function readOnce({ app, ask }: World, { subject }: Asker, said: string): Promise<string> {
  const { feed, path } = Made.parse(JSON.parse(said))
  const answer = await app.request(path)
  await ask(subject, `/v1/feeds/${feed.id}`, { method: 'DELETE' })
  return `${answer.status} ${await answer.text()}`
}

/** Digests of the log are made with salt, and its names with a random key: no two are ever alike. */
const redacted = (text: string): string => text.replaceAll(/\b(?:[0-9a-f]{32}){1,2}\b/g, '<digest>')

/** The addresses of all routes that can be read, each with all that it can be asked about. */
function questions({ app }: World, { region, from, to, ids: known }: Twins): string[] {
  const days = `from=${from}&to=${to}`
  const paths = app.openAPIRegistry.definitions.flatMap((one) =>
    one.type === 'route' && one.route.method === 'get' ? [one.route.path] : [],
  )
  const needs = region.requirements.flatMap(({ id, needs: list }) =>
    list.map((_, need) => `requirement=${id}&need=${need}&${days}`),
  )
  const queries: Readonly<Record<string, readonly string[]>> = {
    '/v1/candidates': needs,
    '/v1/gaps': [days],
    '/v1/availability': [days],
    '/v1/ledger': [`year=${from.slice(0, 4)}`],
  }
  return [...new Set(paths)].flatMap((path) => {
    // Whatever an address is about, both of the two are asked for, and one that it could be.
    if (path.includes('{')) return [...known, ...oneAt(path, region)].map((id) => path.replaceAll(/\{[^}]*\}/g, id))
    return (queries[path] ?? ['']).map((query) => (query === '' ? path : `${path}?${query}`))
  })
}

/** The id of the first of the list that a path begins with. */
const oneAt = (path: string, region: Region): string[] =>
  collections
    .filter((list) => list === path.split('/')[2]?.replace('service-areas', 'serviceAreas'))
    .flatMap((list) => membersOf(region, list).slice(0, 1))
    .map(({ id }) => id)

/** A plan that somebody asks for, once all is known of it; undefined for whoever may not ask. */
async function planned(world: World, { subject, roles }: Asker, { from, to }: Twins): Promise<string | undefined> {
  // Whoever is the head of areas is told part of what the HR manager is; to look for reasons twice proves no more.
  const explainSeconds = roles.some(({ role }) => role === 'hr-manager') ? 300 : 0
  const body = JSON.stringify({ from, to, timeLimitSeconds: 60, explainSeconds })
  const asked = await world.ask(subject, '/v1/plans', { method: 'POST', body })
  if (asked.status === 403) return undefined
  const location = asked.headers.get('Location') ?? ''
  for (;;) {
    const text = await (await world.ask(subject, location)).text()
    const job = PlanJobView.parse(JSON.parse(text))
    if (isOver(job)) {
      if (job.plan?.deterministic !== true) throw new Error(`the plan is ${job.state} and was cut short`)
      // How often progress was told is a matter of time.
      return JSON.stringify({ ...job, revision: 0 })
    }
    await setTimeout(10)
  }
}
