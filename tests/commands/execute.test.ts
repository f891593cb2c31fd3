import { putBooking } from '@vertretbar/domain/booking-change'
import { changed } from '@vertretbar/domain/change'
import type { Command } from '@vertretbar/domain/command'
import { OutboxMessage } from '@vertretbar/domain/message'
import {
  ask,
  cover,
  lending,
  monday,
  payable,
  thursday,
  wednesday,
  wednesdayPm,
  worked,
} from '@vertretbar/domain/test-command'
import type { Order } from '@vertretbar/usecases/execute'
import { describe, expect, it } from 'vitest'
import { engineOfThisFile, everything } from '../store/engine.ts'
import { done, give, id, itemsOf, stored, storedParish } from './stored-parish.ts'

engineOfThisFile()

const away: Command = { kind: 'record-absence', specialist: 'city-p2', from: thursday, to: thursday }
describe('a command that is carried out', () => {
  it('leaves the region as decided, and says what it touched', async () => {
    const ports = await storedParish()
    const outcome = await done(ports, ask({ halfDays: [thursday] }, {}))
    const { version, region } = await stored(ports)
    expect(outcome).toEqual({
      version: 2,
      bookings: region.bookings.map(({ id: of }) => of),
      absences: [],
      gapMarks: [],
      members: [],
      feeds: [],
    })
    expect(version).toBe(2)
    expect(region.bookings).toMatchObject([
      { halfDays: [thursday], status: 'requested', requestedAt: monday, requestedBy: 'clerk-7' },
      { halfDays: [wednesday], status: 'requested' },
    ])
  })

  it('names the absence or the mark that it left', async () => {
    const ports = await storedParish()
    const { absences } = await done(ports, away)
    expect((await stored(ports)).region.absences.map((absence) => absence.id)).toEqual(
      expect.arrayContaining([...absences]),
    )
    expect(absences).toHaveLength(1)
    const mark = await done(ports, { kind: 'acknowledge-gap', requirement: 'wanted', need: 0, halfDay: wednesday })
    expect(mark).toMatchObject({ version: 3, bookings: [], absences: [], gapMarks: [expect.any(String)] })
  })

  it('stores its message, its entry in the log and its key with it', async () => {
    const ports = await storedParish()
    await done(ports, ask({}), { key: 'once' })
    const [message, ...others] = await itemsOf(ports, 'OUTBOX')
    expect(others).toEqual([])
    expect(OutboxMessage.parse(JSON.parse(String(message?.body?.S)))).toMatchObject({
      at: monday,
      notices: [{ kind: 'requested', halfDays: [wednesday] }],
    })
    const [, entry, ...further] = await ports.audit.slots(id)
    expect(further).toEqual([])
    expect(entry).toMatchObject({
      number: 2,
      entry: { at: monday, actor: 'clerk-7', action: 'request-bookings', ruleSet: 'vertretbar-rules/1' },
    })
    expect(await ports.regions.keyed(id, { actor: 'clerk-7', key: 'once' }, ports.now())).toMatchObject({
      outcome: { version: 2 },
    })
  })

  it('is known under its key for a week, and then forgotten', async () => {
    const ports = await storedParish()
    await done(ports, away, { key: 'once' })
    const known = () => ports.regions.keyed(id, { actor: 'clerk-7', key: 'once' }, ports.now())
    ports.clock.now += 7 * 24 * 3_600_000 - 1
    await ports.regions.forgetKeys(id, ports.now())
    expect(await known()).toBeDefined()
    ports.clock.now += 1
    expect(await known()).toBeUndefined()
    expect(await itemsOf(ports, 'KEY')).toHaveLength(1)
    await ports.regions.forgetKeys(id, ports.now())
    expect(await itemsOf(ports, 'KEY')).toEqual([])
  })

  it('stores no message where there is nothing to tell', async () => {
    const ports = await storedParish()
    await done(ports, away)
    expect(await itemsOf(ports, 'OUTBOX')).toEqual([])
  })

  it('is decided on the German day of the moment', async () => {
    const ports = await storedParish()
    ports.clock.now = Date.parse('2026-06-10T21:59:59.999Z')
    await done(ports, ask({ halfDays: [wednesdayPm] }))
    ports.clock.now += 1
    expect(await give(ports, ask({}))).toMatchObject({ refusal: { halfDays: [{ codes: ['over'] }] } })
  })

  it('settles a cover, and corrects on what was settled before', async () => {
    const ports = await storedParish(
      lending({ ...payable, bookings: [cover({ halfDays: [wednesday, wednesdayPm] })] }).region,
    )
    ports.clock.now = Date.parse('2026-06-12T08:00:00Z')
    for (const halfDays of [[wednesday, wednesdayPm], [wednesday], [wednesday, wednesdayPm], [wednesday, wednesdayPm]])
      await done(ports, worked('both', ...halfDays))
    const entries = await ports.ledger.ofYear(id, 2026)
    expect(entries.map(({ settlement, halfDay, actualMinutes }) => [settlement, halfDay, actualMinutes])).toEqual([
      [0, wednesday, 234],
      [0, wednesdayPm, 234],
      [1, wednesdayPm, -234],
      [2, wednesdayPm, 234],
    ])
  })
})

describe('a command that is refused', () => {
  it('writes nothing at all', async () => {
    const ports = await storedParish()
    const before = await everything(ports.database)
    expect(await give(ports, ask({ halfDays: ['2026-06-13/am'] }), { key: 'once' })).toEqual({
      ok: false,
      refusal: { code: 'barred', halfDays: [{ proposal: 0, halfDay: '2026-06-13/am', codes: ['not-short'] }] },
    })
    expect(await everything(ports.database)).toEqual(before)
  })

  it('leaves its key for another', async () => {
    const ports = await storedParish()
    await give(ports, ask({ halfDays: ['2026-06-13/am'] }), { key: 'once' })
    expect(await done(ports, ask({}), { key: 'once' })).toMatchObject({ version: 2 })
  })

  it('for a region that is not there', async () => {
    const ports = await storedParish()
    expect(await give(ports, ask({}), { region: 'none' })).toEqual({ ok: false, refusal: { code: 'no-region' } })
  })
})

describe('under one key', () => {
  it.each<readonly [string, Command]>([
    ['would be refused a second time', ask({})],
    ['could be carried out a second time', away],
  ])('a command that %s is carried out once, and answered the same each time', async (_, command) => {
    const ports = await storedParish()
    const first = await done(ports, command, { key: 'once' })
    const messages = await itemsOf(ports, 'OUTBOX')
    expect(await done(ports, command, { key: 'once' })).toEqual(first)
    await done(ports, { kind: 'acknowledge-gap', requirement: 'wanted', need: 0, halfDay: wednesday })
    expect(await done(ports, command, { key: 'once' })).toEqual(first)
    expect(await itemsOf(ports, 'OUTBOX')).toEqual(messages)
    expect(await ports.audit.slots(id)).toHaveLength(3)
    expect(await stored(ports)).toMatchObject({ version: 3 })
  })

  it.each<readonly [string, Command]>([
    ['that would be refused anyway', ask({ halfDays: [wednesday, thursday] })],
    ['that could be carried out', ask({ halfDays: [thursday] })],
    ['that differs in its manner alone', ask({ mode: 'on-site' })],
  ])('another command is not carried out: one %s', async (_, command) => {
    const ports = await storedParish()
    await done(ports, ask({}), { key: 'once' })
    const before = await everything(ports.database)
    expect(await give(ports, command, { key: 'once' })).toEqual({ ok: false, refusal: { code: 'key-of-another' } })
    expect(await everything(ports.database)).toEqual(before)
  })

  it('another person gives another command', async () => {
    const ports = await storedParish()
    await done(ports, ask({}), { key: 'once' })
    const order: Partial<Order> = { key: 'once', actor: { kind: 'console', id: 'clerk-8' } }
    expect(await done(ports, ask({ halfDays: [thursday] }), order)).toMatchObject({ version: 3 })
    expect(await give(ports, ask({}), order)).toMatchObject({ refusal: { code: 'key-of-another' } })
  })

  it('of each time none, a command is carried out each time', async () => {
    const ports = await storedParish()
    for (const version of [2, 3]) expect(await give(ports, away)).toMatchObject({ ok: true, value: { version } })
    expect(await give(ports, ask({}))).toMatchObject({ ok: true })
    expect(await give(ports, ask({}))).toMatchObject({ refusal: { code: 'barred' } })
  })
})

it('a command changes what the region was before, and nothing else', async () => {
  const ports = await storedParish()
  const before = await stored(ports)
  const { bookings } = await done(ports, ask({}))
  const { region } = await stored(ports)
  const [booking] = region.bookings
  if (booking === undefined) throw new Error('nothing is booked')
  expect(bookings).toEqual([booking.id])
  expect(region).toEqual(changed(before.region, [putBooking(booking)]))
})
