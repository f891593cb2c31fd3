import type { Change } from '@vertretbar/domain/change'
import type { Command } from '@vertretbar/domain/command'
import type { FeedSubject } from '@vertretbar/domain/feed'
import { planImport } from '@vertretbar/domain/import'
import { fileOf } from '@vertretbar/domain/region'
import { lending, monday } from '@vertretbar/domain/test-command'
import { feed, member } from '@vertretbar/domain/test-member'
import { testRegion } from '@vertretbar/domain/test-region'
import { feedStore } from '@vertretbar/store/feed-tokens'
import { importRegion } from '@vertretbar/usecases/import-region'
import type { FeedPlace } from '@vertretbar/usecases/ports'
import { ulid } from 'ulid'
import { describe, expect, it } from 'vitest'
import { done, give, type Installed, id, stored, storedParish } from '../commands/stored-parish.ts'
import { anotherClient, engineOfThisFile, everything } from './engine.ts'
import { writeOf } from './write.ts'

engineOfThisFile()

const [token = '', second = ''] = ['a', 'b'].map((letter) => letter.repeat(64))
const person: FeedSubject = { kind: 'person', specialist: 'parish-r1' }
const members = [
  member('staff'),
  member('person', { roles: [{ role: 'specialist', authority: 'parish' }], specialist: 'parish-r1' }),
]
const calendar = feed('calendar', { member: 'person', token, shows: person })

/** The region with the calendar of a person in it. */
const withCalendar = (): Promise<Installed> => storedParish(lending({ members, feeds: [calendar] }).region)

/** Which calendar a token is for, as somebody reads it who knows nothing yet. */
const known = ({ database }: Installed, of = token): Promise<FeedPlace | undefined> =>
  feedStore(anotherClient(database)).placeOf(of)

const create = (digest: string): Command => ({ kind: 'create-feed', member: 'staff', shows: person, token: digest })

/** More products than one transaction can write. */
const many = (vendor: string): Change[] =>
  Array.from({ length: 120 }, (_, number) => ({
    kind: 'put',
    in: 'products',
    member: { id: `p-${number}`, name: 'P', vendor, accessLeadWorkingDays: 1 },
  }))

describe('a token', () => {
  it('leads to the calendar that was made with it, and nowhere before', async () => {
    const ports = await storedParish(lending({ members }).region)
    expect(await known(ports)).toBeUndefined()
    const { feeds } = await done(ports, { kind: 'create-feed', member: 'person', shows: person, token })
    expect(feeds).toHaveLength(1)
    expect(await known(ports)).toEqual({ region: id, feed: feeds[0] })
    expect((await stored(ports)).region.feeds).toMatchObject([{ id: feeds[0], token, shows: person }])
  })

  it('that is renewed leads nowhere, and the new one to the same calendar', async () => {
    const ports = await withCalendar()
    await done(ports, { kind: 'rotate-feed', feed: 'calendar', token: second })
    expect([await known(ports), await known(ports, second)]).toEqual([undefined, { region: id, feed: 'calendar' }])
  })

  it.each<readonly [string, readonly Command[]]>([
    ['the calendar is given back', [{ kind: 'revoke-feed', feed: 'calendar' }]],
    ['the person is erased', [{ kind: 'erase-person', specialist: 'parish-r1' }]],
    [
      'its member left long ago and is not kept any more',
      [{ kind: 'end-member', member: 'person', validTo: '2025-05-31' }, { kind: 'delete-expired' }],
    ],
  ])('leads nowhere once %s', async (_, commands) => {
    const ports = await withCalendar()
    for (const command of commands) await done(ports, command)
    expect(await known(ports)).toBeUndefined()
    const items = await everything(ports.database)
    expect(items.filter(({ body }) => body?.S?.includes('"calendar"'))).toEqual([])
  })

  it('goes on leading to the calendar of who has left, and is remembered', async () => {
    const ports = await withCalendar()
    await done(ports, { kind: 'end-member', member: 'person', validTo: '2026-05-31' })
    expect(await known(ports)).toEqual({ region: id, feed: 'calendar' })
  })

  it('leads nowhere after an import that takes away what the calendar shows', async () => {
    const [area, ...areas] = testRegion({}).region.serviceAreas
    if (area === undefined) throw new Error('there are areas')
    const ofArea = feed('of-area', { member: 'staff', token, shows: { kind: 'place', authority: 'city', area: 'it' } })
    const serviceAreas = [area, ...areas, { ...area, id: 'it' }]
    const { region } = lending({ serviceAreas, members, feeds: [ofArea] })
    const ports = await storedParish(region)
    expect(await known(ports)).toEqual({ region: id, feed: 'of-area' })
    const file = { ...fileOf(region), serviceAreas: [area, ...areas] }
    const outcome = await importRegion(ports.regions, {
      region: id,
      decide: (current) => planImport(current, file, { mode: 'replace', today: '2026-06-01' }),
      by: { actor: 'operator', at: monday, newId: ulid },
      keep: () => Promise.resolve('kept'),
    })
    expect(outcome).toMatchObject({ ok: true, value: { isApplied: true } })
    expect((await stored(ports)).region.feeds).toBeUndefined()
    expect(await known(ports)).toBeUndefined()
  })

  it('is known after a write larger than one transaction, and forgotten by one', async () => {
    const ports = await storedParish(lending({ members }).region)
    const put: Change = { kind: 'put', in: 'feeds', member: calendar }
    await ports.regions.commit(await stored(ports), writeOf([...many('x'), put]))
    expect(await known(ports)).toEqual({ region: id, feed: 'calendar' })
    const remove: Change = { kind: 'remove', in: 'feeds', id: 'calendar' }
    await ports.regions.commit(await stored(ports), writeOf([...many('y'), remove]))
    expect(await known(ports)).toBeUndefined()
  })

  it('is not touched by a write that came too late', async () => {
    const ports = await withCalendar()
    const before = await stored(ports)
    await done(ports, { kind: 'rotate-feed', feed: 'calendar', token: second })
    const late: Change = { kind: 'remove', in: 'feeds', id: 'calendar' }
    expect(await ports.regions.commit(before, writeOf([late]))).toEqual({ kind: 'conflict' })
    expect(await known(ports, second)).toEqual({ region: id, feed: 'calendar' })
  })
})

describe('the same order sent again', () => {
  it('makes one calendar, with the token of the first, though a token is made anew each time', async () => {
    const ports = await storedParish(lending({ members }).region)
    const first = await done(ports, create(token), { key: 'once' })
    expect(await done(ports, create(second), { key: 'once' })).toEqual(first)
    expect([await known(ports), await known(ports, second)]).toEqual([{ region: id, feed: first.feeds[0] }, undefined])
  })

  it('is another where it shows something else', async () => {
    const ports = await storedParish(lending({ members }).region)
    await done(ports, create(token), { key: 'once' })
    const other: Command = { kind: 'create-feed', member: 'staff', shows: { kind: 'place', authority: 'city' }, token }
    expect(await give(ports, other, { key: 'once' })).toMatchObject({ refusal: { code: 'key-of-another' } })
  })
})
