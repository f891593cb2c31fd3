import { LocalDate } from '@vertretbar/domain/half-day'
import { Id } from '@vertretbar/domain/identifier'
import { isOver, planJob, requestPlan } from '@vertretbar/usecases/plan-job'
import { mayReadJob, PlanJobView, planJobView } from '@vertretbar/usecases/plan-view'
import * as z from 'zod'
import { hasAlready } from './condition.ts'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import type { InvalidValue } from './invalid-value.ts'
import { answerHeaders } from './openapi-headers.ts'
import { problemResponses, refusal } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'

const texts = {
  explainSeconds:
    'How long to look for reasons once there is a plan: the next best way for each assignment, and what would help. It ends sooner where another plan waits; `measures` says how much was tried. 0: for none.',
  before:
    'An earlier job of the same member. What of its plan is still possible is where the search begins, and it stays unless something is better. A job that is no longer stored, or has no plan, counts as none.',
}

/** What to plan; from today, for the region's horizon and for half a minute of search if nothing else is asked. */
const AskedPlan = z
  .strictObject({
    from: LocalDate.optional(),
    to: LocalDate.optional(),
    timeLimitSeconds: z.int().min(1).max(300).default(30),
    explainSeconds: z.int().min(0).max(300).default(20).meta({ description: texts.explainSeconds }),
    skipStructural: z.boolean().default(false),
    before: Id.optional().meta({ description: texts.before }),
  })
  .readonly()
  .meta({ id: 'AskedPlan' })

const JobPath = z.strictObject({ id: Id })

/** As long as a job is not over. */
const comeAgain = { 'Retry-After': answerHeaders['Retry-After'] }

const postPlan = guarded('plan', {
  method: 'post',
  path: '/v1/plans',
  summary: 'Asks for the best cover; plan and reasons are computed after the answer',
  request: { body: { required: true, content: { 'application/json': { schema: AskedPlan } } } },
  responses: {
    202: {
      description: 'The job; its address is in `Location`.',
      headers: comeAgain,
      content: { 'application/json': { schema: PlanJobView } },
    },
    ...problemResponses('malformed-json', 'body-too-large', 'unsupported-media-type', 'invalid'),
  },
})

const getPlan = guarded('plan', {
  method: 'get',
  path: '/v1/plans/{id}',
  summary: 'How far a plan has come, the plan as soon as it is found and, once done, its reasons',
  request: { params: JobPath },
  responses: {
    200: {
      description: 'The job as it stands.',
      headers: comeAgain,
      content: { 'application/json': { schema: PlanJobView } },
    },
    304: { description: 'The caller has it already.', headers: comeAgain },
    ...problemResponses('not-found', 'invalid'),
  },
})

/** `POST /v1/plans` and `GET /v1/plans/{id}`. */
export const plans = ({ ports }: ApiContext) =>
  router()
    .openapi(
      postPlan,
      async (c) => {
        const session = c.get('session')
        const asked = { ...c.req.valid('json'), askedBy: session.member.id }
        const job = await requestPlan(ports, session.region, asked)
        if (job.ok)
          return c.json(planJobView(session, job.value), 202, {
            Location: `/v1/plans/${job.value.id}`,
            'Retry-After': '1',
          })
        const errors = job.refusal.flatMap((fault): InvalidValue[] => {
          if (fault.code === 'no-region') return []
          const { field, ...facts } = fault
          return [{ in: 'body', pointer: `/${field}`, ...facts }]
        })
        throw errors.length === 0 ? refusal(c, 'no-membership') : refusal(c, 'invalid', { errors })
      },
      refuseInvalid({ json: AskedPlan }),
    )
    .openapi(
      getPlan,
      async (c) => {
        const session = c.get('session')
        const job = await planJob(ports, session.region, c.req.valid('param').id)
        if (job === undefined || !mayReadJob(session, job)) throw refusal(c, 'not-found')
        // What of it one may see depends on the state of the region, and on who one is.
        const tag = `"${job.revision}-${session.snapshot.state}-${session.member.id}"`
        c.header('ETag', tag)
        if (!isOver(job)) c.header('Retry-After', '1')
        if (hasAlready(c.req.header('If-None-Match'), tag)) return c.body(null, 304)
        return c.json(planJobView(session, job), 200)
      },
      refuseInvalid({ param: JobPath }),
    )
