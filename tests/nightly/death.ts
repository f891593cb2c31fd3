import { expect } from 'vitest'
import { Died } from '../store/calls.ts'

/** Expects that a work fails, and for no other reason than that its process has died. */
export async function expectDeath(work: Promise<unknown>): Promise<void> {
  const reasons = await work.then(
    () => [],
    (error: unknown) => reasonsOf(error),
  )
  expect(reasons.filter((reason) => !(reason instanceof Died))).toEqual([])
  expect(reasons.length).toBeGreaterThan(0)
}

/** Expects the same of a work that fails; one that comes to its end before its process dies is as good. */
export const expectDeathIfAny = (work: Promise<unknown>): Promise<void> =>
  expectDeath(work.then(() => Promise.reject(new Died())))

const reasonsOf = (error: unknown): unknown[] => {
  if (error instanceof AggregateError) return error.errors.flatMap(reasonsOf)
  return error instanceof Error && error.cause !== undefined ? reasonsOf(error.cause) : [error]
}
