import * as z from 'zod'
import { type Expected, type Format, type Problem, pointerTo } from './problem.ts'

/** What zod found wrong with `input`, as problems with their place and what would be right there. */
export const schemaProblems = (schema: z.ZodType, error: z.ZodError, input: unknown): Problem[] =>
  error.issues.flatMap((issue) => problemsOf(schema, issue, input))

type Issue = z.core.$ZodIssue

function problemsOf(schema: z.ZodType, issue: Issue, input: unknown): Problem[] {
  const pointer = pointerTo(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(schema, issue.path, input)
    return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), code: 'unknown-field', known }))
  }
  if (valueAt(input, issue.path) === undefined) return [{ pointer, code: 'missing-field', expected: expectedOf(issue) }]
  switch (issue.code) {
    case 'invalid_type':
      return [{ pointer, code: 'wrong-type', expected: expectedOf(issue) }]
    case 'invalid_value':
      return [{ pointer, code: 'not-one-of', allowed: issue.values.map(String) }]
    case 'invalid_format':
      return [{ pointer, code: 'wrong-format', format: formatOf(issue.message) }]
    case 'too_small':
      return [{ pointer, code: 'too-small', of: measureOf(issue.origin), minimum: Number(issue.minimum) }]
    case 'too_big':
      return [{ pointer, code: 'too-large', of: measureOf(issue.origin), maximum: Number(issue.maximum) }]
    case 'invalid_key':
      return [{ pointer, code: 'wrong-format', format: 'id' }]
    case 'invalid_union':
      return [{ pointer, code: 'not-one-of', allowed: discriminatorsAt(schema, issue.path) }]
    default:
      return [{ pointer, code: 'wrong-type', expected: 'value' }]
  }
}

const formats: Readonly<Record<string, Format>> = {
  date: 'date',
  'half-day': 'half-day',
  id: 'id',
  name: 'name',
  'official-key': 'official-key',
}
const formatOf = (message: string): Format => formats[message] ?? 'id'

const measureOf = (origin: string): 'characters' | 'entries' | 'value' =>
  origin === 'string' ? 'characters' : origin === 'array' ? 'entries' : 'value'

const expectations: Readonly<Record<string, Expected>> = {
  string: 'text',
  number: 'number',
  int: 'integer',
  boolean: 'boolean',
  array: 'list',
  tuple: 'list',
  object: 'object',
  record: 'object',
}
const expectedOf = (issue: Issue): Expected =>
  (issue.code === 'invalid_type' ? expectations[issue.expected] : undefined) ??
  (issue.code === 'invalid_value' ? 'text' : 'value')

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, step)
  }
  return value
}

const fieldsAt = (schema: z.ZodType, path: readonly PropertyKey[], input: unknown): string[] => {
  const found = schemaAt(schema, path, input)
  return found instanceof z.ZodObject ? Object.keys(found.shape) : []
}

/** The values the discriminator at the end of the path may have. */
function discriminatorsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const union = bare(schemaAt(schema, path.slice(0, -1), undefined) ?? schema)
  const key = String(path.at(-1))
  return union instanceof z.ZodDiscriminatedUnion
    ? union.options.flatMap((option) => {
        const field: unknown = option instanceof z.ZodObject ? option.shape[key] : undefined
        return field instanceof z.ZodLiteral ? [...field.values].map(String) : []
      })
    : []
}

/** The schema that a path leads to; of a discriminated union the option that the input chose. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[], input: unknown): z.ZodType | undefined {
  let [current, value]: [unknown, unknown] = [schema, input]
  for (const step of path) {
    current = childOf(chosen(bare(current), value), step)
    value = valueAt(value, [step])
    if (current === undefined) return undefined
  }
  const found = chosen(bare(current), value)
  return found instanceof z.ZodType ? found : undefined
}

function bare(schema: unknown): unknown {
  return schema instanceof z.ZodReadonly || schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema
}

function chosen(schema: unknown, value: unknown): unknown {
  if (!(schema instanceof z.ZodDiscriminatedUnion) || value === undefined) return schema
  return schema.options.find((option) => {
    const key: unknown = option instanceof z.ZodObject ? option.shape[schema.def.discriminator] : undefined
    return key instanceof z.ZodType && key.safeParse(valueAt(value, [schema.def.discriminator])).success
  })
}

function childOf(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)]
  if (schema instanceof z.ZodArray) return schema.element
  if (schema instanceof z.ZodTuple) return schema.def.items[Number(step)]
  if (schema instanceof z.ZodRecord) return schema.valueType
  return undefined
}
