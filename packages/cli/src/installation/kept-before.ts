import { basename } from 'node:path'
import type { KeepBefore } from '@vertretbar/usecases/ports'
import { regionText } from '../region-text.ts'
import type { DataFolder } from './data-folder.ts'

/** Keeps states that imports replace in the data folder, named by region, version and time. */
export const keptIn =
  ({ keepExport }: Pick<DataFolder, 'keepExport'>, now: () => number): KeepBefore =>
  ({ version, region }) => {
    const at = new Date(now())
      .toISOString()
      .replace(/\.\d+Z$/, 'Z')
      .replaceAll(':', '-')
    return keepExport(basename(`${region.region.id}-v${version}-${at}.json`), regionText(region))
  }
