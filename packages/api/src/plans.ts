import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { LocalDate } from '@vertretbar/domain/half-day'
import { Id } from '@vertretbar/domain/identifier'
import { PlanJob, planJob, requestPlan } from '@vertretbar/usecases/plan-job'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod'
import { hasAlready } from './condition.ts'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { type InvalidValue, problem, problemResponses, refusal } from './problem.ts'

/** What to plan; from today, for the region's horizon and for half a minute of search if nothing else is asked. */
const AskedPlan = z
  .strictObject({
    from: LocalDate.optional(),
    to: LocalDate.optional(),
    timeLimitSeconds: z.int().min(1).max(300).default(30),
    skipStructural: z.boolean().default(false),
  })
  .readonly()
  .meta({ id: 'AskedPlan' })

const JobPath = z.strictObject({ id: Id })

const mostBytes = 1_000_000

const postPlan = createRoute({
  method: 'post',
  path: '/v1/plans',
  summary: 'Asks for the best cover; the plan is computed after the answer',
  request: { body: { required: true, content: { 'application/json': { schema: AskedPlan } } } },
  responses: {
    202: {
      description: 'The job; its address is in `Location`.',
      content: { 'application/json': { schema: PlanJob } },
    },
    ...problemResponses('malformed-json', 'body-too-large', 'unsupported-media-type', 'invalid', 'no-region'),
  },
})

const getPlan = createRoute({
  method: 'get',
  path: '/v1/plans/{id}',
  summary: 'How far a plan has come and, once done, the plan',
  request: { params: JobPath },
  responses: {
    200: { description: 'The job as it stands.', content: { 'application/json': { schema: PlanJob } } },
    304: { description: 'The caller has it already.' },
    ...problemResponses('not-found', 'invalid'),
  },
})

/** `POST /v1/plans` and `GET /v1/plans/{id}`. */
export const plans = ({ region, ports }: ApiContext) =>
  new OpenAPIHono()
    .openapi(
      { ...postPlan, middleware: bodyLimit({ maxSize: mostBytes, onError: (c) => problem(c, 'body-too-large') }) },
      async (c) => {
        const job = await requestPlan(ports, region, c.req.valid('json'))
        if (job.ok) return c.json(job.value, 202, { Location: `/v1/plans/${job.value.id}`, 'Retry-After': '1' })
        const errors = job.refusal.flatMap((fault): InvalidValue[] => {
          if (fault.code === 'no-region') return []
          const { field, ...facts } = fault
          return [{ in: 'body', pointer: `/${field}`, ...facts }]
        })
        throw errors.length === 0 ? refusal(c, 'no-region') : refusal(c, 'invalid', errors)
      },
      refuseInvalid({ json: AskedPlan }),
    )
    .openapi(
      getPlan,
      async (c) => {
        const job = await planJob(ports, region, c.req.valid('param').id)
        if (job === undefined) throw refusal(c, 'not-found')
        const tag = `"${job.revision}"`
        c.header('ETag', tag)
        c.header('Cache-Control', 'no-cache')
        if (job.state === 'queued' || job.state === 'running') c.header('Retry-After', '1')
        if (hasAlready(c.req.header('If-None-Match'), tag)) return c.body(null, 304)
        return c.json(job, 200)
      },
      refuseInvalid({ param: JobPath }),
    )
