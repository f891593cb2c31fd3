import type { OpenAPIHono } from '@hono/zod-openapi'
import { type Action, rightsTo, type Scope } from '@vertretbar/domain/access-policy'
import { answerHeaders, headersFor } from './openapi-headers.ts'
import { type DocumentSchema, limited, type OpenApi } from './openapi-limits.ts'
import { parameterTexts, tagTexts } from './openapi-texts.ts'
import { actionOf } from './route.ts'
import type { ApiEnv } from './session.ts'

type Paths = NonNullable<OpenApi['paths']>
type Operation = NonNullable<Paths[string]['get']>
type Parameters = NonNullable<Operation['parameters']>

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: DocumentSchema }>>
}

interface Answer extends Content {
  readonly description: string
  readonly headers?: object
}

/** Whatever is sent is measured first, also where nothing is asked for. */
const tooLarge: Answer = {
  description: '`body-too-large`: The body is larger than this address takes',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const about = {
  openapi: '3.1.0',
  info: {
    title: 'Vertretbar',
    version: '1',
    license: { name: 'EUPL-1.2', url: 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12' },
    contact: { name: 'Vertretbar maintainers' },
    description: [
      'Authorities that agreed to help each other keep payroll, audit and procurement staffed.',
      'Errors are problem documents (RFC 9457) with a stable `code`; a `422` names every wrong value with its place.',
      'What somebody may not know of is answered as if it were not there.',
      'An answer with an `ETag` is answered with `304` to whoever has it. A write with an `Idempotency-Key` is made once.',
      'Bodies hold up to 1 MB, horizons up to 366 days. Whoever asks too often is told by `Retry-After` when to go on.',
    ].join('\n\n'),
  },
  servers: [{ url: '/', description: 'Where this document was fetched, local or in production', 'x-internal': false }],
}

/** The OpenAPI 3.1 document of the API: each route as it validates, and what holds for all of them said once. */
export function openApiOf(app: OpenAPIHono<ApiEnv>): OpenApi {
  const { webhooks: _, ...made } = app.getOpenAPI31Document(about)
  const schemas: Record<string, DocumentSchema> = {}
  for (const [name, schema] of Object.entries(made.components?.schemas ?? {})) schemas[name] = limited(schema, name)
  const paths = Object.fromEntries(
    Object.entries(made.paths ?? {})
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, item]) => [path, described(path, item)]),
  )
  const tags = new Set(Object.keys(paths).map(tagOf))
  return {
    ...made,
    tags: [...tags].toSorted().map((name) => ({ name, description: tagTexts[name] ?? '' })),
    paths,
    components: { ...made.components, schemas, headers: answerHeaders, parameters: {} },
  }
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

const described = (path: string, item: Paths[string]): Paths[string] =>
  Object.fromEntries(
    methods.flatMap((method) => {
      const operation = item[method]
      return operation === undefined ? [] : [[method, whole(operation, { method, path })]]
    }),
  )

/** A route with its name, its right and everything that answers may be. */
function whole(operation: Operation, { method, path }: { readonly method: string; readonly path: string }): Operation {
  const { parameters, requestBody, responses: { default: _, ...responses } = {}, ...others } = operation
  const isForMembers = operation.security !== undefined
  const isCounted = isForMembers || path.startsWith(feedPath)
  const isConditional = '304' in responses || method === 'put' || method === 'post'
  const answers: Readonly<Record<string, Answer>> = { ...(method !== 'get' && { 413: tooLarge }), ...responses }
  return {
    ...others,
    operationId: operationIdOf(method, path),
    tags: [tagOf(path)],
    description: [operation.summary, operation.description ?? rightText(actionOf(operation))].join('.\n\n'),
    ...(parameters && { parameters: parameters.map(parameterOf) }),
    ...(requestBody && !('$ref' in requestBody) && { requestBody: { ...requestBody, ...contentOf(requestBody) } }),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, answer]) => [
        status,
        {
          ...answer,
          ...contentOf(answer),
          headers: { ...references(headersFor(status, { isForMembers, isCounted, isConditional })), ...answer.headers },
        },
      ]),
    ),
  }
}

const references = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

function contentOf({ content }: Content) {
  if (content === undefined) return {}
  return {
    content: Object.fromEntries(
      Object.entries(content).map(([type, { schema, ...one }]) => [
        type,
        { ...one, ...(schema && { schema: limited(schema) }) },
      ]),
    ),
  }
}

function parameterOf(parameter: Parameters[number]): Parameters[number] {
  if ('$ref' in parameter) return parameter
  const { schema, description, name } = parameter
  const text = description ?? parameterTexts[name]
  return { ...parameter, ...(text !== undefined && { description: text }), ...(schema && { schema: limited(schema) }) }
}

/** `postBookingsByIdConsents`: the method and the address in one word. */
function operationIdOf(method: string, path: string): string {
  const words = path
    .replace(/^\/v1/, '')
    .split(/[/.-]/)
    .map((part) => part.replace(/^\{(.+)\}$/, 'by-$1'))
    .flatMap((part) => part.split('-'))
  return method + words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')
}

/** Where calendars are read: by whoever knows the address, and each as often as a member may ask. */
const feedPath = '/feeds/'

const tagOf = (path: string): string => {
  if (path.startsWith(feedPath)) return 'feeds'
  return path.startsWith('/v1/') ? (path.split('/')[2] ?? '') : 'installation'
}

const scopes: Readonly<Record<Scope, string>> = {
  own: 'for themselves',
  authority: 'for their authority',
  area: 'for their area of their authority',
  partner: 'for their authority and those linked to it by an agreement',
  region: 'for the whole region',
}

function rightText(action: Action | undefined): string {
  if (action === undefined) return 'Open to everybody.'
  const byScope = Map.groupBy(Object.entries(rightsTo(action)), ([, scope]) => scope)
  const rights = [...byScope].map(
    ([scope, alike]) => `${alike.map(([role]) => `\`${role}\``).join(', ')} ${scopes[scope]}`,
  )
  return `Right \`${action}\`: ${rights.join('; ')}.`
}
