import { beforeEach, describe, expect, it, vi } from 'vitest'

// What an HTTP API sends for `GET /healthz` (payload 2.0), shortened by fields that carry nothing.
const healthEvent = {
  version: '2.0',
  routeKey: 'GET /healthz',
  rawPath: '/healthz',
  rawQueryString: '',
  headers: { accept: '*/*', host: 'api.example.org', 'x-forwarded-proto': 'https' },
  requestContext: {
    accountId: '123456789012',
    apiId: 'a1b2c3d4e5',
    authentication: null,
    authorizer: {},
    domainName: 'api.example.org',
    domainPrefix: 'api',
    http: { method: 'GET', path: '/healthz', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'curl/8' },
    requestId: 'JKJaXmPLvHcESHA=',
    routeKey: 'GET /healthz',
    stage: '$default',
    time: '23/Nov/2026:09:00:00 +0000',
    timeEpoch: 1_795_424_400_000,
  },
  body: null,
  isBase64Encoded: false,
}

describe('the function that answers HTTP', () => {
  beforeEach(() => {
    vi.resetModules()
    vi.unstubAllEnvs()
  })

  it('answers an event of an HTTP API', async () => {
    vi.stubEnv('TABLE', 'regions')
    const { handler } = await import('./api.ts')

    const answer = await handler(healthEvent)

    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: false })
    expect(JSON.parse(answer.body)).toEqual({ status: 'ok' })
  })

  it('answers an address that is none with a problem document', async () => {
    vi.stubEnv('TABLE', 'regions')
    const { handler } = await import('./api.ts')

    const answer = await handler({ ...healthEvent, rawPath: '/nowhere' })

    expect(answer).toMatchObject({ statusCode: 404, headers: { 'content-type': 'application/problem+json' } })
  })

  it('does not start without the name of its table', async () => {
    vi.stubEnv('TABLE', undefined)

    await expect(import('./api.ts')).rejects.toThrow('TABLE')
  })
})
