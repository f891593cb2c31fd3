import { OpenAPIHono } from '@hono/zod-openapi'
import { health } from './health.ts'
import { problem } from './problem.ts'

/** The HTTP API: every route, and a problem document for every address that is none. Knows HTTP, not where it runs. */
export const app = new OpenAPIHono().route('/', health)

app.notFound((c) => problem(c, 'not-found'))
