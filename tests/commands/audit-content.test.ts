import type { Command } from '@vertretbar/domain/command'
import { ask, lending, thursday, wednesday, wednesdayPm } from '@vertretbar/domain/test-command'
import { authorityKey, type Item } from '@vertretbar/store/table'
import { verifyAudit } from '@vertretbar/usecases/verify-audit'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { engineOfThisFile, everything, standing } from '../store/engine.ts'
import { anImport } from '../store/write.ts'
import { done, findingsOf, type Installed, id, loggedAs, stored, storedParish } from './stored-parish.ts'
import { type Tampering, tampering, without } from './tampering.ts'

engineOfThisFile()

const acknowledge: Command = { kind: 'acknowledge-gap', requirement: 'wanted', need: 0, halfDay: wednesday }

describe('content that was changed behind the back of the log is found', () => {
  let ports: Installed
  let hand: Tampering
  let booking: string
  /** The booking as it was asked for, and a mark that another took the place of. */
  let older: Item
  let removed: Item
  let untouched: readonly Item[]

  beforeAll(async () => {
    ports = await storedParish()
    hand = tampering(ports)
    const requested = await done(ports, ask({}))
    booking = `BOOKING#${requested.bookings[0]}`
    older = await hand.row(booking)
    const mark = await done(ports, acknowledge)
    removed = await hand.row(`MARK#${mark.gapMarks[0]}`)
    await done(ports, acknowledge)
    await done(ports, { kind: 'consent', booking: requested.bookings[0] ?? '', as: 'both', way: 'telephone' })
    await done(ports, { kind: 'record-absence', specialist: 'city-p2', from: thursday, to: thursday })
    const { region: head } = (await stored(ports)).region
    await done(ports, { kind: 'put-head', head: { ...head, name: 'Other' } })
    untouched = await everything(ports.database)
  })

  beforeEach(async () => {
    await hand.restore(untouched)
    expect(await findingsOf(ports)).toEqual([])
  })

  it.each<readonly [string, (item: Item) => Item]>([
    ['what it says', (item) => ({ ...item, body: { S: String(item.body?.S).replace('confirmed', 'requested') } })],
    ['its salt', (item) => ({ ...item, salt: { S: '0'.repeat(32) } })],
    ['no salt', (item) => without(item, 'salt')],
    ['no body', (item) => without(item, 'body')],
  ])('in a booking: %s', async (_, change) => {
    await hand.put(change(await hand.row(booking)))
    expect(await findingsOf(ports)).toEqual([
      { code: 'content', number: 5, item: await loggedAs(ports, `city/${booking}`) },
    ])
  })

  it('in a booking that is as it was before the last entry about it', async () => {
    await hand.put(older)
    expect(await findingsOf(ports)).toEqual([
      { code: 'content', number: 5, item: await loggedAs(ports, `city/${booking}`) },
    ])
  })

  it.each([
    ['the absences of a person', 'SPECIALIST#city-p2', 'city/SPECIALIST#city-p2', 6],
    ['the region itself', `REGION#${id}`, `/REGION#${id}`, 7],
  ])('in %s', async (_, name, item, number) => {
    const { body, ...row } = await hand.row(name)
    await hand.put({ ...row, body: { S: `${body?.S} ` } })
    expect(await findingsOf(ports)).toEqual([{ code: 'content', number, item: await loggedAs(ports, item) }])
  })

  it('removed', async () => {
    await hand.drop(await hand.row(booking))
    expect(await findingsOf(ports)).toEqual([
      { code: 'content', number: 5, item: await loggedAs(ports, `city/${booking}`) },
    ])
  })

  it('moved to another authority', async () => {
    const item = await hand.row(booking)
    await hand.drop(item)
    await hand.put({ ...item, pk: { S: authorityKey(id, 'parish') } })
    expect(await findingsOf(ports)).toEqual([
      { code: 'content', number: 5, item: await loggedAs(ports, `city/${booking}`) },
    ])
  })

  it('added where the log says that it is gone', async () => {
    await hand.put(removed)
    const item = await loggedAs(ports, `parish/${removed.sk?.S?.split('#').slice(2).join('#')}`)
    expect(await findingsOf(ports)).toEqual([{ code: 'content', number: 4, item }])
  })

  it('in several items at once, though the log is whole', async () => {
    await hand.drop(await hand.row(booking))
    await hand.put(removed)
    expect((await findingsOf(ports)).map(({ code }) => code)).toEqual(['content', 'content'])
  })
})

const product = (number: number, name = 'X'): Command => ({
  kind: 'put-entry',
  in: 'products',
  member: { id: `x-${number}`, name, vendor: 'X', accessLeadWorkingDays: 0 },
})
const verdict = async ({ audit }: Installed) => {
  const verified = await verifyAudit(audit, id)
  return verified.ok ? verified.value : verified.refusal
}

describe('an untouched log is found whole', () => {
  it('after an import alone, and with the digest that the head names', async () => {
    const { audit, ...ports } = await storedParish()
    const last = await audit.last(id)
    expect(await verdict({ audit, ...ports })).toEqual({ entries: 1, digest: last?.digest, findings: [] })
  })

  it('after commands that put, change and remove', async () => {
    const ports = await storedParish()
    const { bookings } = await done(ports, ask({ halfDays: [wednesday, wednesdayPm] }))
    await done(ports, { kind: 'refuse-booking', booking: bookings[0] ?? '', as: 'lender' })
    await done(ports, { kind: 'withdraw-absence', absence: 'parish-p1-2026-05-01-am' })
    await done(ports, product(1))
    await done(ports, { kind: 'remove-entry', in: 'products', id: 'x-1' })
    expect((await stored(ports)).region.refusals).toEqual([])
    expect(await verdict(ports)).toMatchObject({ entries: 6, findings: [] })
  })

  it('after somebody went to another authority with all their bookings', async () => {
    const ports = await storedParish()
    await done(ports, ask({}))
    const person = (await stored(ports)).index.specialist('city-p1')
    await done(ports, {
      kind: 'put-entry',
      in: 'specialists',
      member: { ...person, authority: 'parish', homeArea: 'audit' },
    })
    expect(await verdict(ports)).toMatchObject({ entries: 3, findings: [] })
  })

  it('after one thing was changed while the clock was put forward and back, over the turn of a year', async () => {
    const ports = await storedParish()
    const moments = ['2026-12-31T23:30:00Z', '2027-02-01T08:00:00Z', '2025-11-30T08:00:00Z', '2026-06-01T08:00:00Z']
    for (const [number, at] of moments.entries()) {
      ports.clock.now = Date.parse(at)
      await done(ports, product(1, `Name ${number}`))
      expect(await verdict(ports)).toMatchObject({ entries: number + 2, findings: [] })
    }
  })

  it('after a command too large for one transaction, and others before and after it', async () => {
    const ports = await storedParish()
    await done(ports, ask({}))
    const snapshot = await standing(ports.regions, id)
    const many = Array.from({ length: 120 }, (_, number) => product(number))
    const changes = many.flatMap((command) =>
      command.kind === 'put-entry' && command.in === 'products'
        ? [{ kind: 'put' as const, in: command.in, member: command.member }]
        : [],
    )
    const deed = { ...anImport, action: 'put-entry' }
    await ports.regions.commit(snapshot, { changes, ledger: [], message: undefined, deed, keyed: undefined })
    expect(await verdict(ports)).toMatchObject({ entries: 3, findings: [] })
    await done(ports, { kind: 'remove-entry', in: 'products', id: 'x-7' })
    expect(await verdict(ports)).toMatchObject({ entries: 4, findings: [] })
  })

  it('after a second import, which speaks of everything anew', async () => {
    const ports = await storedParish()
    await done(ports, ask({}))
    await ports.regions.replace(lending().region, 2, anImport)
    await done(ports, product(1))
    expect(await verdict(ports)).toMatchObject({ entries: 4, findings: [] })
  })

  it('where there is such a region', async () => {
    const { audit } = await storedParish()
    expect(await verifyAudit(audit, 'none')).toEqual({ ok: false, refusal: { code: 'no-region' } })
  })
})
