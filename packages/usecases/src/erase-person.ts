import { accept, type Result } from '@vertretbar/domain/result'
import { type ExecutePorts, execute, type Order, type OrderRefusal } from './execute.ts'
import { keepCoverPlans } from './keep-cover-plans.ts'
import type { Ports } from './ports.ts'

/** What clearing up after an erasure needs. */
export type RemainsPorts = Pick<Ports, 'regions' | 'remains' | 'exports' | 'coverPlans' | 'now'>

/** Who is to be erased, by whom, and under which key. */
export interface ErasureOrder extends Omit<Order, 'command' | 'provided'> {
  readonly specialist: string
}

/** What an erasure came to: the version that knows the person no more, and the kept exports that had to go with them. */
export interface Erasure {
  readonly version: number
  readonly deletedExports: readonly string[]
}

/**
 * Erases a person: their code is in nothing that is stored or kept once this has answered.
 *
 * The region without them becomes visible at once, with a note of what may be left beside it; that is then cleared. Cut
 * off anywhere it may be asked for again, and what is noted is cleared at the next start or day as well.
 */
export async function erasePerson(
  ports: ExecutePorts & RemainsPorts,
  { specialist, ...order }: ErasureOrder,
): Promise<Result<Erasure, OrderRefusal>> {
  const done = await execute(ports, { ...order, command: { kind: 'erase-person', specialist } })
  // Of whom is gone already something may be left: they are not said to be unknown before nothing is.
  if (!done.ok && done.refusal.code !== 'unknown') return done
  const deletedExports = await clearRemains(ports, order.region)
  return done.ok ? accept({ version: done.value.version, deletedExports }) : done
}

/** Clears what is noted of people who were erased; the exports that were deleted for that. */
export async function clearRemains(ports: RemainsPorts, region: string): Promise<readonly string[]> {
  const { remains, exports, coverPlans } = ports
  const deleted: string[] = []
  for (const erased of await remains.noted(region)) {
    await remains.clear(region, erased)
    deleted.push(...(await exports.deleteNaming(erased.specialist)))
    // Who was erased stands there by name; a page that is not written anew now is so in the next night.
    if (await coverPlans.forget(region)) await keepCoverPlans(ports, region)
    await remains.settle(region, erased)
  }
  return deleted
}
