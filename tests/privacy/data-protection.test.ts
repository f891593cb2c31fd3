import { readdirSync, readFileSync } from 'node:fs'
import { personalData } from '@vertretbar/domain/personal-data'
import { impersonalSchemas, personalFields } from '@vertretbar/domain/personal-fields'
import { storedKinds } from '@vertretbar/store/stored-kinds'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type LocalApi, startLocalApi } from '../api/local-api.ts'
import { type Field, fieldsByName, reachable } from './schema-fields.ts'

const Document = z.object({
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
  paths: z.record(z.string(), z.record(z.string(), z.object({ responses: z.unknown() }))),
})

let api: LocalApi
/** Every schema by which something is stored or answered. */
let schemas: ReadonlyMap<string, readonly Field[]>
beforeAll(async () => {
  api = await startLocalApi('wolfenbuettel')
  const document = Document.parse(await (await api.app.request('/openapi.json')).json())
  const responses = Object.values(document.paths).flatMap((path) => Object.values(path).map((one) => one.responses))
  const names = reachable(document.components.schemas, responses)
  const answered = Object.entries(document.components.schemas).filter(([name]) => names.has(name))
  const stored = z.toJSONSchema(z.union(storedKinds.map(({ body }) => body)), { unrepresentable: 'any' })
  schemas = fieldsByName({ ...stored.$defs, ...Object.fromEntries(answered) })
})
afterAll(() => api.close())

/** Words for a person, whatever the schema. */
const personal = new Set(['displayName', 'by', 'requestedBy', 'actor', 'address', 'subject', 'identity', 'deputyOf'])

const tellsOfPerson = ({ path, description }: Field): boolean =>
  description === 'id of a specialist' || personal.has(path.split('.').at(-1) ?? '')

describe('the data-protection sheet', () => {
  it('knows every schema that is stored or answered, as one that concerns people or as one that does not', () => {
    const known = new Set([...Object.keys(personalFields), ...impersonalSchemas])
    expect([...schemas.keys()].filter((name) => !known.has(name))).toEqual([])
    expect([...known].filter((name) => !schemas.has(name))).toEqual([])
    expect(Object.keys(personalFields).filter((name) => impersonalSchemas.has(name))).toEqual([])
  })

  it('has a row for every field of those that concern people, and none for a field that is not there', () => {
    const listed = Object.entries(personalFields).map(([name, fields]) => [name, Object.keys(fields).toSorted()])
    const there = Object.keys(personalFields).map((name) => [name, pathsOf(name).toSorted()])
    expect(listed).toEqual(there)
  })

  it('takes no schema for impersonal that names somebody', () => {
    const naming = [...impersonalSchemas].filter((name) => schemas.get(name)?.some(tellsOfPerson))
    expect(naming).toEqual([])
  })

  it('takes no field for impersonal that names somebody', () => {
    const told = new Set(personalData().map(({ schema, field }) => `${schema}.${field}`))
    const naming = Object.keys(personalFields).flatMap((name) =>
      (schemas.get(name) ?? []).filter(tellsOfPerson).map(({ path }) => `${name}.${path}`),
    )
    expect(naming.filter((field) => !told.has(field))).toEqual([])
    expect(naming.length).toBeGreaterThan(20)
  })

  it('looks at every kind of thing that the store knows', () => {
    const folder = new URL('../../packages/store/src/', import.meta.url)
    const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
    const named = sources.flatMap((source) =>
      [...source.matchAll(/(?:name: |kindOf\()'([A-Z-]+)'/g)].map(([, name = '']) => name),
    )
    expect(new Set(storedKinds.map(({ name }) => name))).toEqual(new Set(named))
  })
})

const pathsOf = (name: string): string[] => (schemas.get(name) ?? []).map(({ path }) => path)
