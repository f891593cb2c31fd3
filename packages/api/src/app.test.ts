import { describe, expect, it } from 'vitest'
import { publicApp } from './app.ts'
import { Health } from './health.ts'
import { Problem } from './problem.ts'

const told: unknown[] = []
const app = publicApp((error) => told.push(error))

describe('what may be asked without signing in', () => {
  it('answers on its health route with what the schema promises', async () => {
    const response = await app.request('/healthz')

    expect(response.status).toBe(200)
    expect(Health.parse(await response.json())).toEqual({ status: 'ok' })
  })

  it.each([
    ['an unknown address', 'GET', '/nowhere'],
    ['a region, which only members may see', 'GET', '/v1/region'],
  ])('answers %s with a problem document', async (_, method, path) => {
    const response = await app.request(path, { method })

    expect(response.status).toBe(404)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(Problem.parse(await response.json())).toMatchObject({ type: '/problems/not-found', status: 404 })
  })
})
