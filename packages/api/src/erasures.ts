import { Id } from '@vertretbar/domain/identifier'
import { erasePerson } from '@vertretbar/usecases/erase-person'
import * as z from 'zod'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { KeyHeader, refusalOf } from './order.ts'
import { problemResponses } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'

const PersonPath = z.strictObject({ id: Id })

const postErasure = guarded('erase-person', {
  method: 'post',
  path: '/v1/specialists/{id}/erasures',
  summary: 'Deletes all that is kept of a person (GDPR Article 17); what they gave in cover stays, as that of nobody',
  request: { params: PersonPath, headers: KeyHeader },
  responses: {
    204: { description: 'Their code is in nothing that is stored or kept any more.' },
    ...problemResponses('not-found', 'unsettled', 'invalid', 'key-of-another'),
  },
})

/** `POST /v1/specialists/{id}/erasures`. */
export const erasures = ({ ports }: ApiContext) =>
  router().openapi(
    postErasure,
    async (c) => {
      const { region, actor } = c.get('session')
      const key = c.req.header('idempotency-key')
      const done = await erasePerson(ports, { region, actor, key, specialist: c.req.valid('param').id })
      if (!done.ok) throw refusalOf(c, done.refusal)
      return c.body(null, 204)
    },
    refuseInvalid({ param: PersonPath, header: KeyHeader }),
  )
