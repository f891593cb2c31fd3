import { useDeferredValue, useMemo } from 'react'
import type { Address } from '../address/address.ts'
import type { BoardData } from '../server/load-board.ts'
import type { Planning } from '../server/use-plan.ts'
import { useGrants } from '../sign-in/state.ts'
import { useSpeech } from '../words/catalogue.ts'
import { type Column, columnsOf } from './columns.ts'
import type { GapSource } from './gap/gap-panel.tsx'
import type { Gap } from './gap-key.ts'
import { type Layout, layoutOf } from './grid/layout.ts'
import { type Names, namesOf } from './names.ts'
import { ownPlaces } from './own-places.ts'
import { type Period, periodOf } from './period.ts'
import { effectOf } from './plan-effect.ts'
import { type Row, rowsOf } from './rows.ts'
import { type Need, type Summary, summaryOf } from './summary.ts'
import { type Changes, useChanges } from './use-changes.ts'
import { usePageWidth } from './use-page-width.ts'

/** Everything the parts of the board show, worked out once. */
export interface BoardModel {
  readonly period: Period
  readonly columns: readonly Column[]
  readonly layout: Layout
  readonly rows: readonly Row[]
  readonly summary: Summary
  /** The gaps of the summary that the search finds. */
  readonly gapsFound: readonly Gap[]
  /** The needs of the summary that the search finds. */
  readonly needsFound: readonly Need[]
  readonly source: GapSource
  readonly changes: Changes
}

/** Works out what the board shows; each part only when something it depends on changes. */
export function useBoardModel(props: {
  readonly data: BoardData
  readonly address: Address
  readonly planning: Planning
}): BoardModel {
  const { data, address, planning } = props
  const { language } = useSpeech()
  const { from, span, area, authority } = address
  const grants = useGrants()
  const own = useMemo(() => ownPlaces(grants), [grants])
  const start = from ?? data.region.today
  const period = useMemo(() => periodOf(start, span), [start, span])
  const columns = useMemo(() => columnsOf(period), [period])
  const width = usePageWidth()
  const layout = useMemo(() => layoutOf(columns, span, width), [columns, span, width])
  const names = useMemo(() => namesOf(data.region, language), [data.region, language])
  const job = planning.kind === 'known' ? planning.job : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: how far the reasons have come changes nothing on the board
  const effect = useMemo(() => effectOf(job), [job?.plan, job?.explanation, job?.state])
  // Typing comes first: rows follow when there is time.
  const search = useDeferredValue(address.search)
  const rows = useMemo(
    () => rowsOf({ data, names, columns, effect, own, address: { area, authority, search } }),
    [data, names, columns, effect, own, area, authority, search],
  )
  const summary = useMemo(() => summaryOf(data, period, { area, authority, own }), [data, period, area, authority, own])
  const source = useMemo(() => ({ data, names, effect }), [data, names, effect])
  const changes = useChanges(data, rows, columns)
  const gapsFound = useMemo(
    () => summary.gaps.filter((gap) => isSought(toldOf(gap, names), search)),
    [summary.gaps, names, search],
  )
  const needsFound = useMemo(
    () => summary.needs.filter((need) => isSought(toldOf(need, names), search)),
    [summary.needs, names, search],
  )
  return { period, columns, layout, rows, summary, gapsFound, needsFound, source, changes }
}

/** What a gap or a need is called by: in one's own house by its task, elsewhere by its area. */
function toldOf(one: Gap | Need, names: Names): string[] {
  const place = names.authority(one.authority)
  return 'roles' in one
    ? [place, names.area(one.area), names.rolesOf(one.area, one.roles)]
    : [place, names.task(one.requirement), names.roles(one.requirement, one.need)]
}

const isSought = (told: readonly string[], search: string): boolean =>
  told.join(' ').toLocaleLowerCase('de').includes(search.trim().toLocaleLowerCase('de'))
