import { fileURLToPath } from 'node:url'
import { detectGaps } from '@vertretbar/domain/gap'
import { dayOf, weekOf } from '@vertretbar/domain/half-day'
import { horizonOf } from '@vertretbar/domain/horizon'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { accept } from '@vertretbar/domain/result'
import type { Command } from './command.ts'
import { deadlineView } from './deadline-view.ts'
import { gapView } from './gap-view.ts'
import { loadRegion } from './load-region.ts'
import { computePlan } from './plan.ts'
import { assignmentView, uncoveredView } from './plan-view.ts'
import { proofText } from './proof-text.ts'
import { shiftRegion } from './shift-region.ts'
import { styled } from './table.ts'
import { periodLine, type View } from './view.ts'

const sampleFile = fileURLToPath(new URL('../../domain/regions/wolfenbuettel.json', import.meta.url))

/** Gaps, deadlines and plan of the sample region on one screen, its dates moved to the week of today. */
export const start: Command = async (call, surroundings) => {
  const { actualToday, language, texts, page, progress, now, startedAt } = surroundings
  progress.at(texts.reading)
  const loaded = await loadRegion(sampleFile)
  if (!loaded.ok) return loaded
  const sample = loaded.value
  const { horizonDays } = sample.region.settings
  const horizon = horizonOf({ today: call.today }, { today: actualToday, days: horizonDays, mostDays: horizonDays })
  if (!horizon.ok) return horizon
  const asOf = sample.asOf === undefined ? horizon.value.today : dayOf(sample.asOf)
  const region = shiftRegion(sample, weekOf(horizon.value.today) - weekOf(asOf))
  const screen = { ...page, isOneLine: true }
  const view: View = { index: new RegionIndex(region), horizon: horizon.value, language, texts, page: screen }
  progress.at(texts.searching)
  const gaps = detectGaps(view.index, view.horizon, view.horizon.today)
  const plan = await computePlan(view, call, surroundings)
  const seconds = (now() - startedAt) / 1000
  const most = rowsFor(page.rows)
  return accept({
    data: { gaps, plan, seconds },
    text: async () =>
      [
        `${styled(texts.demonstration(region.region.name), 'bold', page)}: ${periodLine(view)}`,
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
