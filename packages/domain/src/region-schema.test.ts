import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { regionJsonSchema } from './region-schema.ts'

it('publishes the schema that validates: `pnpm schema` writes it again', () => {
  const published: unknown = JSON.parse(
    readFileSync(new URL('../schema/region-1.schema.json', import.meta.url), 'utf8'),
  )
  expect(published).toEqual(JSON.parse(JSON.stringify(regionJsonSchema())))
})
