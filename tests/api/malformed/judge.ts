import * as z from 'zod'
import type { Document, Route } from '../../contract/document.ts'
import { routesOf } from '../../contract/document.ts'
import { type Validate, validatorFor } from '../../contract/validator.ts'

/** What came back, and what it was asked by. */
export interface Answered {
  readonly method: string
  readonly address: string
  /** All that the request said, to tell an echo from a leak. */
  readonly said: string
  /** Whether it was larger than anything may be. */
  readonly isTooLarge: boolean
  readonly response: Response
  readonly text: string
}

/** Tells all that is wrong with an answer, whatever was asked: by the document, and by what nobody may be told. */
export function judgeFor(document: Document, served: object): (answered: Answered) => string[] {
  const routes = routesOf(document).map((route) => ({ ...route, pattern: patternOf(route.path) }))
  const validate = validatorFor(served)
  return (answered) => {
    const path = new URL(answered.address, 'http://localhost').pathname
    const here = routes.filter(({ pattern }) => pattern.test(path))
    const method = answered.method === 'HEAD' ? 'get' : answered.method.toLowerCase()
    const route = here.find((one) => one.method === method)
    return [
      ...(route === undefined ? nowhere(answered, here) : somewhere(answered, route, validate)),
      ...hasRequestId(answered),
      ...leaks(answered),
    ]
  }
}

/** A parameter is a segment that is not empty. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`)

function nowhere({ method, response, text, isTooLarge }: Answered, here: readonly Route[]): string[] {
  const { status } = response
  const wanted = isTooLarge ? 413 : here.length === 0 ? 404 : method === 'OPTIONS' ? 204 : 405
  if (status !== wanted) return [`status ${status} instead of ${wanted}`]
  if ((wanted === 204 || wanted === 405) && response.headers.get('Allow') === null) return ['no Allow']
  return method === 'HEAD' || status === 204 || problemOf(text) ? [] : [`no problem document: ${text.slice(0, 200)}`]
}

const problemOf = (text: string): boolean => {
  try {
    return z.object({ type: z.string(), code: z.string() }).safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}

function somewhere({ method, response, text }: Answered, route: Route, validate: Validate): string[] {
  const status = String(response.status)
  const described = route.responses[status]
  if (described === undefined) return [`${route.name} describes no ${status}: ${text.slice(0, 300)}`]
  const headers = checkedHeaders.filter(
    (name) => response.headers.has(name) && !Object.keys(described.headers).includes(name),
  )
  const said = headers.map((name) => `${route.name} ${status} describes no ${name}`)
  if (method === 'HEAD' || described.content === undefined)
    return text === '' ? said : [...said, `a body where there is none: ${text.slice(0, 200)}`]
  const [type = ''] = (response.headers.get('Content-Type') ?? '').split(';')
  if (described.content[type] === undefined) return [...said, `${route.name} ${status} describes no ${type}`]
  const place = ['paths', route.path, route.method, 'responses', status, 'content', type, 'schema']
  return [...said, ...bodyFaults(type, text, (value) => validate(place, value))]
}

/** Headers that tell something: where they are sent, the document says so. */
const checkedHeaders = [
  'ETag',
  'Location',
  'Retry-After',
  'WWW-Authenticate',
  'RateLimit',
  'Vary',
  'Cache-Control',
  'Link',
]

function bodyFaults(type: string, text: string, validate: (value: unknown) => readonly string[]): string[] {
  if (!type.endsWith('json')) return []
  try {
    return validate(JSON.parse(text)).map((fault) => `the body is not as described: ${fault}`)
  } catch (error) {
    return [`the body cannot be read: ${String(error)}`]
  }
}

const hasRequestId = ({ response }: Answered): string[] =>
  /^[\w=-]{1,255}$/.test(response.headers.get('X-Request-Id') ?? '') ? [] : ['no id of the request']

/** What tells how the service is built, or of another region. */
const secrets: readonly RegExp[] = [
  /\bat \S+ \(/,
  /node:internal|node_modules|\.ts:\d/,
  /\b(?:TypeError|SyntaxError|ZodError|RangeError|ValidationException|ConditionalCheckFailed)\b/,
  /vertretbar-api-test/,
  /127\.0\.0\.1|ECONN/,
  /\b[RIF]#|#A#|#HEAD|MEMBERSHIP|FEED-TOKEN/,
  /elsewhere|farther/,
]

function leaks({ response, text, said }: Answered): string[] {
  const told = [text, ...[...response.headers].map(([name, value]) => `${name}: ${value}`)].join('\n')
  return secrets
    .filter((one) => one.test(told) && !one.test(said))
    .map((one) => `it tells ${one}: ${told.slice(0, 300)}`)
}
