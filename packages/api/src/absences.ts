import { personOf } from '@vertretbar/domain/access-subject'
import { ChangeAbsence, EndAbsence, RecordAbsence, WithdrawAbsence } from '@vertretbar/domain/command/absence'
import { SpecialistId } from '@vertretbar/domain/identifier'
import { Absence } from '@vertretbar/domain/specialist'
import { EffectView, effectView } from '@vertretbar/usecases/effect-view'
import { preview } from '@vertretbar/usecases/preview'
import * as z from 'zod'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { refusalOf } from './order.ts'
import { Next, PageQuery, pageOf } from './page.ts'
import { problemResponses } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'
import { answerFrom } from './snapshot.ts'

const AskedPreview = z
  .discriminatedUnion('kind', [RecordAbsence, ChangeAbsence, EndAbsence, WithdrawAbsence])
  .meta({ id: 'AskedPreview' })

const AbsenceQuery = PageQuery.extend({ specialist: SpecialistId.optional() })

const Absences = z
  .strictObject({ version: z.int().min(1), absences: z.array(Absence).readonly(), next: Next })
  .readonly()
  .meta({ id: 'Absences' })

const getAbsences = guarded('read-absences', {
  method: 'get',
  path: '/v1/absences',
  summary: 'When people are away; never why',
  request: { query: AbsenceQuery },
  responses: {
    200: { description: 'The absences.', content: { 'application/json': { schema: Absences } } },
    304: { description: 'The caller has it already.' },
    ...problemResponses('invalid'),
  },
})

const postPreview = guarded('change-absence', {
  method: 'post',
  path: '/v1/absences/previews',
  summary: 'What recording, changing, ending or withdrawing an absence would open, close and break; stores nothing',
  request: { body: { required: true, content: { 'application/json': { schema: AskedPreview } } } },
  responses: {
    200: { description: 'The effect over a year.', content: { 'application/json': { schema: EffectView } } },
    ...problemResponses('malformed-json', 'not-found', 'unsupported-media-type', 'invalid'),
  },
})

/** `GET /v1/absences` and `POST /v1/absences/previews`. */
export const absences = (context: ApiContext) =>
  router()
    .openapi(
      getAbsences,
      (c) =>
        answerFrom(c, ({ snapshot: { version, region, index }, access }) => {
          const { specialist, ...page } = c.req.valid('query')
          const wanted = region.absences.filter((one) => specialist === undefined || one.specialist === specialist)
          const isSeen = (one: Absence): boolean =>
            access.may('read-absences', personOf(index.specialist(one.specialist)))
          const { items, next } = pageOf(wanted.filter(isSeen), page)
          return { version, absences: items, ...(next !== undefined && { next }) }
        }),
      refuseInvalid({ query: AbsenceQuery }),
    )
    .openapi(
      postPreview,
      (c) => {
        const session = c.get('session')
        const { snapshot, actor } = session
        const effect = preview(context.ports, snapshot, { command: c.req.valid('json'), actor })
        if (!effect.ok) throw refusalOf(c, effect.refusal)
        return c.json(effectView(session, effect.value), 200)
      },
      refuseInvalid({ json: AskedPreview }),
    )
