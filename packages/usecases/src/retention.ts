import { clock } from '@vertretbar/domain/actor'
import { dateInGermany } from '@vertretbar/domain/calendar'
import type { Collection } from '@vertretbar/domain/change'
import { expired } from '@vertretbar/domain/command/delete-expired'
import { dayOf } from '@vertretbar/domain/half-day'
import { clearRemains, type RemainsPorts } from './erase-person.ts'
import { type ExecutePorts, execute } from './execute.ts'
import type { Ports } from './ports.ts'
import { StoreUnavailable } from './store-unavailable.ts'

export type RetentionPorts = ExecutePorts & RemainsPorts & Pick<Ports, 'jobs' | 'mails'>

/** How many things have been kept for as long as they may be. */
export interface Due {
  readonly absences: number
  readonly bookings: number
  readonly refusals: number
  readonly gapMarks: number
  readonly members: number
}

/** What a sweep deleted, kept exports by their paths. */
export interface Swept {
  readonly due: Due
  readonly deletedExports: readonly string[]
}

/** The state before an import is there to undo it; whoever has not missed anything for so long never will. */
export const exportDays = 30
const dayMilliseconds = 24 * 60 * 60 * 1000

/** What is due to be deleted of a region that is there. */
export async function dueFor({ regions, now }: Pick<Ports, 'regions' | 'now'>, region: string): Promise<Due> {
  const snapshot = await regions.loadAll(region)
  const gone = snapshot === undefined ? [] : expired(snapshot.region, dayOf(dateInGermany(now())))
  const removed = (list: Collection): number =>
    gone.filter((change) => change.kind === 'remove' && change.in === list).length
  return {
    absences: removed('absences'),
    bookings: removed('bookings'),
    refusals: gone.filter(({ kind }) => kind === 'remove-refusal').length,
    gapMarks: removed('gapMarks'),
    members: removed('members'),
  }
}

/**
 * Deletes whatever has been kept for as long as it may be, in the region and beside it. It may be done at any time and
 * again; what there is nothing of leaves no entry in the log.
 */
export async function sweepRetention(ports: RetentionPorts, region: string): Promise<Swept> {
  const due = await dueFor(ports, region)
  if (Object.values(due).some((count) => count > 0)) await deleteDue(ports, region)
  await ports.regions.forgetKeys(region, ports.now())
  await ports.jobs.sweep(region)
  await ports.mails.sweep(region, ports.now())
  const cleared = await clearRemains(ports, region)
  const old = await ports.exports.deleteOlder(ports.now() - exportDays * dayMilliseconds)
  return { due, deletedExports: [...cleared, ...old] }
}

async function deleteDue(ports: RetentionPorts, region: string): Promise<void> {
  const done = await execute(ports, { region, command: { kind: 'delete-expired' }, actor: clock, key: undefined })
  if (!done.ok) throw new StoreUnavailable(`what has expired could not be deleted: ${done.refusal.code}`)
}
