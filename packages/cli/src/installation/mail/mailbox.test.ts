import { existsSync, mkdtempDisposableSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openMailbox } from './mailbox.ts'

const day = 24 * 3_600_000
const now = Date.parse('2026-11-23T08:00:00Z')
const raw = (text: string) => new TextEncoder().encode(text)
const aFolder = () => mkdtempDisposableSync(join(tmpdir(), 'vertretbar-'))

/** The mails that are kept, the newest first. */
async function texts(mailbox: Awaited<ReturnType<typeof openMailbox>>): Promise<string[]> {
  const mails = await Promise.all((await mailbox.ids()).map(mailbox.read))
  return mails.map((mail) => new TextDecoder().decode(mail))
}

describe('the mailbox', () => {
  it('keeps what arrives, byte for byte and the newest first, for whoever opens it again', async () => {
    using folder = aFolder()
    const path = join(folder.path, 'mailbox')
    const mailbox = await openMailbox(path, () => now)
    expect(existsSync(path)).toBe(false)
    for (const text of ['first', 'sécond\r\n', 'third']) await mailbox.keep(raw(text))
    const again = await openMailbox(path, () => now)
    expect(await texts(again)).toEqual(['third', 'sécond\r\n', 'first'])
  })

  it('is for its owner alone', async () => {
    using folder = aFolder()
    const path = join(folder.path, 'mailbox')
    await (await openMailbox(path, () => now)).keep(raw('mail'))
    const modes = [path, ...readdirSync(path).map((name) => join(path, name))].map((at) => statSync(at).mode & 0o777)
    expect(modes).toEqual([0o700, 0o600])
  })

  it('lets go of the oldest once there are more than it may keep', async () => {
    using folder = aFolder()
    let at = now
    const mailbox = await openMailbox(folder.path, () => at, { most: 2, longest: 30 * day })
    for (const text of ['first', 'second', 'third']) {
      await mailbox.keep(raw(text))
      at += 1
    }
    expect(await texts(mailbox)).toEqual(['third', 'second'])
  })

  it.each([
    ['on its last day', 30 * day, ['old']],
    ['after that', 30 * day + 1, []],
  ])('has a mail for thirty days: %s', async (_, later, expected) => {
    using folder = aFolder()
    await (await openMailbox(folder.path, () => now)).keep(raw('old'))
    const mailbox = await openMailbox(folder.path, () => now + later)
    expect(await texts(mailbox)).toEqual(expected)
    await mailbox.keep(raw('new'))
    expect(await texts(mailbox)).toEqual(['new', ...expected])
  })

  it('shows nothing that is not a whole mail of its own, and reads nothing outside of its folder', async () => {
    using folder = aFolder()
    const path = join(folder.path, 'mailbox')
    const mailbox = await openMailbox(path, () => now)
    await mailbox.keep(raw('mail'))
    const [id = ''] = await mailbox.ids()
    writeFileSync(join(path, `${id.slice(0, -1)}Z.eml.part`), 'half')
    writeFileSync(join(path, 'notes.eml'), 'mine')
    writeFileSync(join(folder.path, 'secret.eml'), 'secret')
    expect(await texts(mailbox)).toEqual(['mail'])
    for (const other of ['notes', '../secret', '', `../mailbox/${id}`])
      expect(await mailbox.read(other)).toBeUndefined()
  })
})
