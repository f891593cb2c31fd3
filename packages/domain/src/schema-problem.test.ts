import { expect, it } from 'vitest'
import * as z from 'zod'
import { HalfDay, LocalDate } from './half-day.ts'
import { Id, Name } from './identifier.ts'
import type { Problem } from './problem.ts'
import { schemaProblems } from './schema-problem.ts'

const Visit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once'), on: LocalDate }),
  z.strictObject({ kind: z.literal('weekly'), hours: z.int().min(1).optional() }).readonly(),
])
const Sought = z.strictObject({
  by: z.union([
    z.strictObject({ id: Id, on: LocalDate }).readonly(),
    z.strictObject({ name: Name, times: z.int(), on: LocalDate }),
  ]),
})
const wrongType = { pointer: '', code: 'wrong-type' } as const

it.each<readonly [name: string, schema: z.ZodType, input: unknown, problems: readonly Problem[]]>([
  ['a word for a whole number', z.int(), 'x', [{ ...wrongType, expected: 'integer' }]],
  ['a fraction for a whole number', z.int(), 1.5, [{ ...wrongType, expected: 'integer' }]],
  ['a word for an optional bounded one', z.int().min(1).optional(), 'x', [{ ...wrongType, expected: 'integer' }]],
  ['a word for a number made whole by a check', z.number().int(), 'x', [{ ...wrongType, expected: 'integer' }]],
  ['a word for any number', z.number().min(0), 'x', [{ ...wrongType, expected: 'number' }]],
  ['a number beyond all limits', z.int().max(9), 1e300, [{ pointer: '', code: 'too-large', of: 'value', maximum: 9 }]],
  ['a number below all limits', z.int().min(1), -1e300, [{ pointer: '', code: 'too-small', of: 'value', minimum: 1 }]],
  [
    'two neighbours beyond their limit',
    z.array(z.int().max(9)),
    [10, 11],
    ['/0', '/1'].map((pointer) => ({ pointer, code: 'too-large', of: 'value', maximum: 9 })),
  ],
  ['a number for any text', z.string().max(9), 7, [{ ...wrongType, expected: 'text' }]],
  ['a number for a date', LocalDate, 7, [{ ...wrongType, expected: 'text', format: 'date' }]],
  ['a number for a half-day', HalfDay.optional(), 7, [{ ...wrongType, expected: 'text', format: 'half-day' }]],
  ['a number for an id', Id, 7, [{ ...wrongType, expected: 'text', format: 'id' }]],
  ['nothing for a name', Name, null, [{ ...wrongType, expected: 'text', format: 'name' }]],
  ['a text for a pair', z.tuple([Id, Id]), 'x', [{ ...wrongType, expected: 'list' }]],
  ['a text for a record', z.record(Id, z.int()), 'x', [{ ...wrongType, expected: 'object' }]],
  ['a text for a union', Visit, 'x', [{ ...wrongType, expected: 'object' }]],
  [
    'a word for a whole number of a record',
    z.record(Id, z.int()).readonly(),
    { audit: 'x' },
    [{ ...wrongType, pointer: '/audit', expected: 'integer' }],
  ],
  [
    'a word for a whole number of the option that was chosen',
    z.array(Visit).readonly(),
    [{ kind: 'weekly', hours: 'x' }],
    [{ ...wrongType, pointer: '/0/hours', expected: 'integer' }],
  ],
  [
    'a missing field of the option that was chosen',
    Visit,
    { kind: 'once' },
    [{ pointer: '/on', code: 'missing-field', expected: 'text', format: 'date' }],
  ],
  [
    'a field of another option',
    Visit,
    { kind: 'weekly', on: '2026-12-07' },
    [{ pointer: '/on', code: 'unknown-field', known: ['kind', 'hours'] }],
  ],
  [
    'no option chosen',
    Visit,
    { on: '2026-12-07' },
    [{ pointer: '/kind', code: 'missing-field', expected: 'text', allowed: ['once', 'weekly'] }],
  ],
  [
    'an option that there is not',
    Visit,
    { kind: 'never' },
    [{ pointer: '/kind', code: 'not-one-of', allowed: ['once', 'weekly'] }],
  ],
  [
    'a word for a whole number of the option that knows most of the fields',
    Sought,
    { by: { name: 'x', times: 'x', on: '2026-12-07' } },
    [{ ...wrongType, pointer: '/by/times', expected: 'integer' }],
  ],
  [
    'a missing field of the option that knows most of the fields',
    Sought,
    { by: { times: 1, on: '2026-12-07' } },
    [{ pointer: '/by/name', code: 'missing-field', expected: 'text', format: 'name' }],
  ],
  [
    'a field that no option knows, where the first knows as many as the second',
    Sought,
    { by: { id: 'a', on: '2026-12-07', reason: 'x' } },
    [{ pointer: '/by/reason', code: 'unknown-field', known: ['id', 'on'] }],
  ],
  [
    'nothing of any option',
    Sought,
    { by: {} },
    [
      { pointer: '/by/id', code: 'missing-field', expected: 'text', format: 'id' },
      { pointer: '/by/on', code: 'missing-field', expected: 'text', format: 'date' },
    ],
  ],
  ['a text for either option', Sought, { by: 'x' }, [{ ...wrongType, pointer: '/by', expected: 'object' }]],
])('%s', (_, schema, input, problems) => {
  const { error } = schema.safeParse(input)
  expect(error && schemaProblems(schema, error, input)).toEqual(problems)
})
