import { createRoute } from '@hono/zod-openapi'
import { describe, expect, it } from 'vitest'
import { guarded, refuseUnguarded } from './route.ts'
import { router } from './session.ts'

const responses = { 200: { description: 'Something.' } }
const described = { method: 'get', path: '/v1/something', responses } as const

describe('a route of members', () => {
  it('starts with a right', () => {
    const app = router().openapi(guarded('read-gaps', described), (c) => c.body(null, 200))
    expect(() => refuseUnguarded(app)).not.toThrow()
  })

  it.each([
    ['without a right', described],
    ['with a right that the policy does not know', { ...described, 'x-action': 'read-everything' }],
    ['with a right that only looks like one', { ...described, 'x-action': 'toString' }],
  ])('does not start %s', (_, route) => {
    const app = router().openapi(createRoute(route), (c) => c.body(null, 200))
    expect(() => refuseUnguarded(app)).toThrow('GET /v1/something is not in the access policy')
  })
})
