import type { Mail } from '@vertretbar/domain/alert'
import { instantOf } from '@vertretbar/domain/instant'
import type { Member } from '@vertretbar/domain/member'
import { monday } from '@vertretbar/domain/test-command'
import type { OutgoingMail, SendMail, StoredMail } from '@vertretbar/usecases/alert-ports'
import { drain } from '@vertretbar/usecases/drain'
import { describe, expect, it } from 'vitest'
import { Died, lifeUntil } from '../store/calls.ts'
import { engineOfThisFile, pointSdkAt } from '../store/engine.ts'
import { failed } from '../store/fates.ts'
import { faultProxy } from '../store/proxy.ts'
import { id, parishWith, readers, storedParish } from './parish.ts'

engineOfThisFile()

const minute = 60_000
const now = Date.parse(monday)

const mail = (name: string, fields: Partial<Mail> = {}): Mail => ({
  id: name,
  kind: 'digest',
  to: readers.parish.id,
  at: monday,
  notBefore: monday,
  alerts: [{ kind: 'agreement-ends', agreement: 'pool', on: '2026-06-30' }],
  ...fields,
})

const accepted = { kind: 'accepted' } as const
const none = { waiting: 0, sent: 0, 'given-up': 0, dropped: 0 }

/** A server that answers each mail as it is told, and knows what it was sent. */
function serverThat(answer: (mail: OutgoingMail) => ReturnType<SendMail>) {
  const got: OutgoingMail[] = []
  const sendMail: SendMail = (one) => {
    got.push(one)
    return answer(one)
  }
  return { got, sendMail, names: () => got.map((one) => one.id) }
}

const taking = () => serverThat(async () => accepted)

/** The parish with mails that wait, and a process that may send them. */
async function waiting(
  mails: readonly Mail[],
  sendMail: SendMail,
  members: readonly Member[] = Object.values(readers),
) {
  const parish = await storedParish({ ...parishWith(), members }, sendMail)
  const ports = parish.ports()
  await ports.mails.add(id, mails)
  const states = async (): Promise<Readonly<Record<string, StoredMail['state']>>> =>
    Object.fromEntries((await ports.mails.all(id)).map((one) => [one.mail.id, one.state]))
  return { ...parish, parish, ports, states, [Symbol.dispose]: () => parish[Symbol.dispose]() }
}

describe('a mail that is due', () => {
  it('goes out once, in the language and to the address of that moment', async () => {
    const server = taking()
    const inEnglish = { ...readers.parish, language: 'en' as const, address: 'new@example.de' }
    using world = await waiting([mail('one')], server.sendMail, [inEnglish])
    expect(await drain(world.ports, id)).toEqual({ ...none, sent: 1 })
    expect(await drain(world.ports, id)).toEqual(none)
    expect(server.got).toMatchObject([{ id: 'one', to: 'new@example.de', language: 'en' }])
    expect(server.got[0]?.text).toContain('Last day: Tue, 30 June 2026')
    expect(world.ports.counted).toEqual(new Map([['mail-sent', 1]]))
  })

  it('waits for the time before which nobody wants to read it', async () => {
    const server = taking()
    using world = await waiting([mail('one', { notBefore: instantOf(now + minute) })], server.sendMail)
    world.place.clock.now = now + minute - 1
    expect(await drain(world.ports, id)).toEqual(none)
    world.place.clock.now = now + minute
    expect(await drain(world.ports, id)).toEqual({ ...none, sent: 1 })
  })

  it.each<[string, readonly Member[], StoredMail['state']]>([
    ['who is no member any more', [], 'dropped'],
    ['whose last day was yesterday', [{ ...readers.parish, validTo: '2026-05-31' }], 'dropped'],
    ['whose last day is today', [{ ...readers.parish, validTo: '2026-06-01' }], 'sent'],
    ['who has never logged in', [readers.parish], 'sent'],
  ])('is for somebody %s', async (_, members, state) => {
    const server = taking()
    using world = await waiting([mail('one')], server.sendMail, members)
    expect(await drain(world.ports, id)).toEqual({ ...none, [state]: 1 })
    expect(await world.states()).toEqual({ one: state })
    expect(server.got).toHaveLength(state === 'sent' ? 1 : 0)
  })
})

const pauses = [1, 2, 5, 10, 20, 40, ...Array.from({ length: 22 }, () => 60)]

describe('a mail that does not go out', () => {
  it('is tried again after growing pauses for a day, and then given up, which is counted', async () => {
    const server = serverThat(async () => ({ kind: 'failed', fault: '451 4.3.0' }))
    using world = await waiting([mail('one')], server.sendMail)
    for (const pause of pauses) {
      expect(await drain(world.ports, id)).toEqual({ ...none, waiting: 1 })
      world.place.clock.now += pause * minute - 1
      expect(await drain(world.ports, id)).toEqual(none)
      world.place.clock.now += 1
    }
    expect(await drain(world.ports, id)).toEqual({ ...none, 'given-up': 1 })
    expect(world.place.clock.now - now).toBeLessThanOrEqual(24 * 60 * minute)
    expect(world.place.clock.now - now).toBeGreaterThan(23 * 60 * minute)
    expect(await world.ports.mails.all(id)).toMatchObject([
      { state: 'given-up', tries: pauses.length + 1, fault: '451 4.3.0' },
    ])
    expect(world.ports.counted).toEqual(
      new Map([
        ['mail-retried', pauses.length],
        ['mail-given-up', 1],
      ]),
    )
  })

  it('for good is given up at once', async () => {
    const server = serverThat(async () => ({ kind: 'refused', fault: '550 5.1.1' }))
    using world = await waiting([mail('one')], server.sendMail)
    expect(await drain(world.ports, id)).toEqual({ ...none, 'given-up': 1 })
    expect(await world.ports.mails.all(id)).toMatchObject([{ state: 'given-up', tries: 1, fault: '550 5.1.1' }])
    expect(world.ports.counted).toEqual(new Map([['mail-given-up', 1]]))
  })

  it('at first and then does tells no fault any more', async () => {
    let isDown = true
    const server = serverThat(async () => (isDown ? { kind: 'failed', fault: 'ECONNREFUSED' } : accepted))
    using world = await waiting([mail('one')], server.sendMail)
    await drain(world.ports, id)
    expect(await world.ports.mails.all(id)).toMatchObject([{ state: 'waiting', tries: 1, fault: 'ECONNREFUSED' }])
    isDown = false
    world.place.clock.now += minute
    await drain(world.ports, id)
    const [stored] = await world.ports.mails.all(id)
    expect(stored).toMatchObject({ state: 'sent', tries: 2 })
    expect(stored).not.toHaveProperty('fault')
  })

  it('because of a fault of ours is reported, tried again, and in the way of no other', async () => {
    const broken = new Error('a fault of ours')
    const server = serverThat((one) => (one.id === 'bad' ? Promise.reject(broken) : Promise.resolve(accepted)))
    const all = ['a', 'bad', ...Array.from({ length: 8 }, (_, number) => `z-${number}`)]
    using world = await waiting(
      all.map((name) => mail(name)),
      server.sendMail,
    )
    expect(await drain(world.ports, id)).toEqual({ ...none, waiting: 1, sent: 9 })
    expect(world.ports.reported).toEqual([broken])
    expect((await world.ports.mails.all(id)).find((one) => one.mail.id === 'bad')).toMatchObject({
      state: 'waiting',
      tries: 1,
      fault: 'fault-of-ours',
    })
  })
})

describe('of several who send the mails of a region', () => {
  const many = Array.from({ length: 30 }, (_, number) => mail(`m-${number}`))

  it('each mail is sent by one, once', async () => {
    const server = taking()
    using world = await waiting(many, server.sendMail)
    const others = Array.from({ length: 3 }, () => world.parish.ports())
    await Promise.all([world.ports, ...others].map((ports) => drain(ports, id)))
    expect(server.names().toSorted()).toEqual(many.map((one) => one.id).toSorted())
  })

  it('the one at work also sends what is stored meanwhile', async () => {
    const free = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const server = serverThat(async () => {
      begun.resolve()
      await free.promise
      return accepted
    })
    using world = await waiting([mail('one')], server.sendMail)
    const sending = drain(world.ports, id)
    await begun.promise
    const other = world.parish.ports()
    await other.mails.add(id, [mail('two')])
    expect(await drain(other, id)).toEqual(none)
    free.resolve()
    expect(await sending).toEqual({ ...none, sent: 2 })
    expect(server.names()).toEqual(['one', 'two'])
  })

  it('another goes on once the one at work has died, and its time is over', async () => {
    const server = taking()
    using world = await waiting(many, server.sendMail)
    const dying = world.parish.ports(lifeUntil(20, 'before'))
    await expect(drain(dying, id)).rejects.toThrow(Died)
    const before = server.got.length
    expect(await drain(world.ports, id)).toEqual(none)
    world.place.clock.now += 3 * minute
    const { sent } = await drain(world.ports, id)
    expect(server.got.length).toBe(before + sent)
    expect(new Set(server.names())).toEqual(new Set(many.map((one) => one.id)))
    expect(new Set(Object.values(await world.states()))).toEqual(new Set(['sent']))
  })

  it('one who stood still for too long sends nothing more, and takes nothing back', async () => {
    const free = Promise.withResolvers<void>()
    const stuck = Promise.withResolvers<void>()
    let calls = 0
    const server = serverThat(async () => {
      calls += 1
      if (calls > 4) return accepted
      stuck.resolve()
      await free.promise
      return { kind: 'failed', fault: 'ETIMEDOUT' }
    })
    using world = await waiting(many, server.sendMail)
    const slow = drain(world.parish.ports(), id)
    await stuck.promise
    world.place.clock.now += 3 * minute
    expect(await drain(world.ports, id)).toEqual({ ...none, sent: many.length })
    free.resolve()
    await slow
    expect(server.got).toHaveLength(many.length + 4)
    expect(new Set(Object.values(await world.states()))).toEqual(new Set(['sent']))
  })

  it('one whose work takes long keeps the others away as long as it goes on', async () => {
    const found: unknown[] = []
    const server = serverThat(async () => {
      world.place.clock.now += minute / 3
      found.push(await drain(world.parish.ports(), id))
      return accepted
    })
    using world = await waiting(many, server.sendMail)
    expect(await drain(world.ports, id)).toEqual({ ...none, sent: many.length })
    expect(found).toEqual(many.map(() => none))
    expect(server.names().toSorted()).toEqual(many.map((one) => one.id).toSorted())
  })
})

it('a mail that is out does not go out again because the store is away for some seconds', async () => {
  const server = taking()
  using world = await waiting([mail('one')], server.sendMail)
  const engine = String(process.env.AWS_ENDPOINT_URL_DYNAMODB)
  let away = 0
  await using proxy = await faultProxy(engine, ({ operation, body }) => {
    if (operation !== 'TransactWriteItems' || !body.includes('#MAIL') || away === 4) return 'pass'
    away += 1
    return failed
  })
  pointSdkAt(proxy.endpoint)
  expect(await drain(world.parish.ports(), id)).toEqual({ ...none, sent: 1 })
  pointSdkAt(engine)
  expect([away, server.names(), await world.states()]).toEqual([4, ['one'], { one: 'sent' }])
})
