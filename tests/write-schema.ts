import { writeFileSync } from 'node:fs'
import { regionJsonSchema } from '@vertretbar/domain/region-schema'

// The published JSON Schema of the region file, next to the schema it is made from.
writeFileSync(
  new URL('../packages/domain/schema/region-1.schema.json', import.meta.url),
  `${JSON.stringify(regionJsonSchema(), null, 2)}\n`,
)
