import type { Mail } from '@vertretbar/domain/alert'
import { mailStore } from '@vertretbar/store/mails'
import type { StoredMail } from '@vertretbar/usecases/alert-ports'
import { describe, expect, it } from 'vitest'
import { callsOf } from './calls.ts'
import { anotherClient, engineOfThisFile, everything, freshDatabase } from './engine.ts'

engineOfThisFile()

const minute = 60_000
const day = 24 * 60 * minute
const at = Date.parse('2026-11-23T02:30:00Z')
const sixOClock = Date.parse('2026-11-23T05:00:00Z')
const instant = (milliseconds: number): string => new Date(milliseconds).toISOString()

const mail = (id: string, fields: Partial<Mail> = {}): Mail => ({
  id,
  kind: 'digest',
  to: 'member-1',
  at: instant(at),
  notBefore: instant(sixOClock),
  alerts: [{ kind: 'agreement-ends', agreement: 'pool', on: '2026-12-31' }],
  ...fields,
})

const waiting = (one: Mail, fields: Partial<StoredMail> = {}): StoredMail => ({
  mail: one,
  state: 'waiting',
  tries: 0,
  nextTryAt: one.notBefore,
  ...fields,
})

const ended = (one: Mail, fields: Partial<StoredMail> = {}): StoredMail =>
  waiting(one, { state: 'sent', tries: 1, endedAt: instant(sixOClock), ...fields })

const names = (mails: readonly StoredMail[]): string[] => mails.map((one) => one.mail.id)

async function stored(...mails: Mail[]) {
  const database = await freshDatabase()
  const store = mailStore(database)
  await store.add('goslar', mails)
  return { database, store }
}

describe('a mail', () => {
  it('waits from its adding on, and is due from the time on before which it is not to be sent', async () => {
    const { store } = await stored(mail('one'))
    expect(await store.all('goslar')).toEqual([waiting(mail('one'))])
    expect(await store.due('goslar', sixOClock - 1)).toEqual([])
    expect(await store.due('goslar', sixOClock)).toEqual(['one'])
    expect(await store.read('goslar', 'one')).toEqual(waiting(mail('one')))
    expect(await store.due('salzgitter', sixOClock)).toEqual([])
    expect(await store.read('salzgitter', 'one')).toBeUndefined()
  })

  it('is due before those that are due later, and told after those that came before', async () => {
    const { store } = await stored(
      mail('a', { at: instant(at), notBefore: instant(sixOClock) }),
      mail('b', { at: instant(at + 2), notBefore: instant(sixOClock - 1) }),
      mail('c', { at: instant(at + 1), notBefore: instant(sixOClock - 2) }),
    )
    expect(await store.due('goslar', sixOClock)).toEqual(['c', 'b', 'a'])
    expect(names(await store.all('goslar'))).toEqual(['a', 'c', 'b'])
  })

  it.each<[string, StoredMail]>([
    ['waits', waiting(mail('one'), { tries: 2, nextTryAt: instant(at), fault: '451' })],
    ['is sent', ended(mail('one'))],
    ['was given up', ended(mail('one'), { state: 'given-up', fault: '550' })],
    ['was dropped', ended(mail('one'), { state: 'dropped', tries: 0 })],
  ])('that is known is not added again: one that %s', async (_, known) => {
    const { database, store } = await stored(mail('one'))
    await store.put('goslar', known)
    const before = await everything(database)
    await store.add('goslar', [mail('one', { to: 'member-2' })])
    expect(await everything(database)).toEqual(before)
    expect(await store.all('goslar')).toEqual([known])
  })

  it('is added once by several at once', async () => {
    const database = await freshDatabase()
    const stores = [database, anotherClient(database), anotherClient(database)].map(mailStore)
    await Promise.all(stores.map((one, index) => one.add('goslar', [mail('one', { to: `member-${index}` })])))
    expect(await stores[0]?.all('goslar')).toHaveLength(1)
    expect(await stores[0]?.due('goslar', sixOClock)).toHaveLength(1)
  })

  it('that was tried is due again when it says, and one that has ended never', async () => {
    const { store } = await stored(mail('one'), mail('two'))
    await store.put('goslar', waiting(mail('one'), { tries: 1, nextTryAt: instant(sixOClock + minute), fault: '421' }))
    await store.put('goslar', ended(mail('two')))
    expect(await store.due('goslar', sixOClock + minute - 1)).toEqual([])
    expect(await store.due('goslar', sixOClock + minute)).toEqual(['one'])
    expect(await store.due('goslar', sixOClock + 29 * day)).toEqual(['one'])
  })

  it.each<[string, StoredMail, StoredMail]>([
    ['one that is sent, by who failed to send it', ended(mail('one')), waiting(mail('one'), { tries: 1 })],
    ['one that is sent, by who gave it up', ended(mail('one')), ended(mail('one'), { state: 'given-up', tries: 1 })],
    ['one that is sent, by who found nobody', ended(mail('one')), ended(mail('one'), { state: 'dropped', tries: 0 })],
    [
      'one with more tries, by who tried before',
      waiting(mail('one'), { tries: 3 }),
      waiting(mail('one'), { tries: 2 }),
    ],
  ])('is not put back by whoever knows less: %s', async (_, known, late) => {
    const { store } = await stored(mail('one'))
    await store.put('goslar', known)
    await store.put('goslar', late)
    expect(await store.all('goslar')).toEqual([known])
    expect(await store.due('goslar', sixOClock + day)).toHaveLength(known.state === 'waiting' ? 1 : 0)
  })

  it('that was given up is tried again once somebody begins anew', async () => {
    const { store } = await stored(mail('one'))
    await store.put('goslar', ended(mail('one'), { state: 'given-up', tries: 29, fault: '550' }))
    await store.put('goslar', waiting(mail('one'), { nextTryAt: instant(at) }))
    expect(await store.due('goslar', at)).toEqual(['one'])
    await store.sweep('goslar', at + 400 * day)
    expect(names(await store.all('goslar'))).toEqual(['one'])
  })

  it('that nobody knows cannot be begun anew', async () => {
    const { database, store } = await stored()
    await store.put('goslar', waiting(mail('one')))
    expect(await everything(database)).toEqual([])
  })

  it('that has ended is kept for thirty days, and one that waits for as long as it does', async () => {
    const { database, store } = await stored(mail('one'), mail('two'))
    await store.put('goslar', ended(mail('two')))
    await store.sweep('goslar', sixOClock + 30 * day - 1000)
    expect(names(await store.all('goslar'))).toEqual(['one', 'two'])
    const endsAt = (await everything(database)).flatMap(({ expiresAt }) => (expiresAt ? [Number(expiresAt.N)] : []))
    expect(endsAt).toEqual([(sixOClock + 30 * day) / 1000])
    await store.sweep('goslar', sixOClock + 30 * day)
    expect(names(await store.all('goslar'))).toEqual(['one'])
    expect(await everything(database)).toHaveLength(2)
  })

  it('with a thousand gaps of a quarter of a year is stored', async () => {
    const halfDays = Array.from({ length: 120 }, (_, number) => ({
      halfDay: `2026-1${number % 2}-${String(10 + (number % 20))}/pm`,
      shortage: 1,
    }))
    const gap = { requirement: 'parish.payroll', need: 0, authority: 'parish', area: 'payroll', halfDays, blocks: [] }
    const alerts = Array.from({ length: 1000 }, (_, number) => ({
      kind: 'gap-new' as const,
      gap: `gap-${number}`,
      severity: 'later' as const,
      ...gap,
    }))
    const large = mail('large', { alerts })
    expect(JSON.stringify(large).length).toBeGreaterThan(4_000_000)
    const { store } = await stored(large)
    expect(await store.read('goslar', 'large')).toEqual(waiting(large))
  })

  it('costs nothing to those who look for what is due, once it has ended', async () => {
    const { database, store } = await stored(mail('one'), mail('two'))
    await store.put('goslar', ended(mail('one')))
    const calls = callsOf(database.client)
    expect(await store.due('goslar', sixOClock)).toEqual(['two'])
    expect(calls).toEqual(['Query'])
    const marks = (await everything(database)).filter(({ pk }) => pk?.S === 'R#goslar#DUE')
    expect(marks).toHaveLength(1)
  })
})
