import { ask } from '@vertretbar/domain/test-command'
import { drain } from '@vertretbar/usecases/drain'
import { relay } from '@vertretbar/usecases/relay'
import { describe, expect, it } from 'vitest'
import { census } from '../campaign.ts'
import { lifeUntil } from '../store/calls.ts'
import { engineOfThisFile } from '../store/engine.ts'
import { expectDeath } from './death.ts'
import type { TestPorts } from './night-ports.ts'
import { done, id, parishWith, readers, storedParish } from './parish.ts'

engineOfThisFile()

/** The parish asks for cover on the very day and on another, and then loses one that was agreed to. */
async function happened(ports: TestPorts): Promise<void> {
  await done(ports, ask({ halfDays: ['2026-06-01/pm'] }))
  const { bookings } = await done(ports, ask({ specialist: 'city-p2', halfDays: ['2026-06-11/pm'] }))
  await done(ports, { kind: 'consent', booking: bookings[0] ?? '', as: 'both', way: 'telephone' })
  await done(ports, { kind: 'record-absence', specialist: 'city-p2', from: '2026-06-11/am', to: '2026-06-11/pm' })
}

/** Who is told what at once, and what of which kind waits for the night. */
async function told({ mails, outbox }: TestPorts) {
  const atOnce = (await mails.all(id)).flatMap(({ mail }) => mail.alerts.map(({ kind }) => `${mail.to} ${kind}`))
  const news = (await outbox.news(id)).flatMap(({ notices }) => notices.map(({ kind }) => kind))
  return { atOnce: atOnce.toSorted(), news, waiting: (await outbox.waiting(id)).length }
}

const all = {
  atOnce: [
    `${readers.city.id} answer-wanted`,
    `${readers.city.id} cover`,
    `${readers.parish.id} cover`,
    `${readers.person.id} answer-wanted`,
  ],
  news: ['requested', 'confirmed'],
  waiting: 0,
}

describe('what happened', () => {
  it('is told at once if it is lost cover or a request for the very day; all else waits for the night', async () => {
    using world = await storedParish(parishWith())
    const ports = world.ports()
    await happened(ports)
    // Whoever loses the cover is nobody with access, and the coordinator is told in their place.
    expect(await relay(ports, id)).toBe(0)
    const { atOnce, ...others } = await told(ports)
    expect(others).toEqual({ news: all.news, waiting: 0 })
    expect(atOnce).toEqual(expect.arrayContaining(all.atOnce))
    expect(atOnce).toContain(`${readers.coordinator.id} cover`)
  })

  it('is counted as untold where there is nobody at all', async () => {
    using world = await storedParish({ ...parishWith(), members: [] })
    const ports = world.ports()
    await happened(ports)
    expect(await relay(ports, id)).toBeGreaterThan(0)
    expect((await told(ports)).atOnce).toEqual([])
  })

  it('is relayed once by several at once', async () => {
    using world = await storedParish(parishWith())
    const ports = world.ports()
    await happened(ports)
    await Promise.all([ports, world.ports(), world.ports()].map((one) => relay(one, id)))
    const once = await told(ports)
    expect(once.news).toEqual(all.news)
    expect(new Set(once.atOnce).size).toBe(once.atOnce.length)
  })

  it('is told at once as of the day on which it happened, whenever it is relayed', async () => {
    using world = await storedParish(parishWith())
    const ports = world.ports()
    await happened(ports)
    world.place.clock.now += 9 * 24 * 60 * 60_000
    await relay(ports, id)
    expect((await told(ports)).news).toEqual(all.news)
  })
})

/** More calls than it takes to relay what happened. */
const mostCalls = 30

census(
  'relaying: cut off anywhere it tells all and nothing twice',
  { test: 6, prove: 2 * mostCalls },
  async (place) => {
    using clean = await storedParish(parishWith())
    await happened(clean.ports())
    const life = lifeUntil(Number.POSITIVE_INFINITY, 'before')
    const undisturbed = clean.ports(life)
    await relay(undisturbed, id)
    expect(life.made()).toBeLessThan(mostCalls)
    const sent: string[] = []
    using world = await storedParish(parishWith(), async (mail) => {
      sent.push(mail.id)
      return { kind: 'accepted' }
    })
    await happened(world.ports())
    const call = 1 + (place >> 1)
    if (call > life.made()) return
    await expectDeath(relay(world.ports(lifeUntil(call, place % 2 === 0 ? 'before' : 'after')), id))
    const again = world.ports()
    // What has gone out by now is not told once more.
    await drain(again, id)
    await relay(again, id)
    await drain(again, id)
    expect(await told(again)).toEqual(await told(undisturbed))
    expect(sent.toSorted()).toEqual((await again.mails.all(id)).map(({ mail }) => mail.id).toSorted())
  },
)
