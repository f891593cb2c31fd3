import * as z from 'zod'
import { type Expected, type Format, type Problem, pointerTo, type Wanted } from './problem.ts'

/** What zod found wrong with `input`, as problems with their place and what would be right there. */
export const schemaProblems = (schema: z.ZodType, error: z.core.$ZodError, input: unknown): Problem[] =>
  error.issues
    .filter((issue, index) => !isSaidBetterBy(error.issues[index + 1], issue))
    .flatMap((issue) => problemsOf(schema, issue, input))

type Issue = z.core.$ZodIssue

/** Of 1e300 zod says first that it is beyond every safe integer and then that it is beyond the limit of its field. */
const isSaidBetterBy = (next: Issue | undefined, { code, path }: Issue): boolean =>
  next?.code === code && pointerTo(next.path) === pointerTo(path)

function problemsOf(schema: z.ZodType, issue: Issue, input: unknown): Problem[] {
  const pointer = pointerTo(issue.path)
  if (issue.code === 'invalid_union') {
    const union = schemaAt(schema, issue.path, input)
    const option = isPlainUnion(union) ? optionOf(union, valueAt(input, issue.path)) : -1
    const inner = issue.errors[option] ?? []
    if (inner.length > 0)
      return inner.flatMap((one) => problemsOf(schema, { ...one, path: [...issue.path, ...one.path] }, input))
  }
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(schema, issue.path, input)
    return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), code: 'unknown-field', known }))
  }
  const wanted = wantedBy(schemaAt(schema, issue.path, input))
  if (valueAt(input, issue.path) === undefined) return [{ pointer, code: 'missing-field', ...wanted }]
  switch (issue.code) {
    case 'invalid_value':
    case 'invalid_union':
      return [{ pointer, code: 'not-one-of', allowed: wanted.allowed ?? [] }]
    case 'invalid_format':
      return [{ pointer, code: 'wrong-format', format: formatOf(issue.message) }]
    case 'too_small':
      return [{ pointer, code: 'too-small', of: measureOf(issue.origin), minimum: Number(issue.minimum) }]
    case 'too_big':
      return [{ pointer, code: 'too-large', of: measureOf(issue.origin), maximum: Number(issue.maximum) }]
    case 'invalid_key':
      return [{ pointer, code: 'wrong-format', format: 'id' }]
    default:
      return [{ pointer, code: 'wrong-type', ...wanted }]
  }
}

const formats: Readonly<Record<string, Format>> = {
  address: 'address',
  cursor: 'cursor',
  date: 'date',
  'half-day': 'half-day',
  id: 'id',
  instant: 'instant',
  name: 'name',
  'official-key': 'official-key',
  'time-of-day': 'time-of-day',
}
const formatOf = (message: string): Format => formats[message] ?? 'id'

const measureOf = (origin: string): 'characters' | 'entries' | 'value' =>
  origin === 'string' ? 'characters' : origin === 'array' ? 'entries' : 'value'

const expectations: Readonly<Record<string, Expected>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
  tuple: 'list',
  object: 'object',
  record: 'object',
  union: 'object',
}

/** Asked of the schema, not of the issue: zod says of `z.int()` that it expects a number, and of a format nothing. */
function wantedBy(schema: unknown): Wanted {
  if (!(schema instanceof z.ZodType)) return { expected: 'value' }
  if (schema instanceof z.ZodNumber && schema.isInt) return { expected: 'integer' }
  if (schema instanceof z.ZodEnum) return { expected: 'text', allowed: schema.options.map(String) }
  if (schema instanceof z.ZodLiteral) return { expected: 'text', allowed: [...schema.values].map(String) }
  const expected = expectations[schema.type] ?? 'value'
  // No format has room for a NUL, so what the schema says against one names the format.
  const against = schema.safeParse('\0').error?.issues[0]
  return against?.code === 'invalid_format' ? { expected, format: formatOf(against.message) } : { expected }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, step)
  }
  return value
}

const fieldsAt = (schema: z.ZodType, path: readonly PropertyKey[], input: unknown): string[] => {
  const found = chosen(schemaAt(schema, path, input), valueAt(input, path))
  return found instanceof z.ZodObject ? Object.keys(found.shape) : []
}

/** The schema that a path leads to, through those options of discriminated unions that the input chose. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[], input: unknown): unknown {
  let [current, value]: [unknown, unknown] = [bare(schema), input]
  for (const step of path) {
    current = bare(childOf(chosen(current, value), step))
    value = valueAt(value, [step])
  }
  return current
}

function bare(schema: unknown): unknown {
  const isWrapped = schema instanceof z.ZodReadonly || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
  return isWrapped ? bare(schema.unwrap()) : schema
}

/** A union without a field that tells its options apart. */
const isPlainUnion = (schema: unknown): schema is z.ZodUnion =>
  schema instanceof z.ZodUnion && !(schema instanceof z.ZodDiscriminatedUnion)

/** The option that knows most of the fields that are there, the first of equals: what was meant, even if not said well. */
function optionOf({ options }: z.ZodUnion, value: unknown): number {
  const fields = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const known = options.map((option) => fields.filter((field) => childOf(bare(option), field) !== undefined).length)
  return known.indexOf(Math.max(...known))
}

/** The option that a value chose; the union itself as long as it chose none. */
function chosen(schema: unknown, value: unknown): unknown {
  if (isPlainUnion(schema)) return bare(schema.options[optionOf(schema, value)])
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema
  const { discriminator } = schema.def
  const option = schema.options.find((one) => {
    const key = childOf(bare(one), discriminator)
    return key instanceof z.ZodType && key.safeParse(valueAt(value, [discriminator])).success
  })
  return option === undefined ? schema : bare(option)
}

function childOf(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)]
  if (schema instanceof z.ZodArray) return schema.element
  if (schema instanceof z.ZodTuple) return schema.def.items[Number(step)]
  if (schema instanceof z.ZodRecord) return schema.valueType
  if (schema instanceof z.ZodDiscriminatedUnion && step === schema.def.discriminator)
    return z.enum(schema.options.flatMap((option) => wantedBy(childOf(bare(option), step)).allowed ?? []))
  return undefined
}
