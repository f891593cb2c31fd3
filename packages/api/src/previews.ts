import { PutEntry, PutHead, RemoveEntry } from '@vertretbar/domain/command/master-data'
import { EffectView, effectView } from '@vertretbar/usecases/effect-view'
import { preview } from '@vertretbar/usecases/preview'
import * as z from 'zod'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { refusalOf } from './order.ts'
import { problemResponses } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'

const AskedChange = z.discriminatedUnion('kind', [PutEntry, RemoveEntry, PutHead]).meta({ id: 'AskedChange' })

const postPreview = guarded('preview-master-data', {
  method: 'post',
  path: '/v1/previews',
  summary: 'What a change of the master data would open, close and break; stores nothing',
  request: { body: { required: true, content: { 'application/json': { schema: AskedChange } } } },
  responses: {
    200: { description: 'The effect over a year.', content: { 'application/json': { schema: EffectView } } },
    ...problemResponses('malformed-json', 'not-found', 'body-too-large', 'unsupported-media-type', 'invalid'),
  },
})

/** `POST /v1/previews`. */
export const previews = ({ ports }: ApiContext) =>
  router().openapi(
    postPreview,
    (c) => {
      const session = c.get('session')
      const { snapshot, actor } = session
      const effect = preview(ports, snapshot, { command: c.req.valid('json'), actor })
      if (!effect.ok) throw refusalOf(c, effect.refusal)
      return c.json(effectView(session, effect.value), 200)
    },
    refuseInvalid({ json: AskedChange }),
  )
