import { awayFor } from '@vertretbar/domain/test-region'
import { lookAtRegion } from '@vertretbar/usecases/look-at-region'
import { describe, expect, it } from 'vitest'
import { callsOf, holdAt } from '../store/calls.ts'
import { engineOfThisFile } from '../store/engine.ts'
import type { TestPorts } from './night-ports.ts'
import { done, id, parishWith, storedParish } from './parish.ts'

engineOfThisFile()

const day = 24 * 60 * 60_000

/** The parish, whose only clerk is away at one half-day. */
const parish = () => storedParish(parishWith({ absences: [awayFor('parish-p1', '2026-06-10/am', '2026-06-10/am')] }))

/** The clerk is away for longer. */
const longer = (ports: TestPorts, to: string) =>
  done(ports, { kind: 'record-absence', specialist: 'parish-p1', from: '2026-06-10/pm', to })

async function seen(ports: TestPorts) {
  const looked = await lookAtRegion(ports, id)
  if (looked === undefined) throw new Error('there is no region')
  const { watch, unnoticed } = looked
  const open = watch.records.filter(({ isClosed, requirement }) => !isClosed && requirement === 'wanted')
  return {
    watch,
    unnoticed,
    ids: open.map((record) => record.id),
    halfDays: open.map(({ halfDays }) => halfDays.length),
  }
}

describe('a look at a region', () => {
  it('gives each gap an id that it keeps, and counts what changed without anybody looking', async () => {
    using world = await parish()
    const ports = world.ports()
    const first = await seen(ports)
    expect([first.unnoticed, first.halfDays, first.watch.revision]).toEqual([0, [1, 1], 1])
    await longer(ports, '2026-06-11/am')
    const second = await seen(ports)
    expect([second.unnoticed, second.halfDays, second.ids]).toEqual([2, [3, 3], first.ids])
  })

  it('that sees the same writes nothing', async () => {
    using world = await parish()
    const ports = world.ports()
    await seen(ports)
    const calls = callsOf(ports.database.client)
    const again = await seen(ports)
    expect([again.unnoticed, again.watch.revision, calls]).toEqual([0, 1, ['GetItem', 'GetItem']])
  })

  it('on the next day misses nothing, though a gap is over and others come into sight', async () => {
    using world = await parish()
    const ports = world.ports()
    await seen(ports)
    world.place.clock.now += 10 * day
    const later = await seen(ports)
    expect([later.unnoticed, later.ids, later.watch.day]).toEqual([0, [], '2026-06-11'])
    expect(later.watch.records.map(({ history }) => history.at(-1)?.kind)).toEqual(['over', 'over'])
  })

  it('finds nothing where there is no region', async () => {
    using world = await parish()
    expect(await lookAtRegion(world.ports(), 'nowhere')).toBeUndefined()
  })

  it('that another was faster than is taken again on what that one remembers', async () => {
    using world = await parish()
    const [slow, fast] = [world.ports(), world.ports()]
    const held = holdAt(slow.database.client, 'before', 'PutItem')
    const looking = seen(slow)
    await held.reached
    const { ids } = await seen(fast)
    held.release()
    const looked = await looking
    expect([looked.ids, looked.watch.revision]).toEqual([ids, 1])
  })

  it('at a region as it was is not taken for one at the region as it is', async () => {
    using world = await parish()
    const [slow, fast] = [world.ports(), world.ports()]
    await seen(fast)
    await longer(fast, '2026-06-11/am')
    // It has read the region, and not yet written what it saw, when the region changes once more.
    const held = holdAt(slow.database.client, 'before', 'PutItem')
    const looking = seen(slow)
    await held.reached
    await longer(fast, '2026-06-12/am')
    const { watch } = await seen(fast)
    held.release()
    expect((await looking).watch).toEqual(watch)
    expect((await fast.watches.read(id))?.state).toBe((await fast.regions.stateOf(id))?.state)
  })

  it('never takes the place of a look at a later state', async () => {
    using world = await parish()
    const [slow, fast] = [world.ports(), world.ports()]
    await seen(slow)
    // Whichever of the two it has read first, the other one is read when all is different.
    const held = holdAt(slow.database.client, 'after', 'GetItem')
    const looking = seen(slow)
    await held.reached
    await longer(fast, '2026-06-11/am')
    const { watch } = await seen(fast)
    held.release()
    expect((await looking).watch).toEqual(watch)
    expect(await fast.watches.read(id)).toEqual(watch)
  })

  it('by many at once remembers each gap once', async () => {
    using world = await parish()
    const all = await Promise.all(Array.from({ length: 6 }, () => seen(world.ports())))
    expect(new Set(all.map(({ ids }) => ids.join())).size).toBe(1)
    expect(all[0]?.halfDays).toEqual([1, 1])
  })
})
