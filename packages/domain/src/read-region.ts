import { readJson } from './json-text.ts'
import type { Problem } from './problem.ts'
import { type Region, RegionFile } from './region.ts'
import { regionProblems } from './region-rules.ts'
import { accept, type Result, refuse } from './result.ts'
import { schemaProblems } from './schema-problem.ts'

/** A region from the bytes of a region file, or every problem of it with its place; never half a region. */
export function readRegion(bytes: Uint8Array): Result<Region, readonly Problem[]> {
  const json = readJson(bytes)
  return json.ok ? parseRegion(json.value) : json
}

/** A region from a parsed document, or every problem of it with its place. */
export function parseRegion(document: unknown): Result<Region, readonly Problem[]> {
  const parsed = parseRegionShape(document)
  if (!parsed.ok) return parsed
  const problems = regionProblems(parsed.value)
  return problems.length > 0 ? refuse(problems) : parsed
}

/** Every field of a region file is what it has to be; whether it holds together, is asked when it meets the store. */
export function readRegionShape(bytes: Uint8Array): Result<Region, readonly Problem[]> {
  const json = readJson(bytes)
  return json.ok ? parseRegionShape(json.value) : json
}

/** The same from a parsed document. */
export function parseRegionShape(document: unknown): Result<Region, readonly Problem[]> {
  const parsed = RegionFile.safeParse(document)
  return parsed.success ? accept(parsed.data) : refuse(schemaProblems(RegionFile, parsed.error, document))
}
