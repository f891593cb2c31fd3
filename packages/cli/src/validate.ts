import { regionWarnings } from '@vertretbar/domain/region-warnings'
import { accept } from '@vertretbar/domain/result'
import { warningMessage } from '@vertretbar/messages/problem-message'
import type { Command } from './command.ts'
import { loadRegion } from './load-region.ts'

/** Whether a region file holds together, and what in it will surprise. */
export const validate: Command = async ({ file }, { texts, language, progress }) => {
  progress.at(texts.reading)
  const region = await loadRegion(file)
  if (!region.ok) return region
  const warnings = regionWarnings(region.value).map((warning) => ({
    ...warning,
    message: warningMessage(warning, language),
  }))
  const lines = warnings.map(({ pointer, message }) => `  ${pointer}: ${message}`)
  return accept({
    data: { valid: true, warnings },
    text: () =>
      Promise.resolve(
        [texts.valid(file), ...(lines.length > 0 ? [texts.warningsHeading(lines.length), ...lines] : [])].join('\n'),
      ),
  })
}
