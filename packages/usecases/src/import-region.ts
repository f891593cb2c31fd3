import { setTimeout as wait } from 'node:timers/promises'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { changed } from '@vertretbar/domain/change'
import { consequencesOf } from '@vertretbar/domain/consequence'
import { dayOf } from '@vertretbar/domain/half-day'
import type { ImportPlan, ImportPreview } from '@vertretbar/domain/import'
import { millisecondsOf } from '@vertretbar/domain/instant'
import type { OutboxMessage } from '@vertretbar/domain/message'
import type { Region } from '@vertretbar/domain/region'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import type { Deed, RegionStore, Snapshot } from './ports.ts'

/** What an import did, or on a dry run would do; `kept` names where the state before was kept. */
export interface ImportOutcome {
  readonly preview: ImportPreview
  readonly isApplied: boolean
  readonly kept: string | undefined
}

/** What an import needs, and how it decides on the region as it stands. */
export interface ImportTask<No> {
  readonly region: string
  readonly decide: (current: Region | undefined) => Result<ImportPlan, readonly No[]>
  readonly by: Importing
  /** Without it the import is a dry run. Keeps the state before and says where. */
  readonly keep: ((before: Snapshot) => Promise<string>) | undefined
}

/** Who imports, and when. */
interface Importing extends Pick<Deed, 'actor' | 'at'> {
  readonly newId: () => string
}

/** The region with the breaks of cover that the import brings, and what there is to tell of them. */
function withConsequences(before: Region | undefined, next: Region, { at, newId }: Importing) {
  if (before === undefined) return { region: next, message: undefined }
  const today = dayOf(dateInGermany(millisecondsOf(at)))
  const { changes, notices } = consequencesOf(before, next, { today, at })
  const message: OutboxMessage | undefined = notices.length === 0 ? undefined : { id: newId(), at, notices }
  return { region: changed(next, changes), message }
}

/** Somebody else changed the region each time before the import was written. */
export interface RegionChanging {
  readonly code: 'region-changing'
}

/**
 * Decides on one version of a region and writes the next only if that version still stands; an import that lost the
 * race is decided again on what the winner left. What would change nothing is not written.
 */
export async function importRegion<No>(
  regions: ImportStore,
  task: ImportTask<No>,
): Promise<Result<ImportOutcome, readonly (No | RegionChanging)[]>> {
  const giveUpAt = performance.now() + patienceMilliseconds
  for (let tries = 1; tries <= fewestTries || performance.now() < giveUpAt; tries += 1) {
    // In turn with the commands of this process: the state that is kept must not be older than an erasure.
    const outcome = await regions.inTurn(task.region, () => tryOnce(regions, task))
    if (outcome !== undefined) return outcome
    // Two that lose to each other come back at different times.
    await wait(Math.random() * longestWaitMilliseconds)
  }
  return refuse([{ code: 'region-changing' }])
}

type ImportStore = Pick<RegionStore, 'load' | 'replace' | 'inTurn'>

/** One try; undefined if another writer was faster. */
async function tryOnce<No>(
  regions: ImportStore,
  { region, decide, keep, by }: ImportTask<No>,
): Promise<Result<ImportOutcome, readonly No[]> | undefined> {
  const snapshot = await regions.load(region)
  const plan = decide(snapshot?.region)
  if (!plan.ok) return plan
  const { next, preview } = plan.value
  if (keep === undefined || !changesAnything(preview))
    return accept({ preview, isApplied: keep !== undefined, kept: undefined })
  const kept = snapshot === undefined ? undefined : await keep(snapshot)
  const { region: whole, message } = withConsequences(snapshot?.region, next, by)
  const deed = { actor: by.actor, at: by.at, action: 'import', message }
  const { kind } = await regions.replace(whole, snapshot?.version, deed)
  return kind === 'written' ? accept({ preview, isApplied: true, kept }) : undefined
}

const patienceMilliseconds = 2000
/** However slow the machine, one race that is lost is not the end. */
const fewestTries = 2
const longestWaitMilliseconds = 200

const changesAnything = ({ head, lists }: ImportPreview): boolean =>
  head !== 'unchanged' || Object.values(lists).some((counts) => counts.added + counts.changed + counts.removed > 0)
