import { smtpTransport } from '@vertretbar/cli/installation/mail/smtp-transport'
import { quickPath } from '@vertretbar/cli/installation/quick-path'
import { operator } from '@vertretbar/domain/actor'
import type { Command } from '@vertretbar/domain/command'
import { drain } from '@vertretbar/usecases/drain'
import { execute } from '@vertretbar/usecases/execute'
import { retryGivenUp } from '@vertretbar/usecases/given-up-mails'
import { describe, expect, it } from 'vitest'
import { campaign } from '../campaign.ts'
import { type Random, randomOf } from '../generate/random.ts'
import { engineOfThisFile } from '../store/engine.ts'
import { type Fate, mailServer, type TakenMail } from './mail-server.ts'
import { mailsTo, type Office, officeOf, region, sendAll } from './office.ts'

engineOfThisFile()

const minute = 60_000
/** Long enough that only who says nothing at all is given up, also on a machine that has other work. */
const patience = { untilHandedOver: 3000, untilTaken: 3000 }

const moments = ['greeting', 'sender', 'recipient', 'content'] as const

/** One connection in a hundred is cut after its mail was taken, the first of them early on. */
const isCut = (connection: number): boolean => connection % 100 === 7

/** Of the others every fifth is told to come again, and every twentieth is told nothing at all. */
function fateFrom(random: Random, connection: number): Fate {
  if (isCut(connection)) return 'cut'
  const drawn = random.int(1, 100)
  if (drawn <= 20) return { at: random.pick(moments), answer: random.pick([421, 450, 451, 452]) }
  return drawn <= 25 ? { at: random.pick(moments), answer: undefined } : 'take'
}

campaign('every mail arrives through a server that often fails', { test: 2, prove: 40 }, async (seed) => {
  const random = randomOf(seed)
  const office = await officeOf(20)
  const mails = mailsTo(office, 50)
  await office.ports.mails.add(region, mails)
  await using server = await mailServer((connection) => fateFrom(random, connection))
  await sendAll(office, server.address, patience)
  const kept = await office.ports.mails.all(region)
  expect(kept.map(({ state }) => state)).toEqual(mails.map(() => 'sent'))
  const arrived = Map.groupBy(server.taken, ({ id }) => id)
  expect([...arrived.keys()].toSorted()).toEqual(mails.map(({ id }) => id).toSorted())
  for (const mail of mails) expectOneMail(arrived.get(mail.id) ?? [], addressOf(office, mail.to))
  expect(office.counted).toEqual({ 'mail-sent': 50, 'mail-retried': server.connections() - 50 })
  expect(office.reported).toEqual([])
})

/** All that arrived of a mail is the same, and only what nobody heard of came again. */
function expectOneMail(copies: readonly TakenMail[], address: string | undefined): void {
  expect(copies.filter(({ wasCut }) => !wasCut)).toHaveLength(1)
  for (const { to, email } of copies) {
    expect(to).toEqual([address])
    expect(email.messageId).toBe(copies[0]?.email.messageId)
    expect(email.text).toBe(copies[0]?.email.text)
  }
}

const addressOf = ({ members }: Office, id: string): string | undefined => members.find((one) => one.id === id)?.address

/** Two covers that are called back, which is told at once, and people who fall ill. */
const writes: readonly Command[] = [
  { kind: 'recall-booking', booking: '01J0000000000000000000BK01', as: 'lender' },
  { kind: 'recall-booking', booking: '01J0000000000000000000BK02', as: 'lender' },
  ...['cr-p1', 'lk-p2', 'lk-p3', 'st-p1'].map(
    (specialist): Command => ({ kind: 'record-absence', specialist, from: '2027-01-11/am', to: '2027-01-12/pm' }),
  ),
]

describe('while no mail goes out for an hour', () => {
  it('everything is stored as fast as ever, and every mail arrives once afterwards', async () => {
    const office = await officeOf(3)
    const { ports, clock, counted } = office
    const silent = await mailServer(() => ({ at: 'greeting', answer: undefined }))
    const { address } = silent
    const end = new AbortController()
    const sendMail = smtpTransport(address, { now: ports.now, stopped: end.signal })
    const quick = quickPath({ ...ports, sendMail }, () => end.abort())
    quick.begin(region, ports.baseUrl)
    for (const command of writes) {
      const startedAt = performance.now()
      const done = await execute(
        { ...ports, regions: quick.regions },
        { region, command, actor: operator, key: undefined },
      )
      expect(done).toMatchObject({ ok: true })
      expect(performance.now() - startedAt).toBeLessThan(1000)
    }
    await expect.poll(silent.connections).toBeGreaterThan(0)
    const standing = await ports.regions.stateOf(region)
    await expect.poll(async () => (await ports.watches.read(region))?.state, { timeout: 1000 }).toBe(standing?.state)
    await quick[Symbol.asyncDispose]()
    await silent[Symbol.asyncDispose]()

    for (let minutes = 0; minutes < 60; minutes += 10) {
      clock.now += 10 * minute
      await drain(
        { ...ports, sendMail: smtpTransport(address, { now: ports.now, stopped: new AbortController().signal }) },
        region,
      )
    }
    expect(counted).toEqual({ 'mail-retried': counted['mail-retried'] })

    await using server = await mailServer(() => 'take', { port: address.port })
    await sendAll(office, server.address, patience)
    const mails = await ports.mails.all(region)
    expect(mails.length).toBeGreaterThanOrEqual(6)
    expect(mails.every(({ state, tries }) => state === 'sent' && tries > 4)).toBe(true)
    expect(server.taken.map(({ id }) => id).toSorted()).toEqual(mails.map(({ mail }) => mail.id).toSorted())
  })
})

describe('a mail that nobody takes', () => {
  it('is given up after a day, with more and more time between, and that is counted', async () => {
    const office = await officeOf(1)
    const begunAt = office.clock.now
    await office.ports.mails.add(region, mailsTo(office, 1))
    const triedAt: number[] = []
    await using server = await mailServer(() => {
      triedAt.push((office.clock.now - begunAt) / minute)
      return { at: 'recipient', answer: 450 }
    })
    await sendAll(office, server.address, patience)
    expect(triedAt.slice(0, 8)).toEqual([0, 1, 3, 8, 18, 38, 78, 138])
    expect(triedAt.at(-1)).toBeGreaterThan(22 * 60)
    expect(triedAt.at(-1)).toBeLessThanOrEqual(24 * 60)
    expect(await office.ports.mails.all(region)).toMatchObject([
      { state: 'given-up', tries: triedAt.length, fault: '450 4.2.1' },
    ])
    expect(office.counted).toEqual({ 'mail-retried': triedAt.length - 1, 'mail-given-up': 1 })
  })

  it('is given up at once where there is no such mailbox, and holds up nobody else', async () => {
    const office = await officeOf(2)
    await office.ports.mails.add(region, mailsTo(office, 2))
    await using server = await mailServer((connection) =>
      connection === 0 ? { at: 'recipient', answer: 550 } : 'take',
    )
    await sendAll(office, server.address, patience)
    expect(office.counted).toEqual({ 'mail-sent': 1, 'mail-given-up': 1 })
    expect(server.connections()).toBe(2)
  })

  it('goes out once somebody has it tried again', async () => {
    const office = await officeOf(1)
    await office.ports.mails.add(region, mailsTo(office, 1))
    await using server = await mailServer((connection) =>
      connection === 0 ? { at: 'recipient', answer: 550 } : 'take',
    )
    await sendAll(office, server.address, patience)
    expect(server.taken).toEqual([])
    expect(await retryGivenUp(office.ports, region)).toMatchObject([{ mail: { id: 'digest.0' }, state: 'waiting' }])
    await sendAll(office, server.address, patience)
    expect(server.taken).toMatchObject([{ id: 'digest.0', to: [office.members[0]?.address] }])
    expect(await retryGivenUp(office.ports, region)).toEqual([])
  })
})
