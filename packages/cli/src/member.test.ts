import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { filledFolders, processes, vertretbar } from './test-process.ts'

const filled = filledFolders()
let folder: ReturnType<typeof filled>
beforeAll(() => {
  folder = filled()
})
afterAll(() => folder[Symbol.dispose]())

const call = (line: string) => vertretbar([...line.split(' '), ...folder.data, '--today', '2026-11-23'])
const dataOf = async (line: string): Promise<unknown> => JSON.parse((await call(`${line} --json`)).stdout)

const Invited = z.object({
  members: z.tuple([z.looseObject({ id: z.string() })]),
  invitation: z.object({ code: z.string(), link: z.string() }),
})
const person = '--address neu@example.de'

describe('nobody is let in, changed or put out', processes, () => {
  it.each([
    ['an address that is none', `member add --address neu --role coordinator`, '--address: '],
    ['a role that is none', `member add ${person} --role boss@cremlingen`, '--role boss@cremlingen: '],
    ['a role without its place', `member add ${person} --role hr-manager`, '--role hr-manager: '],
    [
      'a place where there is none',
      `member add ${person} --role coordinator@cremlingen`,
      '--role coordinator@cremlingen: ',
    ],
    ['an authority that is not there', `member add ${person} --role hr-manager@nowhere`, '--role hr-manager@nowhere: '],
    [
      'an area that is not there',
      `member add ${person} --role area-head@cremlingen/it`,
      '--role area-head@cremlingen/it: ',
    ],
    ['a specialist who is nobody', `member add ${person} --role specialist@cremlingen`, '--specialist: '],
    ['a specialist who is not there', `member add ${person} --role coordinator --specialist xx`, '--specialist: '],
    [
      'a member who is not there to stand for',
      `member add ${person} --role coordinator --deputy-of xx`,
      '--deputy-of xx: ',
    ],
    ['a period that is reversed', `member add ${person} --role coordinator --to 2026-11-22`, '--to: '],
    ['a day that there is not', `member add ${person} --role coordinator --from 2026-02-30`, '--from: '],
    [
      'a time of day that there is not',
      `member add ${person} --role coordinator --digest-time 24:00`,
      '--digest-time: ',
    ],
    ['a member who is not there', 'member change xx --role coordinator', 'xx: '],
    ['nobody to end', 'member end xx --to 2026-11-22', 'xx: '],
    ['nobody to invite', 'member invite xx', 'xx: '],
  ])('by %s, which is told with its place', async (_, line, place) => {
    const { status, stdout, stderr } = await call(line)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr.split('\n').filter((text) => text.startsWith(place))).toHaveLength(1)
  })

  it('by any of these', async () => {
    expect((await call('member list')).stdout).toBe('Niemand hat Zugang\n')
  })
})

describe('a member', processes, () => {
  it('is let in with a code that is told once, changes, and is out', async () => {
    const added = Invited.parse(await dataOf(`member add ${person} --role hr-manager@cremlingen --role coordinator`))
    const [{ id }] = added.members
    const { code, link } = added.invitation
    expect(link).toBe(`/einladung#${code}`)
    expect(code).toMatch(/^[\w-]{32}$/)

    const listed = await call('member list')
    expect(listed.stdout).toMatch(
      /^1 Zugang\n.+\n\s+\w{26}\s+neu@example\.de\s+Personalverwaltung Gemeinde Cremlingen, Koordinierungsstelle\s+ab Mo\., 23\. Nov\. 2026\s+eingeladen bis /,
    )
    const all = await call('member list --json')
    expect(all.stdout).not.toContain(code)
    expect(all.stdout).not.toMatch(/[0-9a-f]{64}/)

    const changed = await dataOf(`member change ${id} --role controller@cremlingen --digest-time 07:30 --to 2026-12-31`)
    expect(changed).toMatchObject({
      members: [
        {
          id,
          address: 'neu@example.de',
          digestTime: '07:30',
          roles: [{ role: 'controller', authority: 'cremlingen' }],
          validFrom: '2026-11-23',
          validTo: '2026-12-31',
          isBound: false,
        },
      ],
    })
    const renewed = Invited.parse(await dataOf(`member invite ${id}`))
    expect(renewed.invitation.code).not.toBe(code)

    const ended = await call(`member end ${id} --to 2026-11-22`)
    expect(ended.stdout).toMatch(
      /^Der Zugang ist beendet\n[\s\S]+ So\., 22\. Nov\. 2026 – So\., 22\. Nov\. 2026\s+nicht eingeladen/,
    )
  })

  it('that is a specialist or a deputy is bound to whom it names', async () => {
    const head = Invited.parse(await dataOf(`member add ${person} --role area-head@lk-wolfenbuettel/audit`))
    const [{ id }] = head.members
    const place = '--role specialist@lk-wolfenbuettel --specialist lk-r2'
    expect(await dataOf(`member add ${person} ${place} --deputy-of ${id} --language en`)).toMatchObject({
      members: [{ specialist: 'lk-r2', deputyOf: [id], language: 'en' }],
    })
  })
})
