import * as z from 'zod'
import { Id } from './identifier.ts'

/**
 * Who does something, by a pseudonym: what the audit log keeps for ten years names nobody. A member has the rights that
 * the region gives them at that moment; whoever works at the machine itself, and its clock, need none.
 */
export const Actor = z
  .strictObject({ kind: z.enum(['member', 'console', 'clock']), id: Id })
  .readonly()
  .meta({ id: 'Actor' })
export type Actor = z.infer<typeof Actor>

/** Whoever works at the installation itself, by its command line. */
export const operator: Actor = { kind: 'console', id: 'operator' }

/** What happens by itself when its time has come. */
export const clock: Actor = { kind: 'clock', id: 'clock' }
