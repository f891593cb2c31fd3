import { aFolder } from '@vertretbar/cli/test-process'
import type { Region } from '@vertretbar/domain/region'
import { erasePerson } from '@vertretbar/usecases/erase-person'
import { newInvitation } from '@vertretbar/usecases/invitation'
import { dueFor, exportDays, sweepRetention } from '@vertretbar/usecases/retention'
import { verifyAudit } from '@vertretbar/usecases/verify-audit'
import { afterAll, describe, expect, it } from 'vitest'
import { commandRegion } from '../commands/command-region.ts'
import { Died } from '../store/calls.ts'
import { engineOfThisFile, everything, freshDatabase, standing } from '../store/engine.ts'
import { anImport } from '../store/write.ts'
import { type CrowdPorts, done, elsewhere, id, jobOf, portsOn } from './crowd.ts'
import { at } from './crowded-region.ts'

engineOfThisFile()

const day = 24 * 60 * 60 * 1000
const folder = aFolder()
afterAll(() => folder[Symbol.dispose]())

/** What was over a year and a day before the clock of the tests, beside what is not. */
function agedRegion(): Region {
  const region = commandRegion(id, 0)
  const past = { specialist: 'c1', authority: 'parish', area: 'payroll', agreement: 'pool', status: 'ended' } as const
  return {
    ...region,
    absences: [
      ...region.absences.filter((absence) => absence.id === 'away'),
      { id: 'long-ago', specialist: 'c2', from: '2025-11-03/am', to: '2025-11-22/pm' },
      { id: 'a-year-ago', specialist: 'c2', from: '2025-11-23/am', to: '2025-11-23/pm' },
    ],
    bookings: [
      ...region.bookings,
      { ...past, id: 'declined', halfDays: [], reason: 'declined', closedAt: '2025-11-22T12:00:00.000Z' },
      { ...past, id: 'settled', specialist: 'c3', halfDays: ['2025-10-06/am'], status: 'reconciled' },
    ],
    refusals: [{ requirement: 'parish.payroll', need: 0, halfDay: '2025-11-21/am', specialist: 'c1' }],
  }
}

async function aged(): Promise<CrowdPorts> {
  const ports = portsOn(await freshDatabase(), folder.path)
  await ports.regions.replace(agedRegion(), undefined, anImport)
  return ports
}

const due = { absences: 1, bookings: 2, refusals: 1, gapMarks: 0, members: 0 }
const nothing = { absences: 0, bookings: 0, refusals: 0, gapMarks: 0, members: 0 }
const expiredIds = /"(?:long-ago|declined|settled)"|2025-11-21/

/** What of the region is stored, whether or not anybody is told. */
const stored = async ({ database }: CrowdPorts): Promise<string> =>
  (await everything(database))
    .filter(({ pk, sk }) => /^R#crowd(#A#|$)/.test(pk?.S ?? '') && sk?.S?.startsWith('G#'))
    .map(({ body }) => body?.S)
    .join('\n')

/** Lets a process die before its first transaction, or after it was carried out and before it hears of that. */
function dieAtWrite({ database }: CrowdPorts, when: 'before' | 'after'): void {
  let isDead = false
  database.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const isWrite = commandName === 'TransactWriteItemsCommand'
        if (isDead || (isWrite && when === 'before')) throw new Died()
        const answer = await next(args)
        isDead = isWrite
        if (isDead) throw new Died()
        return answer
      },
    { step: 'initialize', name: 'death' },
  )
}

const actions = async ({ audit }: CrowdPorts) =>
  (await audit.slots(id)).map(({ entry }) => `${entry?.action} ${entry?.actor}`)

describe('what has been kept for as long as it may be', () => {
  it('is told to nobody, though it is not deleted yet', async () => {
    const ports = await aged()
    const { region, index } = await standing(ports.regions, id)
    expect(JSON.stringify(region)).not.toMatch(expiredIds)
    expect(index.absencesOf('c2').map((absence) => absence.id)).toEqual(['a-year-ago', 'away'])
    expect(region.bookings.map((booking) => booking.id)).toEqual(['agreed', 'asked', 'late', 'worked'])
    expect(await stored(ports)).toMatch(expiredIds)
    expect(await dueFor(ports, id)).toEqual(due)
  })

  it('is what was still told yesterday', async () => {
    const ports = await aged()
    ports.clock.now = at - day
    expect((await standing(ports.regions, id)).region.absences.map((absence) => absence.id)).toContain('long-ago')
    ports.clock.now = at
    expect((await standing(ports.regions, id)).region.absences.map((absence) => absence.id)).not.toContain('long-ago')
  })

  it('is deleted by the clock, once, and the log verifies', async () => {
    const ports = await aged()
    expect(await sweepRetention(ports, id)).toEqual({ due, deletedExports: [] })
    expect(await stored(ports)).not.toMatch(expiredIds)
    expect(await actions(ports)).toEqual(['import tester', 'delete-expired clock'])
    const before = await everything(ports.database)
    expect(await sweepRetention(ports, id)).toEqual({ due: nothing, deletedExports: [] })
    expect(await everything(ports.database)).toEqual(before)
    expect(await verifyAudit(ports.audit, id)).toMatchObject({ value: { findings: [] } })
  })

  it('is deleted with whatever is written next, by whomever', async () => {
    const ports = await aged()
    await done(ports, { kind: 'end-absence', absence: 'away', to: '2027-01-12/pm' })
    expect(await stored(ports)).not.toMatch(expiredIds)
    expect(await dueFor(elsewhere(ports), id)).toEqual(nothing)
    expect(await verifyAudit(ports.audit, id)).toMatchObject({ value: { findings: [] } })
  })

  it('stands in nobody’s way: who is left with it alone can be removed', async () => {
    const ports = await aged()
    await done(ports, { kind: 'remove-entry', in: 'specialists', id: 'c3' })
    const { region } = await standing(elsewhere(ports).regions, id)
    expect(region.specialists.map((one) => one.id)).toEqual(['c1', 'c2'])
    expect(await stored(ports)).not.toMatch(expiredIds)
  })

  it.each(['before', 'after'] as const)(
    'is deleted whole, also by a sweep that is cut off %s its write',
    async (when) => {
      const ports = await aged()
      const dying = elsewhere(ports)
      dieAtWrite(dying, when)
      await expect(sweepRetention(dying, id)).rejects.toThrow(Died)
      await sweepRetention(elsewhere(ports), id)
      expect(await stored(ports)).not.toMatch(expiredIds)
      expect((await actions(ports)).filter((action) => action === 'delete-expired clock')).toHaveLength(1)
    },
  )
})

describe('a sweep also deletes', () => {
  it('logins of whom the membership ended a year ago', async () => {
    const ports = await aged()
    const { digest: code } = newInvitation()
    const identity = { issuer: 'https://login.example.de', subject: 'gone' }
    ports.clock.now = at - 400 * day
    const fields = { address: 'gone@example.de', language: 'de', roles: [{ role: 'coordinator' }] } as const
    await done(ports, {
      kind: 'invite-member',
      code,
      fields: { ...fields, validFrom: '2020-01-01', validTo: '2025-11-22' },
    })
    await done(ports, { kind: 'bind-member', code, identity })
    ports.clock.now = at
    expect(await ports.identities.membershipOf(identity)).toBeDefined()
    expect((await sweepRetention(ports, id)).due).toMatchObject({ members: 1 })
    expect(await ports.identities.membershipOf(identity)).toBeUndefined()
  })

  it('keys a week old and plan jobs a day old, and no younger ones', async () => {
    const ports = await aged()
    await done(ports, { kind: 'end-absence', absence: 'away', to: '2027-01-13/pm' }, 'old')
    await ports.jobs.write(jobOf(at))
    const beside = async () =>
      (await everything(ports.database)).flatMap(({ pk, sk }) =>
        /#(?:KEY|JOB)$/.test(pk?.S ?? '') && !sk?.S?.startsWith('clock') ? [sk?.S] : [],
      )
    ports.clock.now = at + day - 1000
    await sweepRetention(ports, id)
    expect(await beside()).toEqual(['job-1', 'operator#old'])
    ports.clock.now = at + day
    await sweepRetention(ports, id)
    expect(await beside()).toEqual(['operator#old'])
    ports.clock.now = at + 7 * day
    await sweepRetention(ports, id)
    expect(await beside()).toEqual([])
  })

  it('kept exports after thirty days, by the time in their names, and nothing else in their folder', async () => {
    const ports = await aged()
    const state = await standing(ports.regions, id)
    ports.clock.now = at - exportDays * day - 1000
    const old = await ports.exports.keep(state)
    ports.clock.now = at - exportDays * day
    await ports.exports.keep(state)
    ports.clock.now = at
    expect((await sweepRetention(ports, id)).deletedExports).toEqual([old])
    expect((await sweepRetention(ports, id)).deletedExports).toEqual([])
  })

  it('what an erasure that was cut off has left', async () => {
    const ports = await aged()
    const dying = elsewhere(ports)
    dieAtWrite(dying, 'after')
    const actor = { kind: 'console', id: 'operator' } as const
    await expect(erasePerson(dying, { region: id, specialist: 'c2', actor, key: undefined })).rejects.toThrow(Died)
    expect(await ports.remains.noted(id)).toHaveLength(1)
    await sweepRetention(elsewhere(ports), id)
    expect(await ports.remains.noted(id)).toEqual([])
    expect(JSON.stringify(await everything(ports.database))).not.toContain('"c2\\"')
    expect((await everything(ports.database)).filter(({ sk }) => sk?.S?.startsWith('SWEEP'))).toEqual([])
  })
})
