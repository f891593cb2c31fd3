import { detectGaps } from '@vertretbar/domain/gap'
import { accept } from '@vertretbar/domain/result'
import type { Command } from './command.ts'
import { deadlineView } from './deadline-view.ts'
import { gapView } from './gap-view.ts'
import { openView } from './open-view.ts'
import { periodLine } from './view.ts'

/** The gaps of a region file within the horizon, and the deadlines. */
export const gaps: Command = async (call, surroundings) => {
  const opened = await openView(call, surroundings)
  if (!opened.ok) return opened
  const view = opened.value
  surroundings.progress.at(surroundings.texts.searching)
  const found = detectGaps(view.index, view.horizon, view.horizon.today)
  return accept({
    data: { gaps: found },
    text: async () => [periodLine(view), await gapView(found, view), await deadlineView(view)].join('\n\n'),
  })
}
