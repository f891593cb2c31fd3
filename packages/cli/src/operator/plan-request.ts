import { RequestBookings } from '@vertretbar/domain/command/request-bookings'
import type { Assignment } from '@vertretbar/domain/plan'
import type { Problem } from '@vertretbar/domain/problem'
import { type Result, refuse } from '@vertretbar/domain/result'
import { readPlan } from '../read-plan.ts'
import type { Refusal } from '../refusal.ts'
import { type Asked, askedCommand, type Origin } from './asked-command.ts'

/** The proposals of a plan that was printed as JSON, or those of these numbers, as one request. */
export async function planRequest(
  file: string,
  only: readonly number[] | undefined,
  mode: string,
): Promise<Result<Asked, readonly Refusal[]>> {
  const plan = await readPlan(file)
  if (!plan.ok) return plan
  const numbered = plan.value.map((assignment, position) => ({ number: position + 1, assignment }))
  const unknown = [...new Set(only)].filter((number) => number > numbered.length)
  if (unknown.length > 0)
    return refuse(
      unknown.map((number) => ({ typed: '--only', code: 'proposal-unknown', number, last: numbered.length })),
    )
  const chosen = only === undefined ? numbered : numbered.filter(({ number }) => only.includes(number))
  const proposals = chosen.map(({ assignment }) => ({ ...assignment, mode }))
  return askedCommand(RequestBookings, { kind: 'request-bookings', proposals }, planOrigin(file, chosen))
}

interface Numbered {
  readonly number: number
  readonly assignment: Assignment
}

const planOrigin = (file: string, chosen: readonly Numbered[]): Origin => ({
  on: file,
  placed: (problem) => ({ ...problem, file, pointer: placeInPlan(problem, chosen) }),
  proposals: chosen.map(({ number, assignment: { specialist, authority, area } }) => ({
    number,
    on: `${specialist} → ${authority}, ${area}`,
  })),
})

/** The place in the plan's own list, of which a request may take some only. */
const placeInPlan = ({ pointer }: Problem, chosen: readonly Numbered[]): string =>
  pointer.replace(/^\/proposals(?:\/(\d+))?/, (_, position: string | undefined) =>
    position === undefined ? '/assignments' : `/assignments/${(chosen[Number(position)]?.number ?? 1) - 1}`,
  )
