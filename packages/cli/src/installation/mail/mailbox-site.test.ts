import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Mailbox, openMailbox } from './mailbox.ts'
import { mailboxSite } from './mailbox-site.ts'

let mailbox: Mailbox
let at = Date.parse('2026-11-23T05:00:00Z')

beforeEach(async () => {
  const folder = mkdtempDisposableSync(join(tmpdir(), 'vertretbar-'))
  mailbox = await openMailbox(folder.path, () => at)
  return () => folder[Symbol.dispose]()
})

const ask = (path: string, init?: RequestInit) => mailboxSite(mailbox)(new Request(`http://localhost${path}`, init))
const textAt = async (path: string, init?: RequestInit) => (await ask(path, init)).text()

const arrived = async (lines: readonly string[]): Promise<string> => {
  at += 60_000
  await mailbox.keep(new TextEncoder().encode(lines.join('\r\n')))
  return (await mailbox.ids())[0] ?? ''
}

const digest = [
  'From: Vertretbar <vertretbar@vertretbar.invalid>',
  'To: personal@cremlingen.example',
  'Subject: =?UTF-8?Q?2_L=C3=BCcken?=',
  'X-Vertretbar-Message: digest.2026-11-23.hr',
  'Content-Type: multipart/alternative; boundary=part',
  '',
  '--part',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Zur Lücke (http://localhost:8787/luecke/1).',
  '--part',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p style="color: red">Zur Lücke</p><script>alert(1)</script>',
  '--part--',
  '',
]

const hostile = [
  'From: <img src=x onerror=alert(1)> <a@b.example>',
  'To: "<script>alert(2)</script>" <c@d.example>',
  'Subject: </title><script>alert(3)</script>',
  'X-Vertretbar-Message: "><script>alert(4)</script>',
  '',
  '<script>alert(5)</script> javascript:alert(6) http://x.example/"onmouseover="alert(7) &lt;',
]

describe('the pages of the mailbox', () => {
  it('say that nothing has arrived yet', async () => {
    expect(await textAt('/')).toContain('Noch ist keine E-Mail angekommen.')
  })

  it('list what arrived, the newest first', async () => {
    const first = await arrived(digest)
    const second = await arrived(['Subject: =?UTF-8?Q?Zur=C3=BCckgerufen?=', 'To: a@b.example', '', 'x'])
    const text = await textAt('/')
    expect(text).toContain('2 E-Mails, die neueste zuerst')
    expect(text).toContain(`<a href="/mails/${first}">2 Lücken</a>`)
    expect(text).toContain('An personal@cremlingen.example · Mo., 23. Nov. 2026, 06:')
    expect(text.indexOf(second)).toBeLessThan(text.indexOf(first))
  })

  it('list fifty at a time', async () => {
    for (let number = 1; number <= 51; number += 1) await arrived([`Subject: mail ${number}.`, '', ''])
    const newest = await textAt('/')
    expect(newest).toContain('mail 2.')
    expect(newest).not.toContain('mail 1.')
    const older = await textAt(/\/\?before=\w+/.exec(newest)?.[0] ?? '')
    expect(older).toContain('51 E-Mails')
    expect(older.match(/mail \d+\./g)).toEqual(['mail 1.'])
    expect(older).not.toContain('?before=')
  })

  it('show a mail with its head and its text, whose addresses can be followed', async () => {
    const text = await textAt(`/mails/${await arrived(digest)}`)
    for (const part of ['2 Lücken', 'Vertretbar &lt;vertretbar@vertretbar.invalid&gt;', 'digest.2026-11-23.hr'])
      expect(text).toContain(part)
    expect(text).toContain(
      '(<a href="http://localhost:8787/luecke/1" rel="noreferrer">http://localhost:8787/luecke/1</a>).',
    )
  })

  it('show HTML in a frame where it can do nothing', async () => {
    const id = await arrived(digest)
    const around = await ask(`/mails/${id}`)
    expect(await around.text()).toContain(
      `<iframe src="/mails/${id}/html" title="Wie ein Mailprogramm sie zeigt" sandbox="allow-popups allow-popups-to-escape-sandbox">`,
    )
    const inside = await ask(`/mails/${id}/html`)
    expect(await inside.text()).toContain('<p style="color: red">Zur Lücke</p>')
    const policies = [around, inside].map(({ headers }) => headers.get('Content-Security-Policy') ?? '')
    expect(policies[0]).toMatch(/^default-src 'none'; style-src 'self'; frame-src 'self';.* frame-ancestors 'none'$/)
    expect(policies[1]).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'; img-src data:;.* sandbox allow-popups allow-popups-to-escape-sandbox$/,
    )
  })

  it.each([
    [
      'a whole document',
      '<!DOCTYPE html>\n<html lang="de"><head><title>x</title>',
      '<!DOCTYPE html>\n<html lang="de"><head>',
    ],
    ['a document without a head', '<html><body>', '<html>'],
    ['a part of one', '<p>x</p>', ''],
  ])('open links of %s in a window of their own', async (_, html, before) => {
    const id = await arrived(['Content-Type: text/html', '', html])
    const shown = await textAt(`/mails/${id}/html`)
    expect(shown.trimEnd().replaceAll('\r', '')).toBe(html.replace(before, `${before}<base target="_blank">`))
  })

  it('show what was sent to do harm as the text it is', async () => {
    const id = await arrived(hostile)
    const text = (await textAt('/')) + (await textAt(`/mails/${id}`))
    expect(text).not.toMatch(/<script|<img|<\/title><|"onmouseover/)
    expect(text).not.toContain('href="javascript')
    expect(text).toContain('&amp;lt;')
  })

  it('show what is no mail at all', async () => {
    const id = await arrived(['\u0000\u0001'])
    expect(await textAt('/')).toContain(`<a href="/mails/${id}">(ohne Betreff)</a>`)
    expect((await ask(`/mails/${id}`)).status).toBe(200)
  })

  it('speak English to whoever asks for it', async () => {
    await arrived(digest)
    const headers = { 'Accept-Language': 'fr, en-GB;q=0.9, de;q=0.5' }
    expect(await textAt('/', { headers })).toContain('1 e-mail, the newest first')
  })

  it.each([
    ['a mail that is not there', '/mails/01HF0000000000000000000000'],
    ['the HTML of a mail that is not there', '/mails/01HF0000000000000000000000/html'],
    ['a way out of the folder', '/mails/..%2F..%2Fstore.db'],
    ['anything else', '/v1/members'],
  ])('do not know %s', async (_, path) => expect((await ask(path)).status).toBe(404))

  it('do not know HTML that a mail has not', async () => {
    expect((await ask(`/mails/${await arrived(hostile)}/html`)).status).toBe(404)
  })

  it('change nothing', async () => {
    const id = await arrived(digest)
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await ask(`/mails/${id}`, { method })).status).toBe(405)
  })
})
