import type { Notice, OutboxMessage } from '@vertretbar/domain/message'
import { outboxStore, rewriteMessages } from '@vertretbar/store/outbox'
import { regionStore } from '@vertretbar/store/region-store'
import { describe, expect, it } from 'vitest'
import { callsOf, Died, dieAt, holdAt } from './calls.ts'
import { anotherClient, engineOfThisFile, storedReference } from './engine.ts'
import { writeOf } from './write.ts'

engineOfThisFile()

const region = 'wolfenbuettel'

const notice = (kind: Notice['kind'], halfDay: string): Notice => ({
  kind,
  booking: { id: 'cover', specialist: 'lk.1', authority: 'parish', area: 'payroll' },
  halfDays: [halfDay],
  to: [{ kind: 'hr-manager', authority: 'parish' }, { kind: 'coordinator' }],
})
const atOnce = notice('broken', '2026-12-01/am')
const later = notice('confirmed', '2026-12-02/am')
const message = (id: string, ...notices: readonly Notice[]): OutboxMessage => ({
  id,
  at: '2026-11-23T08:00:00.000Z',
  notices: notices.length === 0 ? [atOnce, later] : notices,
})

/** A store in which messages were stored with their causes. */
async function told(...messages: OutboxMessage[]) {
  const { database, store } = await storedReference()
  for (const one of messages) {
    const snapshot = await store.load(region)
    if (snapshot === undefined) throw new Error('there is no region')
    await store.commit(snapshot, { ...writeOf([]), message: one })
  }
  return { database, outbox: outboxStore(database) }
}

const rest = message('m1', later)

describe('a message', () => {
  it('waits until it is relayed, and what is left of it is news until that is told', async () => {
    const { outbox } = await told(message('m1'), message('m2'))
    expect([await outbox.waiting(region), await outbox.news(region)]).toEqual([[message('m1'), message('m2')], []])
    await outbox.relayed(region, message('m1'), rest)
    expect([await outbox.waiting(region), await outbox.news(region)]).toEqual([[message('m2')], [rest]])
    await outbox.relayed(region, message('m2'), undefined)
    await outbox.forgetNews(region, ['m1', 'never-there'])
    expect([await outbox.waiting(region), await outbox.news(region)]).toEqual([[], []])
  })

  it('that was relayed and told does not become news again by whoever is late', async () => {
    const { outbox } = await told(message('m1'))
    await outbox.relayed(region, message('m1'), rest)
    await outbox.forgetNews(region, ['m1'])
    await outbox.relayed(region, message('m1'), rest)
    expect([await outbox.waiting(region), await outbox.news(region)]).toEqual([[], []])
  })

  it('that was relayed and told while another was about to relay it does not become news again', async () => {
    const { database, outbox } = await told(message('m1'))
    const slow = anotherClient(database)
    const held = holdAt(slow.client, 'before', 'TransactWriteItems')
    const relaying = outboxStore(slow).relayed(region, message('m1'), rest)
    await held.reached
    await outbox.relayed(region, message('m1'), rest)
    await outbox.forgetNews(region, ['m1'])
    held.release()
    await relaying
    expect([await outbox.waiting(region), await outbox.news(region)]).toEqual([[], []])
  })

  it.each([1, 2].flatMap((call) => (['before', 'after'] as const).map((when) => [when, call] as const)))(
    'whose relayer dies %s call %i is either still there or news, never both and never neither',
    async (when, call) => {
      const { database, outbox } = await told(message('m1'))
      const dying = anotherClient(database)
      dieAt(dying.client, call, when)
      await expect(outboxStore(dying).relayed(region, message('m1'), rest)).rejects.toThrow(Died)
      const isDone = call === 2 && when === 'after'
      expect(await outbox.waiting(region)).toEqual(isDone ? [] : [message('m1')])
      expect(await outbox.news(region)).toEqual(isDone ? [rest] : [])
    },
  )

  it('is relayed in two calls', async () => {
    const { database, outbox } = await told(message('m1'))
    const calls = callsOf(database.client)
    await outbox.relayed(region, message('m1'), rest)
    expect(calls).toEqual(['GetItem', 'TransactWriteItems'])
  })
})

const withoutName = (one: OutboxMessage): OutboxMessage => ({
  ...one,
  notices: one.notices.map((about) => ({ ...about, booking: { ...about.booking, specialist: 'nobody' } })),
})

describe('messages that are rewritten', () => {
  it('say the new wherever they wait, and of nothing left nothing is there', async () => {
    const { outbox, database } = await told(message('m1'), message('m2'), message('m3'), message('m4'))
    await outbox.relayed(region, message('m1'), rest)
    await outbox.relayed(region, message('m3'), message('m3', later))
    const half = (one: OutboxMessage) => (one.id === 'm3' || one.id === 'm4' ? undefined : withoutName(one))
    await rewriteMessages(database, region, half)
    expect(await outbox.waiting(region)).toEqual([withoutName(message('m2'))])
    expect(await outbox.news(region)).toEqual([withoutName(rest)])
  })

  it('are not made what they were by whoever read them before', async () => {
    const { outbox, database } = await told(message('m1'))
    await rewriteMessages(database, region, withoutName)
    await outbox.relayed(region, message('m1'), rest)
    expect(await outbox.waiting(region)).toEqual([withoutName(message('m1'))])
    expect(await outbox.news(region)).toEqual([])
  })

  it('are not made what they were by whoever was about to relay them', async () => {
    const { outbox, database } = await told(message('m1'))
    const slow = anotherClient(database)
    const held = holdAt(slow.client, 'before', 'TransactWriteItems')
    const relaying = outboxStore(slow).relayed(region, message('m1'), rest)
    await held.reached
    await rewriteMessages(database, region, withoutName)
    held.release()
    await relaying
    expect(await outbox.waiting(region)).toEqual([withoutName(message('m1'))])
    expect(await outbox.news(region)).toEqual([])
  })

  it('are found as news where they are relayed meanwhile', async () => {
    const { outbox, database } = await told(message('m1'))
    const slow = anotherClient(database)
    const held = holdAt(slow.client, 'after', 'Query')
    const rewriting = rewriteMessages(slow, region, withoutName)
    await held.reached
    await outbox.relayed(region, message('m1'), rest)
    held.release()
    await rewriting
    expect([await outbox.waiting(region), await outbox.news(region)]).toEqual([[], [withoutName(rest)]])
  })
})

it('a message lies in the outbox of its region alone', async () => {
  const { database, outbox } = await told(message('m1'))
  expect(await outbox.waiting('other')).toEqual([])
  expect(await regionStore(database).regions()).toEqual([region])
})
