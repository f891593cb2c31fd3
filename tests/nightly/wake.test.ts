import type { Command } from '@vertretbar/domain/command'
import { cover } from '@vertretbar/domain/test-command'
import { execute } from '@vertretbar/usecases/execute'
import { StoreUnavailable } from '@vertretbar/usecases/store-unavailable'
import { waker, wakingRegions } from '@vertretbar/usecases/wake'
import { wokenRegion } from '@vertretbar/usecases/woken-region'
import { describe, expect, it } from 'vitest'
import { engineOfThisFile, pointSdkAt, standing } from '../store/engine.ts'
import { faultProxy } from '../store/proxy.ts'
import { anImport, writeOf } from '../store/write.ts'
import { id, parishWith, storedParish } from './parish.ts'
import { postOffice } from './post-office.ts'

engineOfThisFile()

const away: Command = { kind: 'record-absence', specialist: 'city-p1', from: '2026-06-10/am', to: '2026-06-10/pm' }
const order = { region: id, actor: { kind: 'console', id: 'operator' }, key: undefined } as const

/** The parish with a cover that can break, and whom each write woke. */
async function wakeful() {
  const world = await storedParish(parishWith({ bookings: [cover({ halfDays: ['2026-06-10/am'] })] }))
  const woken: string[] = []
  const ports = world.ports()
  const regions = wakingRegions(ports.regions, (region) => void woken.push(region))
  return { world, woken, ports: { ...ports, regions }, [Symbol.dispose]: () => world[Symbol.dispose]() }
}

describe('a region is woken', () => {
  it('by a command that changed it, and not by one that was refused', async () => {
    using world = await wakeful()
    await execute(world.ports, { ...order, command: { ...away, specialist: 'nobody' } })
    expect(world.woken).toEqual([])
    await execute(world.ports, { ...order, command: away })
    expect(world.woken).toEqual([id])
  })

  it('by an import, and not by one that came too late', async () => {
    using world = await wakeful()
    const { region, version } = await standing(world.ports.regions, id)
    await world.ports.regions.replace(region, version - 1, anImport)
    expect(world.woken).toEqual([])
    await world.ports.regions.replace(region, version, anImport)
    expect(world.woken).toEqual([id])
  })

  it('by a write of which nobody knows whether it was made, and not by one that lost', async () => {
    using world = await wakeful()
    const snapshot = await standing(world.ports.regions, id)
    const engine = String(process.env.AWS_ENDPOINT_URL_DYNAMODB)
    await using proxy = await faultProxy(engine, ({ operation }) =>
      operation === 'TransactWriteItems' ? 'lose-answer' : 'pass',
    )
    pointSdkAt(proxy.endpoint)
    const regions = wakingRegions(world.world.ports().regions, (region) => void world.woken.push(region))
    await expect(regions.commit(await standing(regions, id), writeOf([]))).rejects.toThrow(StoreUnavailable)
    pointSdkAt(engine)
    expect(world.woken).toEqual([id])
    expect(await world.ports.regions.commit(snapshot, writeOf([]))).toEqual({ kind: 'conflict' })
    expect(world.woken).toEqual([id])
  })
})

it('broken cover is on its way within a second of the absence that broke it', async () => {
  using world = await wakeful()
  await using office = await postOffice(Date.now)
  const { ports } = world
  await using waking = waker((region) => wokenRegion({ ...ports, sendMail: office.send }, region), ports.report)
  const regions = wakingRegions(ports.regions, waking.wake)
  await execute({ ...ports, regions }, { ...order, command: away })
  const at = performance.now()
  await expect
    .poll(() => office.arrived.map(({ to }) => to).toSorted(), { interval: 10 })
    .toEqual(['city-hr@example.de', 'parish-hr@example.de', 'person@example.de'])
  expect(performance.now() - at).toBeLessThan(1000)
  await expect.poll(async () => (await ports.watches.read(id))?.state).toBe((await regions.stateOf(id))?.state)
  expect(ports.reported).toEqual([])
})
