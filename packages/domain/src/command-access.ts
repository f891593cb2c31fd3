import type { Access, Standing } from './access.ts'
import { claimsOf } from './claim.ts'
import type { Command } from './command.ts'
import type { StateRefusal } from './command-refusal.ts'
import { hiddenFrom } from './concealment.ts'
import type { RegionIndex } from './region-index.ts'
import { accept, type Result, refuse } from './result.ts'

/**
 * Whether somebody may give a command in the region as it stands, and whether they do so as a deputy. What they may not
 * even know of is unknown to them, whether or not it is there.
 */
export function mayGive(index: RegionIndex, command: Command, access: Access): Result<Standing, StateRefusal> {
  const hidden = hiddenFrom(index, command, access)
  if (hidden !== undefined) return refuse(hidden)
  const standings = claimsOf(index, command).map(({ action, on }) => access.standing(action, on))
  if (standings.includes(undefined)) return refuse({ code: 'forbidden' })
  return accept(standings.includes('deputy') ? 'deputy' : 'own')
}
