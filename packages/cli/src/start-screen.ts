import { detectGaps } from '@vertretbar/domain/gap'
import { horizonOf } from '@vertretbar/domain/horizon'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { accept, type Result } from '@vertretbar/domain/result'
import type { Report, Surroundings } from './command.ts'
import type { Call } from './command-line.ts'
import { deadlineView } from './deadline-view.ts'
import { gapView } from './gap-view.ts'
import { computePlan } from './plan.ts'
import { assignmentView, uncoveredView } from './plan-view.ts'
import { proofText } from './proof-text.ts'
import type { Refusal } from './refusal.ts'
import type { StoredRegion } from './sample.ts'
import { styled } from './table.ts'
import { periodLine, type View } from './view.ts'

/** Gaps, deadlines and plan of a region on one screen. */
export async function startScreen(
  { region, isNew }: StoredRegion,
  call: Call,
  surroundings: Surroundings,
): Promise<Result<Report, readonly Refusal[]>> {
  const { actualToday, language, texts, page, progress, now, startedAt } = surroundings
  const { horizonDays } = region.region.settings
  const horizon = horizonOf({ today: call.today }, { today: actualToday, days: horizonDays, mostDays: horizonDays })
  if (!horizon.ok) return horizon
  const screen = { ...page, isOneLine: true }
  const view: View = { index: new RegionIndex(region), horizon: horizon.value, language, texts, page: screen }
  progress.at(texts.searching)
  const gaps = detectGaps(view.index, view.horizon, view.horizon.today)
  const planned = await computePlan(view, { ...call, before: [] }, surroundings)
  if (!planned.ok) return planned
  const plan = planned.value
  const seconds = (now() - startedAt) / 1000
  const most = rowsFor(page.rows)
  const name = isNew ? texts.demonstration(region.region.name) : region.region.name
  return accept({
    data: { gaps, plan, seconds },
    text: async () =>
      [
        `${styled(name, 'bold', page)}: ${periodLine(view)}`,
        await gapView(gaps, view, most),
        await deadlineView(view, 3),
        await assignmentView(plan, view, most),
        await uncoveredView(plan, view, Math.ceil(most / 2)),
        `${proofText(plan, texts, language)}\n${texts.took(seconds.toLocaleString(language, { maximumFractionDigits: 2 }))}`,
      ].join('\n\n'),
  })
}

/** Headings, deadlines and proof take about 28 lines; gaps, plan and rest share what a screen of so many rows has left. */
const rowsFor = (rows = 50): number => Math.min(8, Math.max(3, Math.floor((rows - 28) / 2.5)))
