import { describe, expect, it } from 'vitest'
import { signInSetting } from './sign-in-setting.ts'

const external = { VERTRETBAR_ISSUER: 'https://login.example.de/realm', VERTRETBAR_CLIENT_ID: 'page' }

describe('where people sign in', () => {
  it.each([
    ['nothing named: here, for ten minutes a token', {}, { kind: 'local', tokenSeconds: 600 }],
    ['an issuer that is named empty: here', { VERTRETBAR_ISSUER: '' }, { kind: 'local', tokenSeconds: 600 }],
    ['the shortest life of a token', { VERTRETBAR_TOKEN_SECONDS: '2' }, { kind: 'local', tokenSeconds: 2 }],
    ['the longest life of a token', { VERTRETBAR_TOKEN_SECONDS: '900' }, { kind: 'local', tokenSeconds: 900 }],
    ['an issuer and a client: there', external, { ...external, kind: 'external', VERTRETBAR_SCOPE: 'vertretbar' }],
    [
      'with an audience, a scope and a resource',
      {
        ...external,
        VERTRETBAR_AUDIENCE: 'api',
        VERTRETBAR_SCOPE: 'cover/all',
        VERTRETBAR_RESOURCE: 'https://vertretbar.example.de/api',
      },
      {
        ...external,
        kind: 'external',
        VERTRETBAR_AUDIENCE: 'api',
        VERTRETBAR_SCOPE: 'cover/all',
        VERTRETBAR_RESOURCE: 'https://vertretbar.example.de/api',
      },
    ],
  ])('%s', (_, environment, value) => expect(signInSetting(environment)).toEqual({ ok: true, value }))

  it.each([
    ['a life that is too short', { VERTRETBAR_TOKEN_SECONDS: '1' }, ['VERTRETBAR_TOKEN_SECONDS']],
    ['a life beyond fifteen minutes', { VERTRETBAR_TOKEN_SECONDS: '901' }, ['VERTRETBAR_TOKEN_SECONDS']],
    ['a life that is no number', { VERTRETBAR_TOKEN_SECONDS: 'long' }, ['VERTRETBAR_TOKEN_SECONDS']],
    [
      'an issuer that is no address, without a client',
      { VERTRETBAR_ISSUER: 'login' },
      ['VERTRETBAR_ISSUER', 'VERTRETBAR_CLIENT_ID'],
    ],
    ['an issuer that is a file', { ...external, VERTRETBAR_ISSUER: 'file:///etc/passwd' }, ['VERTRETBAR_ISSUER']],
    ['two scopes in one', { ...external, VERTRETBAR_SCOPE: 'read write' }, ['VERTRETBAR_SCOPE']],
  ])('%s is told by its variable', (_, environment, places) => {
    const setting = signInSetting(environment)
    expect(setting).toMatchObject({ ok: false, refusal: places.map((at) => ({ at, code: 'setting-wrong' })) })
  })
})
