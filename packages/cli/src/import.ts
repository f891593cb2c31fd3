import { operator } from '@vertretbar/domain/actor'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { instantOf } from '@vertretbar/domain/instant'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { type ImportTask, importRegion } from '@vertretbar/usecases/import-region'
import type { Command } from './command.ts'
import type { Call } from './command-line.ts'
import { importView } from './import-view.ts'
import { chosenRegion } from './installation/chosen-region.ts'
import type { Installation } from './installation/installation.ts'
import { openStored } from './open-stored.ts'
import { readImport } from './read-import.ts'
import type { Refusal } from './refusal.ts'

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
    decide: (current) => {
      const held = read.value.against(current, {
        mode: call.replace ? 'replace' : 'upsert',
        today: dateInGermany(ports.now()),
        newId: ports.newId,
      })
      return held.ok ? held.value.plan() : held
    },
    by: { actor: operator.id, at: instantOf(ports.now()), newId: ports.newId },
    keep: call.apply ? ports.exports.keep : undefined,
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

const placed = (refusal: Refusal | { readonly code: 'region-changing' }): Refusal =>
  refusal.code === 'region-changing' ? { at: '--apply', code: 'region-changing' } : refusal
