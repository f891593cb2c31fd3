import { dateInGermany } from '@vertretbar/domain/calendar'
import { ImportMode, ImportPreview } from '@vertretbar/domain/import'
import { instantOf } from '@vertretbar/domain/instant'
import { type Result, refuse } from '@vertretbar/domain/result'
import { TableKind } from '@vertretbar/domain/table-fault'
import { type ImportBar, importFor } from '@vertretbar/usecases/import-for'
import { importRegion, type RegionChanging } from '@vertretbar/usecases/import-region'
import { type ReadImport, readRegionImport, readTableImport } from '@vertretbar/usecases/read-import'
import * as z from 'zod'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import type { InvalidValue } from './invalid-value.ts'
import { problemResponses, refusal } from './problem.ts'
import { guarded } from './route.ts'
import { type ApiRequest, router } from './session.ts'

const ImportQuery = z.strictObject({
  mode: ImportMode.default('upsert').describe('`replace` also removes what the file does not name.'),
  apply: z.enum(['true', 'false']).default('false').describe('Without it nothing is stored.'),
  kind: TableKind.optional().describe('What the rows of a table are, where its columns do not tell.'),
})

const ImportReport = z
  .strictObject({ isApplied: z.boolean(), preview: ImportPreview })
  .readonly()
  .meta({ id: 'ImportReport' })

const postImport = guarded('import', {
  method: 'post',
  path: '/v1/imports',
  summary:
    'What a file would change and which cover it would break, or every place that is wrong with it; if told to apply it, stores just that, and keeps the state before',
  request: {
    query: ImportQuery,
    body: {
      required: true,
      // Read by the code that also reads files: places in the text, such as of a field that stands twice, are lost in a value.
      content: {
        'application/json': { schema: { $ref: '#/components/schemas/Region' } },
        'text/csv': { schema: { type: 'string' } },
      },
    },
  },
  responses: {
    200: { description: 'What it changes.', content: { 'application/json': { schema: ImportReport } } },
    ...problemResponses('malformed-json', 'forbidden', 'body-too-large', 'unsupported-media-type', 'invalid'),
  },
})

/** `POST /v1/imports`. */
export const imports = ({ ports }: ApiContext) =>
  router().openapi(
    postImport,
    async (c) => {
      const { actor, region } = c.get('session')
      const { mode, apply, kind } = c.req.valid('query')
      const read = await readBody(c, kind)
      if (!read.ok) throw refusalOf(c, read.refusal)
      const now = ports.now()
      const done = await importRegion<ImportBar>(ports.regions, {
        region,
        decide: importFor(read.value, actor, { mode, today: dateInGermany(now), newId: ports.newId }),
        by: { actor: actor.id, at: instantOf(now), newId: ports.newId },
        keep: apply === 'true' ? ports.exports.keep : undefined,
      })
      if (!done.ok) throw refusalOf(c, done.refusal)
      const { isApplied, preview } = done.value
      return c.json({ isApplied, preview }, 200)
    },
    refuseInvalid({ query: ImportQuery }),
  )

/** The file in the body, of the kind that its media type says. */
async function readBody(c: ApiRequest, kind: TableKind | undefined): Promise<Result<ReadImport, readonly ImportBar[]>> {
  const [type] = (c.req.header('Content-Type') ?? '').toLowerCase().split(';')
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  if (type?.trim() === 'text/csv') return readTableImport(bytes, kind)
  if (type?.trim() !== 'application/json') throw refusal(c, 'unsupported-media-type')
  const read = readRegionImport(bytes)
  const { region } = c.get('session')
  return read.ok && read.value.region !== region
    ? refuse([{ pointer: '/region/id', code: 'not-one-of', allowed: [region] }])
    : read
}

function refusalOf(c: ApiRequest, bars: readonly (ImportBar | RegionChanging)[]) {
  const errors = bars.flatMap((bar): InvalidValue[] => {
    if (bar.code === 'region-changing') return []
    return ['row' in bar ? inTable(bar) : { in: 'body', ...bar }]
  })
  if (errors.length === 0) return refusal(c, 'busy')
  if (errors.some(({ code }) => code === 'forbidden')) return refusal(c, 'forbidden', { errors })
  const isText = errors.every(({ code }) => code !== 'not-json' && code !== 'not-utf8')
  return refusal(c, isText ? 'invalid' : 'malformed-json', { errors })
}

/** A table has no pointers: its places are rows and columns. */
function inTable({
  column,
  ...bar
}: Extract<ImportBar, { readonly row: number }> & { readonly column?: string }): InvalidValue {
  const facts = bar.code === 'week-out-of-order' ? { ...bar, expected: String(bar.expected) } : bar
  return { in: 'body', pointer: '', ...facts, ...(column !== undefined && { columnName: column }) }
}
