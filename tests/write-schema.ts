import { writeFileSync } from 'node:fs'
import { regionJsonSchema } from '@vertretbar/domain/region-schema'
import { startLocalApi } from './api/local-api.ts'

const write = (path: string, content: unknown): void =>
  writeFileSync(new URL(path, import.meta.url), `${JSON.stringify(content, null, 2)}\n`)

// The published JSON Schema of the region file, next to the schema it is made from.
write('../packages/domain/schema/region-1.schema.json', regionJsonSchema())

// The description of the API as it was agreed to: what changes it shows as a difference in this file.
const api = await startLocalApi('described')
write('contract/openapi.json', await (await api.app.request('/openapi.json')).json())
await api.close()
