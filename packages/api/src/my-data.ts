import { PersonData, personData } from '@vertretbar/usecases/person-data'
import type { ApiContext } from './context.ts'
import { problemResponses } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'

const getMyData = guarded('read-oneself', {
  method: 'get',
  path: '/v1/me/data',
  summary: 'All that is kept of whoever asks, and every change that concerned them (GDPR Articles 15 and 20)',
  responses: {
    200: { description: 'One document.', content: { 'application/json': { schema: PersonData } } },
    ...problemResponses(),
  },
})

/** `GET /v1/me/data`. */
export const myData = ({ ports }: ApiContext) =>
  router().openapi(getMyData, async (c) => {
    const { snapshot, member } = c.get('session')
    const data = await personData(ports, snapshot, { member: member.id, specialist: member.specialist })
    return c.json(data, 200, { 'Cache-Control': 'no-store' })
  })
