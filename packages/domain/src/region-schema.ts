import * as z from 'zod'
import { RegionFile } from './region.ts'

/** The JSON Schema (draft 2020-12) of the region file, made from the schema that validates it. */
export const regionJsonSchema = (): unknown => ({
  $id: 'https://vertretbar.example/schema/region-1.schema.json',
  title: 'Vertretbar region file, version 1',
  ...z.toJSONSchema(RegionFile, { io: 'input' }),
})
