import { type ImportMode, planImport } from '@vertretbar/domain/import'
import { parseRegion } from '@vertretbar/domain/read-region'
import { fileOf, type Region } from '@vertretbar/domain/region'
import { lending, monday } from '@vertretbar/domain/test-command'
import { feed, member } from '@vertretbar/domain/test-member'
import { specialist } from '@vertretbar/domain/test-region'
import { feedStore } from '@vertretbar/store/feed-tokens'
import { identityStore } from '@vertretbar/store/identities'
import { importRegion } from '@vertretbar/usecases/import-region'
import { ulid } from 'ulid'
import { describe, expect, it } from 'vitest'
import { done, id, stored, storedParish } from '../commands/stored-parish.ts'
import { engineOfThisFile } from './engine.ts'

engineOfThisFile()

const code = 'a'.repeat(64)
const login = { issuer: 'https://login.example.de', subject: 's-1' }
const members = [
  member('one', { invitation: { code, expiresAt: '2026-06-15T08:00:00.000Z' } }),
  member('person', { roles: [{ role: 'specialist', authority: 'parish' }], specialist: 'parish-r1' }),
]
const calendar = feed('calendar', { member: 'one' })
const { region } = lending({ members, feeds: [calendar] })

/** The region with somebody who has logged in, and what an import of a file into it comes to. */
async function imported(file: Region, mode: ImportMode) {
  const ports = await storedParish(region)
  await done(ports, { kind: 'bind-member', code, identity: login })
  const before = await stored(ports)
  const outcome = await importRegion(ports.regions, {
    region: id,
    decide: (current) => planImport(current, file, { mode, today: '2026-06-01' }),
    by: { actor: 'operator', at: monday, newId: ulid },
    keep: () => Promise.resolve('kept'),
  })
  const known = await identityStore(ports.database).membershipOf(login)
  const read = await feedStore(ports.database).placeOf(calendar.token)
  return { outcome, before, after: await stored(ports), known, read }
}

describe.each<ImportMode>(['upsert', 'replace'])('an import (%s)', (mode) => {
  it('leaves everybody their access, their login and their calendars', async () => {
    const file = { ...fileOf(region), specialists: [...region.specialists, specialist('city-p9')] }
    const { outcome, before, after, known, read } = await imported(file, mode)
    expect(outcome).toMatchObject({ ok: true, value: { isApplied: true } })
    expect(after.region.specialists.map((one) => one.id)).toContain('city-p9')
    expect(after.region.members).toEqual(before.region.members)
    expect(known).toEqual({ region: id, member: 'one' })
    expect(after.region.feeds).toEqual([calendar])
    expect(read).toEqual({ region: id, feed: 'calendar' })
  })

  it('that changes nothing does not take members for a change', async () => {
    const { outcome, before, after } = await imported(fileOf(region), mode)
    expect(outcome).toMatchObject({ ok: true, value: { preview: { head: 'unchanged' } } })
    expect(after.version).toBe(before.version)
  })
})

it('an import that drops a person whom a member is, is refused with the place that needs them', async () => {
  const file = { ...fileOf(region), specialists: region.specialists.filter((one) => one.id !== 'parish-r1') }
  const { outcome, before, after } = await imported(file, 'replace')
  expect(outcome).toMatchObject({
    ok: false,
    refusal: [{ pointer: 'stored:/members/person/specialist', code: 'unknown-reference', id: 'parish-r1' }],
  })
  expect(after).toMatchObject({ version: before.version, region: before.region })
})

it.each([
  ['members', members],
  ['no members', []],
])('a file with a list of %s is refused: it has no such field', (_, list) => {
  const read = parseRegion({ ...fileOf(region), members: list })
  expect(read).toMatchObject({ ok: false, refusal: [{ pointer: '/members', code: 'unknown-field' }] })
})
