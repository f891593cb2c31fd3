import * as z from 'zod'
import { Id } from './identifier.ts'

/** Who does something, by a pseudonym: what the audit log keeps for ten years names nobody. */
export const Actor = z.strictObject({ id: Id }).readonly().meta({ id: 'Actor' })
export type Actor = z.infer<typeof Actor>

/** Whoever works at the installation itself, by its command line. */
export const operator: Actor = { id: 'operator' }
