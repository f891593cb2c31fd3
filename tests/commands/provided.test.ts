import type { Command } from '@vertretbar/domain/command'
import { execute, type Order } from '@vertretbar/usecases/execute'
import type { Snapshot } from '@vertretbar/usecases/ports'
import { expect, it } from 'vitest'
import { engineOfThisFile } from '../store/engine.ts'
import { beforeEachTransaction, done, elsewhere, type Installed, id, stored, storedParish } from './stored-parish.ts'

engineOfThisFile()

const named = (name: string, product = 'x'): Command => ({
  kind: 'put-entry',
  in: 'products',
  member: { id: product, name, vendor: 'x', accessLeadWorkingDays: 1 },
})

const nameIn = ({ region }: Snapshot): string | undefined => region.products.find((one) => one.id === 'x')?.name

/** Names the product, if it still has the name that was seen. */
const rename = (ports: Installed, command: Command, seen: string, order: Partial<Pick<Order, 'key'>> = {}) =>
  execute<{ readonly code: 'changed' }>(ports, {
    region: id,
    command,
    actor: { kind: 'console', id: 'clerk-7' },
    key: undefined,
    provided: (snapshot) => (nameIn(snapshot) === seen ? undefined : { code: 'changed' }),
    ...order,
  })

it('what was seen must hold in the state of the very write, whoever is faster', async () => {
  const ports = await storedParish()
  await done(ports, named('seen'))
  const slow = elsewhere(ports)
  const others = [named('faster')]
  beforeEachTransaction(slow, async () => {
    const next = others.shift()
    if (next !== undefined) await done(ports, next)
  })
  expect(await rename(slow, named('slower'), 'seen')).toEqual({ ok: false, refusal: { code: 'changed' } })
  expect(nameIn(await stored(ports))).toBe('faster')
})

it('what others change beside it is not in the way', async () => {
  const ports = await storedParish()
  await done(ports, named('seen'))
  const slow = elsewhere(ports)
  const others = [named('another', 'y')]
  beforeEachTransaction(slow, async () => {
    const next = others.shift()
    if (next !== undefined) await done(ports, next)
  })
  expect(await rename(slow, named('next'), 'seen')).toMatchObject({ ok: true })
  expect(nameIn(await stored(ports))).toBe('next')
})

it('of many who saw the same at once one changes it', async () => {
  const ports = await storedParish()
  await done(ports, named('seen'))
  const names = Array.from({ length: 8 }, (_, at) => `next-${at}`)
  const answers = await Promise.all(names.map((name) => rename(elsewhere(ports), named(name), 'seen')))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  const won = names[answers.findIndex(({ ok }) => ok)]
  expect(nameIn(await stored(ports))).toBe(won)
})

it('a change that is sent again under its key is told as done, though what was seen is so no more', async () => {
  const ports = await storedParish()
  await done(ports, named('seen'))
  const [first, again] = [
    await rename(ports, named('next'), 'seen', { key: 'once' }),
    await rename(ports, named('next'), 'seen', { key: 'once' }),
  ]
  expect(first.ok).toBe(true)
  expect(again).toEqual(first)
})
