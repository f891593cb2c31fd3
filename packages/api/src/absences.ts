import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { ChangeAbsence, EndAbsence, RecordAbsence, WithdrawAbsence } from '@vertretbar/domain/command/absence'
import { Effect } from '@vertretbar/domain/effect'
import { SpecialistId } from '@vertretbar/domain/identifier'
import { Absence } from '@vertretbar/domain/specialist'
import { preview } from '@vertretbar/usecases/preview'
import * as z from 'zod'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { refusalOf } from './order.ts'
import { problemResponses, refusal } from './problem.ts'
import { answerFrom } from './snapshot.ts'

const AskedPreview = z
  .discriminatedUnion('kind', [RecordAbsence, ChangeAbsence, EndAbsence, WithdrawAbsence])
  .meta({ id: 'AskedPreview' })

const AbsenceFilter = z.strictObject({ specialist: SpecialistId.optional() })

const Absences = z
  .strictObject({ version: z.int().min(1), absences: z.array(Absence).readonly() })
  .readonly()
  .meta({ id: 'Absences' })

const getAbsences = createRoute({
  method: 'get',
  path: '/v1/absences',
  summary: 'When people are away; never why',
  request: { query: AbsenceFilter },
  responses: {
    200: { description: 'The absences.', content: { 'application/json': { schema: Absences } } },
    304: { description: 'The caller has it already.' },
    ...problemResponses('invalid', 'no-region'),
  },
})

const postPreview = createRoute({
  method: 'post',
  path: '/v1/absences/previews',
  summary: 'What recording, changing, ending or withdrawing an absence would open, close and break; stores nothing',
  request: { body: { required: true, content: { 'application/json': { schema: AskedPreview } } } },
  responses: {
    200: { description: 'The effect over a year.', content: { 'application/json': { schema: Effect } } },
    ...problemResponses('malformed-json', 'not-found', 'unsupported-media-type', 'invalid', 'no-region'),
  },
})

/** `GET /v1/absences` and `POST /v1/absences/previews`. */
export const absences = (context: ApiContext) =>
  new OpenAPIHono()
    .openapi(
      getAbsences,
      (c) =>
        answerFrom(c, context, ({ version, region }) => {
          const { specialist } = c.req.valid('query')
          const wanted = region.absences.filter((one) => specialist === undefined || one.specialist === specialist)
          return { version, absences: wanted }
        }),
      refuseInvalid({ query: AbsenceFilter }),
    )
    .openapi(
      postPreview,
      async (c) => {
        const snapshot = await context.ports.regions.load(context.region)
        if (snapshot === undefined) throw refusal(c, 'no-region')
        const effect = preview(context.ports, snapshot, c.req.valid('json'))
        if (!effect.ok) throw refusalOf(c, effect.refusal)
        return c.json(effect.value, 200)
      },
      refuseInvalid({ json: AskedPreview }),
    )
