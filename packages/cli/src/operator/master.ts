import { PutEntry, PutHead, RemoveEntry } from '@vertretbar/domain/command/master-data'
import { readJson } from '@vertretbar/domain/json-text'
import type { Problem } from '@vertretbar/domain/problem'
import { type Result, refuse } from '@vertretbar/domain/result'
import type { Call } from '../command-line.ts'
import { readBytes } from '../read-bytes.ts'
import type { Refusal } from '../refusal.ts'
import { type Asked, askedCommand, type Origin } from './asked-command.ts'
import { changePreviewed } from './change-previewed.ts'

/** One thing of the master data is to be as a file says. */
export const masterPut = changePreviewed(readPut)

async function readPut({ operands: { list, file } }: Call): Promise<Result<Asked, readonly Refusal[]>> {
  const bytes = await readBytes(file)
  if (!bytes.ok) return bytes
  const json = readJson(bytes.value)
  if (!json.ok) return refuse(json.refusal.map((problem) => ({ ...problem, file })))
  return list === 'head'
    ? askedCommand(PutHead, { kind: 'put-head', head: json.value }, fileOrigin(file, '/head'))
    : askedCommand(PutEntry, { kind: 'put-entry', in: list, member: json.value }, fileOrigin(file, '/member'))
}

/** The file holds what the command has in one of its fields. */
const fileOrigin = (file: string, field: string): Origin => ({
  on: file,
  placed: (problem) => ({
    ...problem,
    file,
    pointer: `${problem.pointer}/`.startsWith(`${field}/`) ? problem.pointer.slice(field.length) : problem.pointer,
  }),
})

/** One thing of the master data is to go. */
export const masterRemove = changePreviewed(({ operands: { list, id } }) =>
  askedCommand(
    RemoveEntry,
    { kind: 'remove-entry', in: list, id },
    { on: id, placed: (problem) => stillNeeded(problem, id) },
  ),
)

/** A place that leads nowhere without it still needs it. */
const stillNeeded = (problem: Problem, removed: string): Refusal =>
  problem.code === 'unknown-reference' && problem.id === removed
    ? { on: problem.pointer, code: 'still-needed', to: problem.to, id: removed }
    : { ...problem, typed: problem.pointer }
