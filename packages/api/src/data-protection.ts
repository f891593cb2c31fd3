import { DataProtectionView, dataProtectionView } from '@vertretbar/usecases/data-protection-view'
import { problemResponses } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'

const getDataProtection = guarded('read-oneself', {
  method: 'get',
  path: '/v1/data-protection',
  summary: 'What is kept and shown of people: fields, purposes, how long, and who sees it',
  responses: {
    200: { description: 'The sheet.', content: { 'application/json': { schema: DataProtectionView } } },
    ...problemResponses(),
  },
})

/** `GET /v1/data-protection`. */
export const dataProtection = router().openapi(getDataProtection, (c) => c.json(dataProtectionView(), 200))
