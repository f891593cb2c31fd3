import { Explanation } from '@vertretbar/domain/explanation'
import { readJson } from '@vertretbar/domain/json-text'
import { type Assignment, Plan } from '@vertretbar/domain/plan'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { schemaProblems } from '@vertretbar/domain/schema-problem'
import * as z from 'zod'
import { readBytes } from './read-bytes.ts'
import type { Refusal } from './refusal.ts'

/** What `plan --json` prints, with or without its reasons. */
const PlanFile = z.strictObject({ ...Plan.unwrap().shape, explanation: Explanation.optional() })

/** The assignments of a plan that was printed as JSON before, or every reason why the file is no such plan. */
export async function readPlan(file: string): Promise<Result<readonly Assignment[], readonly Refusal[]>> {
  const bytes = await readBytes(file)
  if (!bytes.ok) return bytes
  const json = readJson(bytes.value)
  if (!json.ok) return refuse(json.refusal.map((problem) => ({ ...problem, file })))
  const parsed = PlanFile.safeParse(json.value)
  if (parsed.success) return accept(parsed.data.assignments)
  return refuse(schemaProblems(PlanFile, parsed.error, json.value).map((problem) => ({ ...problem, file })))
}
