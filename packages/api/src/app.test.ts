import { describe, expect, it } from 'vitest'
import { app } from './app.ts'
import { Health } from './health.ts'
import { Problem } from './problem.ts'

describe('the API', () => {
  it('answers on its health route with what the schema promises', async () => {
    const response = await app.request('/healthz')

    expect(response.status).toBe(200)
    expect(Health.parse(await response.json())).toEqual({ status: 'ok' })
  })

  it.each([
    ['an unknown address', 'GET', '/nowhere'],
    ['a method the address does not have', 'POST', '/healthz'],
  ])('answers %s with a problem document', async (_, method, path) => {
    const response = await app.request(path, { method })

    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(Problem.parse(await response.json())).toMatchObject({ type: '/problems/not-found', status: 404 })
  })

  it('describes its routes as OpenAPI 3.1', () => {
    const document = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Vertretbar', version: '1' } })

    expect(Object.keys(document.paths ?? {})).toEqual(['/healthz'])
    expect(document.components?.schemas).toHaveProperty('Health')
  })
})
