import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createApp } from '@vertretbar/api/app'
import { clockOn } from '@vertretbar/cli/installation/clock'
import { lockOwner } from '@vertretbar/cli/installation/data-file'
import { type Installation, openInstallation } from '@vertretbar/cli/installation/installation'
import { aFolder, serving, vertretbar } from '@vertretbar/cli/test-process'
import { afterAll, beforeAll, expect } from 'vitest'
import { admit, everyRole } from '../api/admit.ts'
import { doorOf } from '../api/door.ts'
import { type Provider, serveIssuer } from '../api/provider.ts'
import { census } from '../campaign.ts'
import { randomOf } from '../generate/random.ts'
import { type Fetch, type Sent, send, workFor } from './kill-client.ts'
import { expectKept } from './kill-end.ts'
import { cities, killRegion, today } from './kill-region.ts'

const template = aFolder()
const subject = 'everybody'
let provider: Provider
/** Who asks for everything: somebody with every role. */
let member: string
beforeAll(async () => {
  provider = await serveIssuer()
  const file = join(template.path, 'region.json')
  writeFileSync(file, JSON.stringify(killRegion()))
  const imported = await vertretbar(['import', file, '--apply', '--data', join(template.path, 'data')])
  expect(imported).toMatchObject({ status: 0 })
  await using installation = await opened(join(template.path, 'data'))
  member = await admit(installation.ports, 'region', {
    subject,
    by: provider.name,
    roles: everyRole(killRegion()),
  })
})
afterAll(async () => {
  template[Symbol.dispose]()
  await provider[Symbol.asyncDispose]()
})

census(
  'commands: kill -9 of server and engine under load loses, tears and doubles nothing',
  { test: 3, prove: 50 },
  async (round) => {
    using folder = aFolder()
    const data = join(folder.path, 'data')
    cpSync(join(template.path, 'data'), data, { recursive: true })
    const journals = await workUntilKilled(data, round)
    const acknowledged = journals.flat().filter(({ answer }) => answer !== 'none')
    expect(acknowledged.length).toBeGreaterThan(0)
    await expectOpenable(data, journals)
  },
)

/** Who is killed: of three rounds that a test run takes from fifty, each kills otherwise. */
const victims = ['both', 'server', 'engine'] as const

async function workUntilKilled(data: string, round: number): Promise<readonly (readonly Sent[])[]> {
  const random = randomOf(round)
  await using running = await serving(['serve', '--data', data, '--port', '0', '--today', today], provider.environment)
  const server = lockOwner(join(data, 'store.db'))
  if (server === undefined) throw new Error('nobody works on the data')
  const engine = engineOf(server)
  const token = await provider.token(subject)
  const fetchFrom: Fetch = (path, init) => fetch(`${running.url}${path}`, authorized(init, token))
  const { onAnswer, enough } = countdown(random.int(1, 160))
  const working = cities.map((city, number) =>
    workFor(city, { fetchFrom, random: randomOf(cities.length * round + number), onAnswer }),
  )
  const journals = Promise.all(working)
  // Should a client meet anything else than it may, there is nothing to wait for.
  await Promise.race([enough, journals])
  await setTimeout(random.int(0, 20))
  const victim = victims[Math.round(round / 16) % victims.length]
  if (victim !== 'server') process.kill(engine, 'SIGKILL')
  // A server without its engine is to say so, and nothing else, for as long as it is asked.
  if (victim === 'engine') await setTimeout(random.int(50, 400))
  process.kill(server, 'SIGKILL')
  return await journals
}

const authorized = ({ headers, ...init }: RequestInit, token: string): RequestInit => {
  const all = new Headers(headers)
  all.set('Authorization', `Bearer ${token}`)
  return { ...init, headers: all }
}

const reported: unknown[] = []
const report = (error: unknown) => void reported.push(error)

async function opened(data: string): Promise<Installation> {
  const installation = await openInstallation({ data, now: clockOn(today), report })
  if (!installation.ok) throw new Error(JSON.stringify(installation.refusal))
  return installation.value
}

function countdown(count: number) {
  const { promise: enough, resolve } = Promise.withResolvers<void>()
  let left = count
  const onAnswer = (): void => {
    left -= 1
    if (left === 0) resolve()
  }
  return { onAnswer, enough }
}

/** The engine is the one program that the server has started. */
function engineOf(server: number): number {
  const children = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').trim().split(' ')
  const engines = children.filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dynoxide'))
  expect(engines).toHaveLength(1)
  return Number(engines[0])
}

/** All is kept, and what nobody answered is answered now, once and for all. */
async function expectOpenable(data: string, journals: readonly (readonly Sent[])[]): Promise<void> {
  await using installation = await opened(data)
  const { ports } = installation
  await expectKept({ ports, member }, journals)
  const app = createApp({ ...doorOf(provider), ports, report })
  const token = await provider.token(subject)
  const fromApp: Fetch = async (path, init) => app.request(path, authorized(init, token))
  const retried = await Promise.all(journals.map((journal) => Promise.all(journal.map((sent) => again(fromApp, sent)))))
  await expectKept({ ports, member }, retried)
  expect(reported).toEqual([])
}

/** A write that nobody answered, sent again twice: both times the same is told. */
async function again(fetchFrom: Fetch, { key, wish, answer }: Sent): Promise<Sent> {
  if (answer !== 'none') return { key, wish, answer }
  const told = await send(fetchFrom, key, wish)
  expect(told).not.toBe('none')
  expect(await send(fetchFrom, key, wish)).toEqual(told)
  return { key, wish, answer: told }
}
