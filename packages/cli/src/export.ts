import { writeFile } from 'node:fs/promises'
import { fileOf } from '@vertretbar/domain/region'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { writeTable } from '@vertretbar/usecases/csv/write-table'
import type { Command } from './command.ts'
import { chosenRegion } from './installation/chosen-region.ts'
import { openStored } from './open-stored.ts'
import type { Refusal } from './refusal.ts'
import { regionText } from './region-text.ts'

/** The stored region as a region file, or one of its tables; on standard output or into a file. */
export const exportRegion: Command = async (call, surroundings) => {
  await using stack = new AsyncDisposableStack()
  const opened = await openStored(call, surroundings)
  if (!opened.ok) return opened
  const { ports } = stack.use(opened.value)
  const chosen = await chosenRegion(ports.regions, call.regionId)
  if (!chosen.ok) return chosen
  const snapshot = await ports.regions.load(chosen.value)
  if (snapshot === undefined) throw new Error(`region ${chosen.value} went away`)
  const { kind, output } = call
  const document =
    kind === undefined ? regionText(snapshot.region) : writeTable(snapshot.region, kind, surroundings.language)
  if (output === undefined)
    return accept({ data: fileOf(snapshot.region), text: () => Promise.resolve(document), isDocument: true })
  const written = await write(output, document)
  if (!written.ok) return written
  return accept({ data: { file: output }, text: () => Promise.resolve(surroundings.texts.written(output)) })
}

async function write(file: string, content: string): Promise<Result<void, readonly Refusal[]>> {
  try {
    await writeFile(file, content)
    return accept(undefined)
  } catch {
    return refuse([{ at: file, code: 'output-unwritable' }])
  }
}
