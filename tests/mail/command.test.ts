import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { filledFolders, processes, serving, vertretbar } from '@vertretbar/cli/test-process'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type MailServer, mailServer } from './mail-server.ts'

/** What `mail list` and `mail retry` tell. */
const Mails = z.object({ mails: z.array(z.looseObject({ kind: z.string() })) })

const filled = filledFolders()
const today = ['--today', '2026-11-23'] as const
const from = 'vertretbar@kreis.example'

const settingFor = ({ address }: MailServer) => ({
  VERTRETBAR_SMTP_URL: `smtp://127.0.0.1:${address.port}`,
  VERTRETBAR_MAIL_FROM: from,
  VERTRETBAR_URL: 'https://vertretbar.kreis.example/',
})

describe('with a mail server of one’s own', processes, () => {
  it('mails go there, those it refuses are told, and tried again when somebody says so', async () => {
    using folder = filled()
    const call = (line: string) => vertretbar([...line.split(' '), ...folder.data, ...today])
    // What the night tells depends on the hour.
    const mails = async (line: string) =>
      Mails.parse(JSON.parse((await call(`${line} --json`)).stdout)).mails.filter(({ kind }) => kind === 'at-once')
    await call('member add --address personal@sickte.example --role hr-manager@sg-sickte --digest-time 23:59')
    await call('booking recall 01J0000000000000000000BK01 --as lender')
    expect((await call('mail list')).stdout).toBe('Alle E-Mails sind verschickt\n')

    await using server = await mailServer((connection) =>
      connection === 0 ? { at: 'recipient', answer: 550 } : 'take',
    )
    const serve = ['serve', '--port', '0', ...folder.data, ...today]
    {
      await using running = await serving(serve, settingFor(server))
      await expect.poll(running.complained).toContain('1 E-Mail lässt sich nicht zustellen')
      expect(running.complained()).not.toContain('sickte')
      expect(running.said).not.toContain('E-Mails verlassen diesen Rechner nicht')
      expect(await running.end('SIGTERM')).toBe(0)
    }
    expect(server.taken).toEqual([])
    const givenUp = {
      kind: 'at-once',
      address: 'personal@sickte.example',
      state: 'given-up',
      tries: 1,
      fault: '550 5.1.1',
    }
    expect(await mails('mail list')).toMatchObject([givenUp])
    expect((await call('mail list')).stdout).toMatch(/^\d E-Mails? \S+, 1 ließ sich nicht zustellen\n/)

    expect(await mails('mail retry')).toMatchObject([{ state: 'waiting', tries: 0 }])
    expect((await call('mail retry --lang en')).stdout).toBe('No e-mail had been given up\n')
    {
      await using running = await serving(serve, settingFor(server))
      await expect.poll(() => server.taken.length).toBe(1)
      expect(await running.end('SIGTERM')).toBe(0)
    }
    expect(server.taken[0]?.to).toEqual(['personal@sickte.example'])
    expect(server.taken[0]?.email.text).toContain('https://vertretbar.kreis.example/')
    expect(await mails('mail list')).toEqual([])
    expect(existsSync(join(folder.path, 'mailbox'))).toBe(false)
  })

  it('what is set wrong is told by its name, and no password is told', async () => {
    using folder = filled()
    const environment = { VERTRETBAR_SMTP_URL: 'smtp://rathaus:geheim@relay?x', VERTRETBAR_MAIL_FROM: from }
    const { status, stdout, stderr } = await vertretbar(['serve', '--port', '0', ...folder.data], environment)
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^VERTRETBAR_URL: Diese Umgebungsvariable/m)
    expect(stderr).toMatch(/^VERTRETBAR_SMTP_URL: Diese Umgebungsvariable/m)
    expect(stderr).not.toContain('geheim')
  })
})

describe('without one', processes, () => {
  it('the application says where mails are shown, and only this machine sees them', async () => {
    using folder = filled()
    await using running = await serving(['serve', '--port', '0', ...folder.data, ...today])
    const mailbox = / (http:\/\/localhost:\d+) – ein Mailserver ist nicht eingestellt\./.exec(running.said)?.[1] ?? ''
    expect(new URL(mailbox).origin).not.toBe(new URL(running.url).origin)
    const own = await fetch(mailbox)
    expect([own.status, await own.text()]).toEqual([200, expect.stringContaining('Noch ist keine E-Mail angekommen.')])
    const foreign = await fetch(mailbox, { headers: { Origin: 'https://elsewhere.example' } })
    expect(foreign.status).toBe(421)
    expect(await running.end('SIGTERM')).toBe(0)
    await expect(fetch(mailbox)).rejects.toThrow('fetch failed')
  })
})
