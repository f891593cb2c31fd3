import { accept, type Result, refuse } from '@vertretbar/domain/result'
import type * as z from 'zod'
import type { InstallationFault } from './fault.ts'

/** The variables of a process by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What is set in an environment: a variable without a value counts as not there. */
export const given = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))

/** What the variables of an environment say; every one that is not what it has to be is told by its name. */
export function readSetting<Read>(
  schema: z.ZodType<Read>,
  environment: Environment,
): Result<Read, readonly InstallationFault[]> {
  const read = schema.safeParse(given(environment))
  return read.success
    ? accept(read.data)
    : refuse(read.error.issues.map(({ path }) => ({ at: String(path[0]), code: 'setting-wrong' })))
}
