import { type Collection, collections, membersOf } from './change.ts'
import { type Problem, pointerTo } from './problem.ts'
import type { Region } from './region.ts'

/** The file, and the file followed by what the store keeps: the positions of the first are positions in both. */
interface Merge {
  readonly incoming: Region
  readonly merged: Region
}

/**
 * A problem of the merged document with its place in the file. What only the store has is told by its id, as
 * `stored:/absences/abs-007/from`; of two places in conflict, the one in the file is the problem's.
 */
export function placedProblem(problem: Problem, merge: Merge): Problem {
  const turned = isStored(problem.pointer, merge) ? turnedRound(problem, merge) : problem
  const pointer = placed(turned.pointer, merge)
  switch (turned.code) {
    case 'overlapping-absences':
    case 'double-booking':
      return { ...turned, pointer, other: placed(turned.other, merge) }
    case 'duplicate-id':
      return { ...turned, pointer, first: placed(turned.first, merge) }
    default:
      return { ...turned, pointer }
  }
}

function turnedRound(problem: Problem, merge: Merge): Problem {
  if (problem.code !== 'overlapping-absences' && problem.code !== 'double-booking') return problem
  if (isStored(problem.other, merge)) return problem
  return problem.code === 'double-booking'
    ? { ...problem, pointer: problem.other, other: problem.pointer }
    : { ...problem, pointer: `${problem.other}/from`, other: problem.pointer.replace(/\/from$/, '') }
}

const isStored = (pointer: string, merge: Merge): boolean => storedAt(pointer, merge) !== undefined

const placed = (pointer: string, merge: Merge): string => storedAt(pointer, merge) ?? pointer

/** The place in the store, if it is one. */
function storedAt(pointer: string, { incoming, merged }: Merge): string | undefined {
  const [, list = '', position = '', ...rest] = pointer.split('/')
  if (list === 'refusals') return Number(position) >= incoming.refusals.length ? `stored:${pointer}` : undefined
  if (!isCollection(list) || Number(position) < membersOf(incoming, list).length) return undefined
  const member = membersOf(merged, list)[Number(position)]
  return member === undefined
    ? undefined
    : `stored:${pointerTo([list, member.id])}${rest.map((step) => `/${step}`).join('')}`
}

const isCollection = (name: string): name is Collection => collections.some((known) => known === name)
