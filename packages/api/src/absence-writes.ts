import { ChangeAbsence, EndAbsence, RecordAbsence } from '@vertretbar/domain/command/absence'
import { Id } from '@vertretbar/domain/identifier'
import { Absence } from '@vertretbar/domain/specialist'
import * as z from 'zod'
import type { ApiContext } from './context.ts'
import { refuseInvalid } from './invalid.ts'
import { carryOut, type Done, KeyHeader } from './order.ts'
import { type ProblemCode, problemResponses, refusal } from './problem.ts'
import { guarded } from './route.ts'
import { type ApiRequest, router } from './session.ts'

const AskedAbsence = RecordAbsence.unwrap().omit({ kind: true }).readonly().meta({ id: 'AskedAbsence' })
const AskedTime = ChangeAbsence.unwrap().omit({ kind: true, absence: true }).readonly().meta({ id: 'AskedTime' })
const AskedEnd = EndAbsence.unwrap().omit({ kind: true, absence: true }).readonly().meta({ id: 'AskedEnd' })
const AbsencePath = z.strictObject({ id: Id })

/** What a write makes of an absence; one that became part of an earlier one is told as that. */
const StoredAbsence = z
  .strictObject({ version: z.int().min(1), absence: Absence })
  .readonly()
  .meta({ id: 'StoredAbsence' })

const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
})
const stored = { description: 'The absence afterwards.', content: { 'application/json': { schema: StoredAbsence } } }
const writeProblems: readonly ProblemCode[] = [
  'malformed-json',
  'not-found',
  'unsupported-media-type',
  'invalid',
  'key-of-another',
]

const postAbsence = guarded('change-absence', {
  method: 'post',
  path: '/v1/absences',
  summary: 'Somebody is away, up to a half-day or until a review date; never refused for lack of cover',
  request: { headers: KeyHeader, body: body(AskedAbsence) },
  responses: { 201: stored, ...problemResponses(...writeProblems) },
})

const putAbsence = guarded('change-absence', {
  method: 'put',
  path: '/v1/absences/{id}',
  summary: 'Gives an absence another time',
  request: { params: AbsencePath, headers: KeyHeader, body: body(AskedTime) },
  responses: { 200: stored, ...problemResponses(...writeProblems) },
})

const postEnd = guarded('change-absence', {
  method: 'post',
  path: '/v1/absences/{id}/ends',
  summary: 'Ends an absence with a half-day',
  request: { params: AbsencePath, headers: KeyHeader, body: body(AskedEnd) },
  responses: { 200: stored, ...problemResponses(...writeProblems) },
})

const deleteAbsence = guarded('change-absence', {
  method: 'delete',
  path: '/v1/absences/{id}',
  summary: 'Withdraws an absence, as if it had never been',
  request: { params: AbsencePath, headers: KeyHeader },
  responses: { 204: { description: 'There is none any more.' }, ...problemResponses(...writeProblems) },
})

function afterwards(c: ApiRequest, { outcome, snapshot }: Done) {
  const absence = snapshot.region.absences.find(({ id }) => outcome.absences.includes(id))
  if (absence === undefined) throw refusal(c, 'not-found')
  return { version: snapshot.version, absence }
}

/** `POST /v1/absences`, `PUT` and `DELETE /v1/absences/{id}`, and `POST /v1/absences/{id}/ends`. */
export const absenceWrites = (context: ApiContext) =>
  router()
    .openapi(
      postAbsence,
      async (c) =>
        c.json(afterwards(c, await carryOut(c, context, { kind: 'record-absence', ...c.req.valid('json') })), 201),
      refuseInvalid({ json: AskedAbsence, header: KeyHeader }),
    )
    .openapi(
      putAbsence,
      async (c) => {
        const command = { kind: 'change-absence' as const, absence: c.req.valid('param').id, ...c.req.valid('json') }
        return c.json(afterwards(c, await carryOut(c, context, command)), 200)
      },
      refuseInvalid({ param: AbsencePath, json: AskedTime, header: KeyHeader }),
    )
    .openapi(
      postEnd,
      async (c) => {
        const command = { kind: 'end-absence' as const, absence: c.req.valid('param').id, ...c.req.valid('json') }
        return c.json(afterwards(c, await carryOut(c, context, command)), 200)
      },
      refuseInvalid({ param: AbsencePath, json: AskedEnd, header: KeyHeader }),
    )
    .openapi(
      deleteAbsence,
      async (c) => {
        await carryOut(c, context, { kind: 'withdraw-absence', absence: c.req.valid('param').id })
        return c.body(null, 204)
      },
      refuseInvalid({ param: AbsencePath, header: KeyHeader }),
    )
