import * as z from 'zod'

const Schema = z.looseObject({})
const Content = z.record(z.string(), z.object({ schema: Schema }))
const Operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  tags: z.array(z.string()).length(1),
  'x-action': z.string().optional(),
  security: z.array(z.object({ login: z.array(z.string()) })).optional(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(['path', 'query', 'header']),
        required: z.boolean(),
        description: z.string(),
        schema: Schema,
      }),
    )
    .default([]),
  requestBody: z.object({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^[2345]\d\d$/),
    z.object({ description: z.string(), headers: z.record(z.string(), Schema), content: Content.optional() }),
  ),
})
export type Operation = z.infer<typeof Operation>

/** What tests read of the OpenAPI document; an operation without a name, a tag or headers is none. */
export const Document = z.looseObject({
  openapi: z.literal('3.1.0'),
  tags: z.array(z.object({ name: z.string(), description: z.string().min(1) })),
  paths: z.record(z.string(), z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), Schema), headers: z.record(z.string(), Schema) }),
})
export type Document = z.infer<typeof Document>

/** A route of the document. */
export interface Route extends Operation {
  readonly method: string
  readonly path: string
  /** `get /v1/gaps` */
  readonly name: string
}

/** Every route of a document, in its order. */
export const routesOf = ({ paths }: Document): Route[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method,
      path,
      name: `${method} ${path}`,
      ...operation,
    })),
  )
