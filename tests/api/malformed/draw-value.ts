import * as z from 'zod'
import type { Document } from '../../contract/document.ts'
import type { Random } from '../../generate/random.ts'
import type { Json } from './json.ts'

/** What a draw reads of a schema. */
const Schema = z.object({
  $ref: z.string().optional(),
  type: z.string().optional(),
  const: z.json().optional(),
  enum: z.array(z.json()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  minItems: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  format: z.string().optional(),
})
type Schema = z.infer<typeof Schema>

/** Draws values that a schema of the document describes, with ids that some of its region know. */
export function valueDrawer({ components }: Document, ids: readonly string[]) {
  const drawn = (input: unknown, random: Random): Json => {
    const schema = Schema.parse(input ?? {})
    if (schema.$ref !== undefined) return named(schema.$ref.split('/').at(-1) ?? '', random)
    if (schema.const !== undefined) return schema.const
    if (schema.enum !== undefined) return random.pick(schema.enum)
    const options = schema.oneOf ?? schema.anyOf
    if (options !== undefined) return drawn(random.pick(options), random)
    // A reference with something said beside it.
    if (schema.allOf !== undefined) return drawn(schema.allOf[0], random)
    return ofType(schema, random)
  }
  const named = (name: string, random: Random): Json => {
    const day = `2027-01-${random.int(11, 15)}`
    const texts: Readonly<Record<string, () => Json>> = {
      Id: () => random.pick(ids),
      Name: () => random.pick(['contacts', 'open-cases', 'Müller & Söhne', 'x']),
      LocalDate: () => day,
      HalfDay: () => `${day}/${random.pick(['am', 'pm'])}`,
      Instant: () => `${day}T08:00:00.000Z`,
      Address: () => 'somebody@example.de',
    }
    return texts[name]?.() ?? drawn(components.schemas[name], random)
  }
  const ofType = (schema: Schema, random: Random): Json => {
    switch (schema.type) {
      case 'string':
        return random.pick(['x', ...ids])
      case 'integer':
      case 'number':
        return random.pick([schema.minimum ?? 0, schema.maximum ?? 1000, random.int(0, 5)])
      case 'boolean':
        return random.chance(0.5)
      case 'array':
        return Array.from({ length: Math.max(schema.minItems ?? 0, random.int(0, 2)) }, () =>
          drawn(schema.items, random),
        )
      default:
        return objectOf(schema, random)
    }
  }
  const objectOf = ({ properties = {}, required = [] }: Schema, random: Random): Json =>
    Object.fromEntries(
      Object.entries(properties)
        .filter(([field]) => required.includes(field) || random.chance(0.4))
        .map(([field, one]) => [field, drawn(one, random)]),
    )
  return drawn
}
