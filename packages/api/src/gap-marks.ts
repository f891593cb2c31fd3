import { AcknowledgeGap } from '@vertretbar/domain/command/mark-gap'
import { GapMark } from '@vertretbar/domain/gap-mark'
import type { Context } from 'hono'
import * as z from 'zod'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { carryOut, type Done, KeyHeader } from './order.ts'
import { problemResponses, refusal } from './problem.ts'
import { guarded } from './route.ts'
import { router } from './session.ts'

/** Which gap: the one of this need that contains this half-day. */
const NamedGap = AcknowledgeGap.unwrap().omit({ kind: true }).readonly().meta({ id: 'NamedGap' })

const StoredMark = z
  .strictObject({ version: z.int().min(1), mark: GapMark })
  .readonly()
  .meta({ id: 'StoredMark' })

const mark = <Path extends string>(path: Path, summary: string) =>
  guarded('mark-gap', {
    method: 'post',
    path: `/v1/gaps/${path}`,
    summary,
    request: {
      headers: KeyHeader,
      body: { required: true, content: { 'application/json': { schema: NamedGap } } },
    },
    responses: {
      201: { description: 'What was said of the gap.', content: { 'application/json': { schema: StoredMark } } },
      ...problemResponses('malformed-json', 'not-found', 'unsupported-media-type', 'invalid', 'key-of-another'),
    },
  })

const postAcknowledgement = mark(
  'acknowledgements',
  'Says that a gap is known: it is not told again until it gets worse',
)
const postAcceptedRisk = mark('accepted-risks', 'Says that the risk of a gap is borne')

function afterwards(c: Context, { outcome, snapshot }: Done) {
  const stored = snapshot.region.gapMarks?.find(({ id }) => outcome.gapMarks.includes(id))
  if (stored === undefined) throw refusal(c, 'not-found')
  return { version: snapshot.version, mark: stored }
}

/** `POST /v1/gaps/acknowledgements` and `POST /v1/gaps/accepted-risks`. */
export const gapMarks = (context: ApiContext) =>
  router()
    .openapi(
      postAcknowledgement,
      async (c) =>
        c.json(afterwards(c, await carryOut(c, context, { kind: 'acknowledge-gap', ...c.req.valid('json') })), 201),
      refuseInvalid({ json: NamedGap, header: KeyHeader }),
    )
    .openapi(
      postAcceptedRisk,
      async (c) =>
        c.json(afterwards(c, await carryOut(c, context, { kind: 'accept-risk', ...c.req.valid('json') })), 201),
      refuseInvalid({ json: NamedGap, header: KeyHeader }),
    )
