import * as z from 'zod'

const text = z
  .string()
  .max(1000)
  .regex(/^[^\p{C}]*$/u)
const words = z.array(text).max(1000).readonly()
const whole = z.int().min(0)

/** Facts of what would be right; which of them are there depends on the code. */
const facts = {
  /** Into what the value, a kind of it, or its text must fit. */
  expected: text,
  format: text,
  allowed: words,
  known: words,
  of: text,
  minimum: z.number(),
  maximum: z.number(),
  /** What the value names or clashes with. */
  id: text,
  to: text,
  from: text,
  first: text,
  last: text,
  other: text,
  halfDay: text,
  booking: text,
  /** How long or deep it is, and where in the text. */
  days: whole,
  levels: whole,
  line: whole,
  column: whole,
  byte: whole,
  /** Where in a table: the row as a spreadsheet counts it, the header being 1, and the name of the column. */
  row: whole,
  columnName: text,
  cells: whole,
  columns: whole,
  form: text,
}

/** Where a value is wrong, why, and the facts of what would be right; the facts depend on the code. */
export const InvalidValue = z
  .strictObject({
    in: z.enum(['query', 'path', 'header', 'body']),
    pointer: z
      .string()
      .max(1000)
      .regex(/^(?:stored:)?(?:\/(?:[^/~]|~[01])*)*$/)
      .describe(
        'JSON pointer (RFC 6901) to the value; after `stored:` to one that is stored, with ids in place of positions',
      ),
    code: z
      .string()
      .max(50)
      .regex(/^[a-z0-9-]+$/),
    ...z.object(facts).partial().shape,
  })
  .readonly()
  .meta({ id: 'InvalidValue' })
export type InvalidValue = z.infer<typeof InvalidValue>
