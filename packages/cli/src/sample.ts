import { fileURLToPath } from 'node:url'
import { operator } from '@vertretbar/domain/actor'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { dayOf, weekOf } from '@vertretbar/domain/half-day'
import { planImport } from '@vertretbar/domain/import'
import { instantOf } from '@vertretbar/domain/instant'
import type { Region } from '@vertretbar/domain/region'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { importRegion } from '@vertretbar/usecases/import-region'
import type { Ports } from '@vertretbar/usecases/ports'
import type { Surroundings } from './command.ts'
import type { Call } from './command-line.ts'
import { chosenRegion } from './installation/chosen-region.ts'
import { loadRegion } from './load-region.ts'
import type { Refusal } from './refusal.ts'
import { shiftRegion } from './shift-region.ts'

const sampleFile = fileURLToPath(new URL('../../domain/regions/wolfenbuettel.json', import.meta.url))

/** A region as it is stored; `isNew`: it is the sample, which has just been imported. */
export interface StoredRegion {
  readonly region: Region
  readonly isNew: boolean
}

/** The stored region that a call means; where nothing is stored, the sample, imported with its dates moved to today. */
export async function storedOrSample(
  { regions, now, newId }: Pick<Ports, 'regions' | 'now' | 'newId'>,
  { regionId }: Call,
  { texts, progress }: Surroundings,
): Promise<Result<StoredRegion, readonly Refusal[]>> {
  const isNew = (await regions.regions()).length === 0
  if (isNew) {
    progress.at(texts.reading)
    const imported = await importSample(regions, { regionId, now: now(), newId })
    if (!imported.ok) return imported
  }
  const chosen = await chosenRegion(regions, regionId)
  if (!chosen.ok) return chosen
  const snapshot = await regions.load(chosen.value)
  if (snapshot === undefined) throw new Error(`region ${chosen.value} went away`)
  return accept({ region: snapshot.region, isNew })
}

interface SampleQuestion extends Pick<Ports, 'newId'> {
  readonly regionId: string | undefined
  readonly now: number
}

/** Whoever asks for a region that is not the sample does not get it stored unasked. */
async function importSample(
  regions: Ports['regions'],
  { regionId, now, newId }: SampleQuestion,
): Promise<Result<unknown, readonly Refusal[]>> {
  const loaded = await loadRegion(sampleFile)
  if (!loaded.ok) return loaded
  const sample = loaded.value
  if (regionId !== undefined && regionId !== sample.region.id)
    return refuse([{ at: '--data', code: 'no-region-stored' }])
  const today = dateInGermany(now)
  const weeks = weekOf(dayOf(today)) - weekOf(dayOf(sample.asOf ?? today))
  const incoming = shiftRegion(sample, weeks)
  const imported = await importRegion<Refusal>(regions, {
    region: incoming.region.id,
    decide: (current) => planImport(current, incoming, { mode: 'upsert', today }),
    by: { actor: operator.id, at: instantOf(now), newId },
    keep: () => Promise.reject(new Error('there was nothing stored before the sample')),
  })
  return imported.ok ? imported : refuse(imported.refusal.map(withPlace))
}

const withPlace = (refusal: Refusal | { readonly code: 'region-changing' }): Refusal =>
  refusal.code === 'region-changing' ? { at: '--data', code: 'region-changing' } : refusal
