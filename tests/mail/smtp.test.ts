import { once } from 'node:events'
import { createServer } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import type { SmtpServer } from '@vertretbar/cli/installation/mail/mail-setting'
import { smtpTransport } from '@vertretbar/cli/installation/mail/smtp-transport'
import type { OutgoingMail, SendMail } from '@vertretbar/usecases/alert-ports'
import { generate } from 'selfsigned'
import type { SMTPServerOptions } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type Fate, headerOf, mailServer } from './mail-server.ts'

const now = Date.parse('2026-11-23T05:00:00Z')

const mail: OutgoingMail = {
  id: 'digest.2026-11-23.hr-cremlingen',
  to: 'personal@cremlingen.example',
  language: 'de',
  subject: 'Vertretbar: 2 Lücken neu, 1 dringend – Personalabrechnung, Gemeinde Cremlingen',
  text: 'Es fehlt 1 Person: Mo., 7. Dez. 2026, vormittags.\n.\nGrüße 🙂\n',
  html: '<!doctype html><html lang="de"><p>Es fehlt 1 Person – „vormittags“</p></html>',
}

/** Short enough to wait for where nobody answers. */
const patience = { untilHandedOver: 500, untilTaken: 2000 }

const surroundings = { now: () => now, stopped: new AbortController().signal }

const sendTo = (server: SmtpServer, outgoing: OutgoingMail = mail) => smtpTransport(server, surroundings)(outgoing)

/** What came of a mail; of an answer only its first code, for servers differ in the second. */
const endOf = (answer: Awaited<ReturnType<SendMail>>): string =>
  answer.kind === 'accepted' ? answer.kind : `${answer.kind} ${answer.fault.split(' ')[0]}`

describe('a mail', () => {
  it('arrives as it was written, with a text, the same as HTML, and the head that tells what it is', async () => {
    await using server = await mailServer(() => 'take')
    expect(await sendTo(server.address)).toEqual({ kind: 'accepted' })
    const [arrived] = server.taken
    const { email } = arrived ?? {}
    expect(arrived).toMatchObject({ to: [mail.to], id: mail.id })
    expect(email).toMatchObject({
      subject: mail.subject,
      from: { name: 'Vertretbar', address: 'vertretbar@kreis.example' },
      to: [{ name: '', address: mail.to }],
      messageId: `<${mail.id}@kreis.example>`,
      date: '2026-11-23T05:00:00.000Z',
    })
    expect([email?.text?.trimEnd(), email?.html?.trimEnd()]).toEqual([mail.text.trimEnd(), mail.html])
    const heads = ['auto-submitted', 'x-auto-response-suppress', 'content-language', 'list-id', 'x-mailer'] as const
    expect(email && heads.map((name) => headerOf(email, name))).toEqual(['auto-generated', 'All', 'de', '', ''])
  })

  it('goes to nobody else, whatever stands in its address, subject or text', async () => {
    await using server = await mailServer(() => 'take')
    const outgoing = { ...mail, subject: 'x\r\nBcc: b@c.example', text: '/etc/hostname', to: 'a@b.example' }
    expect(await sendTo(server.address, outgoing)).toEqual({ kind: 'accepted' })
    const [arrived] = server.taken
    expect(arrived?.to).toEqual(['a@b.example'])
    expect(arrived?.email).toMatchObject({ subject: 'x Bcc: b@c.example', text: '/etc/hostname\n' })
    expect(arrived?.email.bcc).toBeUndefined()
  })
})

const fates: readonly (readonly [what: string, fate: Fate, end: string])[] = [
  ['is tried again when the server has no time', { at: 'greeting', answer: 421 }, 'failed 421'],
  ['is tried again when the server will have nothing to do with us', { at: 'greeting', answer: 554 }, 'failed 554'],
  ['is tried again when the sender is not believed', { at: 'sender', answer: 550 }, 'failed 550'],
  ['is tried again when a mailbox is busy', { at: 'recipient', answer: 450 }, 'failed 450'],
  ['is tried again when the server ends amid it', { at: 'recipient', answer: 421 }, 'failed 421'],
  ['is tried again when one has to sign in first', { at: 'recipient', answer: 530 }, 'failed 530'],
  ['is tried again when the server is full', { at: 'content', answer: 452 }, 'failed 452'],
  ['is refused when there is no such mailbox', { at: 'recipient', answer: 550 }, 'refused 550'],
  ['is refused when nobody wants what is in it', { at: 'content', answer: 554 }, 'refused 554'],
  ['is tried again when the connection is cut after it was taken', 'cut', 'failed ECONNECTION'],
]

describe('a mail that a server does not take', () => {
  it.each(fates)('%s', async (_, fate, end) => {
    await using server = await mailServer(() => fate)
    const answer = await sendTo(server.address)
    expect(endOf(answer)).toBe(end)
    // Neither the address nor a word of the server.
    expect(JSON.stringify(answer)).not.toMatch(/cremlingen|\bno\b/)
  })

  it.each([
    ['nobody says a word', 'greeting', 500],
    ['the sender is left open', 'sender', 500],
    ['the recipient is left open', 'recipient', 500],
    ['nobody says that it was taken, which is waited for longer, as it may have been', 'content', 2000],
  ] as const)('is tried again when %s', async (_, at, milliseconds) => {
    await using server = await mailServer(() => ({ at, answer: undefined }))
    const startedAt = performance.now()
    const answer = await smtpTransport(server.address, { ...surroundings, patience })(mail)
    expect(answer).toEqual({ kind: 'failed', fault: 'ETIMEDOUT' })
    const waited = performance.now() - startedAt
    expect(waited).toBeGreaterThan(milliseconds - 50)
    expect(waited).toBeLessThan(milliseconds + 1400)
  })

  it('is tried again where no server listens', async () => {
    const server = await mailServer(() => 'take')
    await server[Symbol.asyncDispose]()
    expect(await sendTo(server.address)).toEqual({ kind: 'failed', fault: 'ECONNREFUSED' })
  })

  it('is tried again where a name leads nowhere', async () => {
    const nowhere = {
      host: 'nowhere.invalid',
      port: 25,
      encryption: 'none',
      login: undefined,
      from: 'a@b.example',
    } as const
    expect(await sendTo(nowhere)).toMatchObject({ kind: 'failed' })
  })

  it('is refused when it is larger than the server takes', async () => {
    await using server = await mailServer(() => 'take', { size: 2000, rejectOversized: true })
    const large = { ...mail, text: 'x'.repeat(10_000) }
    expect(endOf(await sendTo(server.address, large))).toBe('refused 552')
  })

  it('is not waited for any more once the application ends', async () => {
    await using server = await mailServer(() => ({ at: 'recipient', answer: undefined }))
    const end = new AbortController()
    const send = smtpTransport(server.address, { now: () => now, stopped: end.signal })
    const sending = send(mail)
    await expect.poll(server.connections).toBe(1)
    end.abort()
    expect(await sending).toEqual({ kind: 'failed', fault: 'stopped' })
    expect(await send(mail)).toEqual({ kind: 'failed', fault: 'stopped' })
    expect(server.connections()).toBe(1)
  })
})

describe('on a network', () => {
  const authorities = getCACertificates('default')
  let certificate: { readonly key: string; readonly cert: string }
  beforeAll(async () => {
    const made = await generate([{ name: 'commonName', value: 'localhost' }], { keyType: 'ec', algorithm: 'sha256' })
    certificate = { key: made.private, cert: made.cert }
  })
  afterAll(() => setDefaultCACertificates(authorities))

  const login = { user: 'rathaus', password: 'geheim' }
  const tls = (): SMTPServerOptions => ({
    ...certificate,
    disabledCommands: [],
    onAuth: ({ username, password }, _, done) =>
      username === login.user && password === login.password
        ? done(null, { user: username })
        : done(Object.assign(new Error('no'), { responseCode: 535 })),
  })
  const trust = (trusted: readonly string[]): void => setDefaultCACertificates([...authorities, ...trusted])

  it.each([
    ['tls', true],
    ['starttls', false],
  ] as const)('a mail goes out encrypted by %s, with a password', async (encryption, secure) => {
    trust([certificate.cert])
    await using server = await mailServer(() => 'take', { ...tls(), secure })
    expect(await sendTo({ ...server.address, host: 'localhost', encryption, login })).toEqual({ kind: 'accepted' })
    expect(server.taken).toHaveLength(1)
  })

  it('a wrong password is a fault of ours, and the mail is tried again', async () => {
    trust([certificate.cert])
    await using server = await mailServer(() => 'take', { ...tls(), secure: true })
    const wrong = {
      ...server.address,
      host: 'localhost',
      encryption: 'tls',
      login: { ...login, password: 'x' },
    } as const
    expect(endOf(await sendTo(wrong))).toBe('failed 535')
    expect(server.taken).toEqual([])
  })

  it.each([
    ['tls', true],
    ['starttls', false],
  ] as const)('a server that nobody vouches for gets nothing by %s', async (encryption, secure) => {
    trust([])
    await using server = await mailServer(() => 'take', { ...tls(), secure })
    expect(await sendTo({ ...server.address, host: 'localhost', encryption, login })).toMatchObject({ kind: 'failed' })
    expect(server.taken).toEqual([])
  })

  it('a server that would not encrypt hears neither password nor address', async () => {
    const heard: string[] = []
    const plain = createServer((socket) => {
      socket.write('220 plain ESMTP\r\n')
      socket.setEncoding('utf8').on('data', (text: string) => {
        heard.push(text)
        socket.write(text.startsWith('EHLO') ? '250-plain\r\n250 AUTH PLAIN LOGIN\r\n' : '502 no\r\n')
      })
      socket.on('error', () => undefined)
    }).listen(0, '127.0.0.1')
    await once(plain, 'listening')
    const { port } = z.object({ port: z.int() }).parse(plain.address())
    const server = { host: '127.0.0.1', port, encryption: 'starttls', login, from: 'a@b.example' } as const
    expect(await sendTo(server)).toMatchObject({ kind: 'failed' })
    expect(heard.join('')).toMatch(/^EHLO [^\r]+\r\nSTARTTLS\r\n$/)
    plain.close()
  })
})
