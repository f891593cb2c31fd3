import type { Command } from '@vertretbar/domain/command'
import type { Region } from '@vertretbar/domain/region'
import { holdsTogether } from './holds-together.ts'
import { changed, type Judge, no, type State, type Verdict } from './state.ts'

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>

/** One thing of the master data is added, or becomes another. */
export const put: Judge<Of<'put-entry'>> = (state, command) => {
  const others = state.region[command.in].filter(({ id }) => id !== command.member.id)
  const lists = { [command.in]: [...others, command.member] }
  if (command.in !== 'requirements') return ifWhole(state, lists)
  return ifWhole(state, { ...lists, ...unsaid(state.region, command.member.id, command.member.needs.length) })
}

/** One thing of the master data goes, unless anything refers to it. */
export const removed: Judge<Of<'remove-entry'>> = (state, { in: list, id }) => {
  const others = state.region[list].filter((member) => member.id !== id)
  if (others.length === state.region[list].length) return no({ code: 'unknown', what: 'entry', id })
  return ifWhole(state, { [list]: others, ...(list === 'requirements' ? unsaid(state.region, id, 0) : {}) })
}

/** What was said of gaps, but for those of needs that a requirement does not have any more. */
function unsaid({ refusals, gapMarks = [] }: Region, requirement: string, needs: number): Partial<Region> {
  const stays = (said: { readonly requirement: string; readonly need: number }) =>
    said.requirement !== requirement || said.need < needs
  return { refusals: refusals.filter(stays), gapMarks: gapMarks.filter(stays) }
}

/** The region has another name, other offices, conflicts or settings; it stays the same region. */
export const headPut: Judge<Of<'put-head'>> = (state, { head }) =>
  head.id === state.region.region.id ? ifWhole(state, { region: head }) : no({ code: 'invalid' })

const ifWhole = (state: State, lists: Partial<Region>): Verdict =>
  holdsTogether({ ...state.region, ...lists }) ? changed(state, lists) : no({ code: 'invalid' })
