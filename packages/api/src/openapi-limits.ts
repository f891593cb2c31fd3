import type { OpenAPIHono } from '@hono/zod-openapi'

/** The OpenAPI 3.1 document that the routes of an app make. */
export type OpenApi = ReturnType<OpenAPIHono['getOpenAPI31Document']>

/** A schema in it, or a reference to one. */
export type DocumentSchema = NonNullable<NonNullable<OpenApi['components']>['schemas']>[string]

/** What a pattern or a format says in other words, for readers that look for a length. */
const lengths: Readonly<Record<string, number>> = {
  LocalDate: '2026-12-07'.length,
  HalfDay: '2026-12-07/am'.length,
  TimeOfDay: '06:30'.length,
}

/** No body, asked or answered, has room for more entries than this, nor for a longer text. */
const mostEntries = 1_000_000
const longestText = 5_000_000

/**
 * A schema with its limits said in full: those that follow from how numbers, dates and bodies are read, beside those
 * that each field has of its own.
 */
export function limited(schema: DocumentSchema, name = ''): DocumentSchema {
  if ('$ref' in schema) return schema
  const { properties, items, oneOf, anyOf, allOf, additionalProperties } = schema
  return {
    ...schema,
    ...limitsOf(schema, name),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([field, one]) => [field, limited(one)])),
    }),
    ...(items && { items: limited(items) }),
    ...(oneOf && { oneOf: oneOf.map((one) => limited(one)) }),
    ...(anyOf && { anyOf: anyOf.map((one) => limited(one)) }),
    ...(allOf && { allOf: allOf.map((one) => limited(one)) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: limited(additionalProperties) }),
  }
}

function limitsOf(schema: Exclude<DocumentSchema, { $ref: string }>, name: string): DocumentSchema {
  const length = lengths[name]
  switch (schema.type) {
    case 'integer':
      return wholeNumber(schema.minimum, schema.maximum)
    case 'array':
      return entriesOf(schema)
    case 'string':
      return { maxLength: length ?? schema.maxLength ?? longestText, ...patternOf(schema.pattern) }
    default:
      return {}
  }
}

/** A tuple has as many entries as it names; what more there could be is said too, for some read nothing else. */
function entriesOf({ prefixItems, maxItems = mostEntries }: Exclude<DocumentSchema, { $ref: string }>): DocumentSchema {
  if (prefixItems === undefined) return { maxItems }
  const all = prefixItems.map((one) => limited(one))
  return { prefixItems: all, items: all[0] ?? {}, minItems: all.length, maxItems: all.length }
}

/** A pattern alone: JSON Schema reads all of them as Unicode; the flag that says so is left over from the expression. */
const patternOf = (pattern: string | undefined) =>
  pattern === undefined ? {} : { pattern: pattern.replace(/\$\/u$/, '$') }

/** Beyond the safe integers JSON is read differently by each language (RFC 8259 § 6); none is taken or given. */
function wholeNumber(minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER): DocumentSchema {
  const fitsInto32 = minimum >= -(2 ** 31) && maximum < 2 ** 31
  return { minimum, maximum, format: fitsInto32 ? 'int32' : 'int64' }
}
