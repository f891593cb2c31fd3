import { operator } from '@vertretbar/domain/actor'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { instantOf } from '@vertretbar/domain/instant'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { type ImportTask, importRegion } from '@vertretbar/usecases/import-region'
import type { Snapshot } from '@vertretbar/usecases/ports'
import type { Command } from './command.ts'
import type { Call } from './command-line.ts'
import { importView } from './import-view.ts'
import { chosenRegion } from './installation/chosen-region.ts'
import type { Installation } from './installation/installation.ts'
import { openStored } from './open-stored.ts'
import { readImport } from './read-import.ts'
import type { Refusal } from './refusal.ts'
import { regionText } from './region-text.ts'

/** What a file would change in the stored region and break in it; with `--apply`, the change itself. */
export const importFile: Command = async (call, surroundings) => {
  const { texts, progress } = surroundings
  progress.at(texts.reading)
  const read = await readImport(call)
  if (!read.ok) return read
  await using stack = new AsyncDisposableStack()
  const opened = await openStored(call, surroundings)
  if (!opened.ok) return opened
  const installation = stack.use(opened.value)
  const region = await regionFor(read.value.region, call, installation)
  if (!region.ok) return region
  const { ports } = installation
  const task: ImportTask<Refusal> = {
    region: region.value,
    decide: (current) =>
      read.value.decide(current, {
        mode: call.replace ? 'replace' : 'upsert',
        today: dateInGermany(ports.now()),
        newId: ports.newId,
      }),
    by: { actor: operator.id, at: instantOf(ports.now()), newId: ports.newId },
    keep: call.apply ? (before) => keepBefore(before, installation) : undefined,
  }
  const outcome = await importRegion(ports.regions, task)
  if (!outcome.ok) return refuse(outcome.refusal.map(placed))
  return accept({ data: outcome.value, text: () => importView(outcome.value, call.file, surroundings) })
}

/** A region file names its region; a table is for the one that the call names, or the only one. */
async function regionFor(
  named: string | undefined,
  { regionId }: Call,
  { ports }: Installation,
): Promise<Result<string, readonly Refusal[]>> {
  if (named === undefined) return chosenRegion(ports.regions, regionId)
  return regionId === undefined || regionId === named
    ? accept(named)
    : refuse([{ at: '--region-id', code: 'file-of-other-region', region: named }])
}

const keepBefore = ({ version, region }: Snapshot, { folder, ports }: Installation): Promise<string> =>
  folder.exports.keep({ region: region.region.id, version, at: ports.now() }, regionText(region))

const placed = (refusal: Refusal | { readonly code: 'region-changing' }): Refusal =>
  refusal.code === 'region-changing' ? { at: '--apply', code: 'region-changing' } : refusal
