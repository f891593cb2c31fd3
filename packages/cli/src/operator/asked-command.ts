import type { Command } from '@vertretbar/domain/command'
import type { Problem } from '@vertretbar/domain/problem'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { schemaProblems } from '@vertretbar/domain/schema-problem'
import type { OrderRefusal } from '@vertretbar/usecases/execute'
import type * as z from 'zod'
import type { Refusal } from '../refusal.ts'

/** A command as it was asked for, and where its values came from: what is wrong is told where it can be mended. */
export interface Asked {
  readonly command: Command
  readonly origin: Origin
}

/** Where the values of a command came from. */
export interface Origin {
  /** What the command is about as a whole. */
  readonly on: string
  readonly placed: (problem: Problem) => Refusal
  /** Of the proposals of a plan: the number of each there, and whom it sends where. */
  readonly proposals?: readonly { readonly number: number; readonly on: string }[]
}

/** What a command is read from. */
type Document = Readonly<Record<string, unknown>>

/** A command, if every value of it is what it has to be. */
export function askedCommand(
  schema: z.ZodType<Command>,
  document: Document,
  origin: Origin,
): Result<Asked, readonly Refusal[]> {
  const parsed = schema.safeParse(document)
  return parsed.success
    ? accept({ command: parsed.data, origin })
    : refuse(schemaProblems(schema, parsed.error, document).map(origin.placed))
}

/** The same for a command that was typed: its values stand in the options of their names, ids in the operand. */
export const typedCommand = (
  schema: z.ZodType<Command>,
  document: Document,
  operand: string,
): Result<Asked, readonly Refusal[]> =>
  askedCommand(schema, document, {
    on: operand,
    placed: ({ pointer, ...fault }) => ({ ...fault, typed: typedAt(pointer, document, operand) }),
  })

const operandFields: readonly string[] = ['booking', 'absence', 'id']

/** `--half-days 2026-02-30/am` for a member of a list, else the option or the operand alone. */
function typedAt(pointer: string, document: Document, operand: string): string {
  const steps = pointer.split('/').slice(1)
  const field = steps.findLast((step) => !/^\d+$/.test(step)) ?? ''
  if (operandFields.includes(field)) return operand
  const option = `--${field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  const member = /\d$/.test(pointer) ? valueAt(document, steps) : undefined
  return typeof member === 'string' ? `${option} ${member}` : option
}

const valueAt = (document: unknown, steps: readonly string[]): unknown =>
  steps.reduce(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    document,
  )

/** Why an order is not carried out, told where it can be mended; of several proposals, each by itself. */
export function orderRefusals(refusal: OrderRefusal, { on, placed, proposals }: Origin): Refusal[] {
  if (refusal.code === 'invalid') return refusal.problems.map(placed)
  if (refusal.code !== 'barred') return [{ ...refusal, on }]
  const groups = Map.groupBy(refusal.halfDays, ({ proposal }) => proposal)
  return [...groups].map(([position, group]) => {
    const halfDays = group.map((halfDay) => ({ ...halfDay, proposal: 0 }))
    const proposal = proposals?.[position]
    return proposal === undefined
      ? { on, code: 'barred', halfDays }
      : { on: proposal.on, proposal: proposal.number, code: 'barred', halfDays }
  })
}
