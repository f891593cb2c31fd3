import { describe, expect, it } from 'vitest'
import { mailSetting } from './mail-setting.ts'

const from = 'vertretbar@kreis.example'
const relay = {
  VERTRETBAR_SMTP_URL: 'smtp://relay.kreis.example',
  VERTRETBAR_MAIL_FROM: from,
  VERTRETBAR_URL: 'https://vertretbar.kreis.example',
}
const baseUrl = relay.VERTRETBAR_URL
const server = { host: 'relay.kreis.example', port: 587, encryption: 'starttls', login: undefined, from }

const at = (address: string, more = {}) => ({ ...relay, VERTRETBAR_SMTP_URL: address, ...more })

describe('where mails go', () => {
  it.each([
    ['nothing named: into the mailbox', {}, undefined],
    [
      'a server that is named empty: into the mailbox',
      { VERTRETBAR_SMTP_URL: '', VERTRETBAR_MAIL_FROM: '' },
      undefined,
    ],
    ['an application that people open elsewhere', { VERTRETBAR_URL: baseUrl }, baseUrl],
  ])('%s', (_, environment, opened) =>
    expect(mailSetting(environment)).toEqual({ ok: true, value: { kind: 'mailbox', baseUrl: opened } }),
  )

  it.each([
    ['a server on the network has to encrypt', relay, {}],
    ['a port of its own', at('smtp://relay.kreis.example:25'), { port: 25 }],
    ['a slash at the end', at('smtp://relay.kreis.example/'), {}],
    ['encrypted from the first byte on', at('smtps://relay.kreis.example'), { port: 465, encryption: 'tls' }],
    [
      'a network that is trusted',
      at('smtp://relay.kreis.example', { VERTRETBAR_SMTP_TLS: 'none' }),
      { encryption: 'none' },
    ],
    ['encryption that is asked for', at('smtp://relay.kreis.example', { VERTRETBAR_SMTP_TLS: 'required' }), {}],
    [
      'no encryption on the way to this machine',
      at('smtp://localhost:25'),
      { host: 'localhost', port: 25, encryption: 'none' },
    ],
    ['this machine by its other number', at('smtp://[::1]:25'), { host: '::1', port: 25, encryption: 'none' }],
    ['a name that only begins like this machine', at('smtp://localhost.example'), { host: 'localhost.example' }],
    [
      'a user and a password with signs of their own',
      at('smtps://rathaus%40kreis.example:p%3Aw%2Fd@relay.kreis.example'),
      { port: 465, encryption: 'tls', login: { user: 'rathaus@kreis.example', password: 'p:w/d' } },
    ],
  ])('%s', (_, environment, change) =>
    expect(mailSetting(environment)).toEqual({
      ok: true,
      value: { kind: 'smtp', baseUrl, server: { ...server, ...change } },
    }),
  )

  it.each([
    ['a sender without a server', { VERTRETBAR_MAIL_FROM: from }, ['VERTRETBAR_SMTP_URL']],
    ['a server without a sender', { ...relay, VERTRETBAR_MAIL_FROM: '' }, ['VERTRETBAR_MAIL_FROM']],
    ['links that lead nowhere', { ...relay, VERTRETBAR_URL: '' }, ['VERTRETBAR_URL']],
    ['links that lead to no page', { VERTRETBAR_URL: 'vertretbar.kreis.example' }, ['VERTRETBAR_URL']],
    ['a sender that is no address', { ...relay, VERTRETBAR_MAIL_FROM: 'Vertretbar' }, ['VERTRETBAR_MAIL_FROM']],
    [
      'a sender with a line of its own',
      { ...relay, VERTRETBAR_MAIL_FROM: `${from}\nBcc: a@b.example` },
      ['VERTRETBAR_MAIL_FROM'],
    ],
    ['a name alone', at('relay.kreis.example'), ['VERTRETBAR_SMTP_URL']],
    ['a page instead of a mail server', at('https://relay.kreis.example'), ['VERTRETBAR_SMTP_URL']],
    ['no host', at('smtp://'), ['VERTRETBAR_SMTP_URL']],
    ['a user without a password', at('smtp://user@relay.kreis.example'), ['VERTRETBAR_SMTP_URL']],
    ['a password without a user', at('smtp://:word@relay.kreis.example'), ['VERTRETBAR_SMTP_URL']],
    ['a password that is not written right', at('smtps://user:100%@relay.kreis.example'), ['VERTRETBAR_SMTP_URL']],
    ['an option that nobody would heed', at('smtp://relay.kreis.example?pool=true'), ['VERTRETBAR_SMTP_URL']],
    ['a folder of a server', at('smtp://relay.kreis.example/out'), ['VERTRETBAR_SMTP_URL']],
    ['half an encryption', { ...relay, VERTRETBAR_SMTP_TLS: 'optional' }, ['VERTRETBAR_SMTP_TLS']],
    [
      'a password that everybody could read',
      at('smtp://user:word@relay.kreis.example', { VERTRETBAR_SMTP_TLS: 'none' }),
      ['VERTRETBAR_SMTP_TLS'],
    ],
    [
      'several at once',
      { VERTRETBAR_SMTP_URL: 'relay', VERTRETBAR_SMTP_TLS: 'maybe' },
      ['VERTRETBAR_URL', 'VERTRETBAR_SMTP_URL', 'VERTRETBAR_MAIL_FROM', 'VERTRETBAR_SMTP_TLS'],
    ],
  ])('%s is told by its variable', (_, environment, places) =>
    expect(mailSetting(environment)).toEqual({
      ok: false,
      refusal: places.map((place) => ({ at: place, code: 'setting-wrong' })),
    }),
  )
})
