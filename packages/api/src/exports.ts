import { fileFor } from '@vertretbar/domain/own-file'
import { RegionFile } from '@vertretbar/domain/region'
import { TableKind } from '@vertretbar/domain/table-fault'
import { writeTable } from '@vertretbar/usecases/csv/write-table'
import * as z from 'zod'
import { hasAlready } from './condition.ts'
import { refuseInvalid } from './invalid.ts'
import { problemResponses } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'
import { answerFrom, tagOf } from './snapshot.ts'

const TableQuery = z.strictObject({
  language: z
    .enum(['de', 'en'])
    .optional()
    .describe('In which language columns are named; the caller’s own if missing.'),
})

const getRegionFile = guarded('export', {
  method: 'get',
  path: '/v1/exports/region',
  summary:
    'A region file of what belongs to the caller’s authority, and of all that it refers to; imported, it changes nothing',
  responses: {
    200: { description: 'The region file.', content: { 'application/json': { schema: RegionFile } } },
    304: { description: 'The caller has it already.' },
    ...problemResponses(),
  },
})

const getTable = (kind: TableKind) =>
  guarded('export', {
    method: 'get',
    path: `/v1/exports/${kind}.csv`,
    summary: `The ${kind} of the caller’s authority as a table that spreadsheets open; formulas are texts in it`,
    request: { query: TableQuery },
    responses: {
      200: { description: 'The table.', content: { 'text/csv': { schema: z.string() } } },
      304: { description: 'The caller has it already.' },
      ...problemResponses('invalid'),
    },
  })

/** `GET /v1/exports/region` and, for each kind of table, `GET /v1/exports/{kind}.csv`. */
export function exportRoutes() {
  const app = router()
  app.openapi(getRegionFile, (c) => {
    c.header('Content-Disposition', `attachment; filename="${c.get('session').region}.json"`)
    return answerFrom(c, ({ snapshot, access }) => fileFor(snapshot.index, access))
  })
  for (const kind of TableKind.options)
    app.openapi(
      getTable(kind),
      (c) => {
        const session = c.get('session')
        const tag = tagOf(session)
        c.header('ETag', tag)
        if (hasAlready(c.req.header('If-None-Match'), tag)) return c.body(null, 304)
        const { snapshot, access, member } = session
        const table = writeTable(
          fileFor(snapshot.index, access),
          kind,
          c.req.valid('query').language ?? member.language,
        )
        c.header('Content-Type', 'text/csv; charset=utf-8')
        c.header('Content-Disposition', `attachment; filename="${kind}.csv"`)
        return c.body(table, 200)
      },
      refuseInvalid({ query: TableQuery }),
    )
  return app
}
