import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type LocalApi, startLocalApi } from '../api/local-api.ts'
import { Document, type Route, routesOf } from './document.ts'
import { findingsIn } from './lint.ts'
import { validatorFor } from './validator.ts'

let api: LocalApi
let served: object
let document: Document
let routes: readonly Route[]

beforeAll(async () => {
  api = await startLocalApi('described')
  served = z.looseObject({}).parse(await (await api.app.request('/openapi.json')).json())
  document = Document.parse(served)
  routes = routesOf(document)
})
afterAll(() => api.close())

const statusesOf = ({ responses }: Route): string[] => Object.keys(responses)
/** What takes no sign-in answers alike, whatever is wrong with its values. */
const tellsFaults = ({ parameters, security }: Route): boolean => parameters.length > 0 && security !== undefined
const lacking = (wanted: (route: Route) => readonly string[]) =>
  routes.flatMap((route) =>
    wanted(route)
      .filter((status) => !statusesOf(route).includes(status))
      .map((status) => `${route.name}: ${status}`),
  )

describe('the description of the API', () => {
  it('is the one that is checked in; `npx -y pnpm@12 schema` writes it again', () => {
    const checkedIn: unknown = JSON.parse(readFileSync(new URL('openapi.json', import.meta.url), 'utf8'))
    expect(served).toEqual(checkedIn)
  })

  it('has every route of the API and no other', () => {
    const known = api.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    const described = [...routes.map(({ name }) => name), 'get /openapi.json']
    expect([...new Set(known)].toSorted()).toEqual(described.toSorted())
  })

  it('names each route once, and its tag among those that it describes', () => {
    const names = routes.map(({ operationId }) => operationId)
    expect(new Set(names).size).toBe(names.length)
    const known = document.tags.map(({ name }) => name)
    expect(routes.flatMap(({ tags }) => tags).filter((tag) => !known.includes(tag))).toEqual([])
  })

  it('tells of each route of members its right, and what may stand against any request', () => {
    // What makes a login a member takes none of their rights.
    const members = routes.filter(({ name, path }) => path.startsWith('/v1/') && name !== 'post /v1/me/membership')
    expect(members.length).toBeGreaterThan(20)
    expect(members.filter((route) => route['x-action'] === undefined || route.security === undefined)).toEqual([])
    expect(lacking(({ path }) => (path.startsWith('/v1/') ? ['401', '403', '429', '500', '503'] : []))).toEqual([])
  })

  it('tells of each route what its body and its values may be refused for', () => {
    expect(lacking(({ requestBody }) => (requestBody === undefined ? [] : ['400', '413', '415', '422']))).toEqual([])
    expect(lacking((route) => (tellsFaults(route) ? ['422'] : []))).toEqual([])
    expect(lacking(({ path }) => (path.includes('{id}') ? ['404'] : []))).toEqual([])
  })

  it('tells every error as a problem document, and no answer by a default', () => {
    const errors = routes.flatMap((route) =>
      Object.entries(route.responses)
        .filter(([status]) => status >= '400')
        .map(([status, { content = {} }]) => [`${route.name} ${status}`, Object.keys(content)]),
    )
    expect(errors.length).toBeGreaterThan(100)
    expect(errors.filter(([, types]) => String(types) !== 'application/problem+json')).toEqual([])
  })

  it('has schemas that a validator understands', () => {
    const validate = validatorFor(served)
    for (const name of Object.keys(document.components.schemas))
      expect(() => validate(['components', 'schemas', name], null)).not.toThrow()
  })

  it('has nothing that the rules for such documents and those of OWASP object to', { timeout: 120_000 }, async () => {
    expect(await findingsIn(served)).toEqual({ open: [], idle: [] })
  })
})
