import type { FederalState } from '@vertretbar/domain/authority'
import { deadlineDays } from '@vertretbar/domain/deadline'
import { dateOf } from '@vertretbar/domain/half-day'
import { DeadlineKind } from '@vertretbar/domain/requirement'
import { dateText } from '@vertretbar/messages/date-text'
import { styled, table } from './table.ts'
import type { View } from './view.ts'

/** The next dates of each deadline within the horizon; by federal state where these differ. */
export async function deadlineView(view: View, most = 4): Promise<string> {
  const { texts, page } = view
  const rows = DeadlineKind.options.flatMap((kind) => rowsOf(kind, view, most))
  return `${styled(texts.deadlinesHeading, 'bold', page)}\n${await table([texts.deadline, texts.nextDates], rows, page)}`
}

function rowsOf(kind: DeadlineKind, view: View, most: number): string[][] {
  const states = [...new Set(view.index.region.authorities.map(({ state }) => state))].toSorted()
  const byDates = Map.groupBy(states, (state) => datesText(kind, state, view, most))
  return [...byDates].map(([dates, sharing]) => [
    byDates.size === 1
      ? view.texts[kind]
      : `${view.texts[kind]} (${sharing.map((state) => state.slice(3)).join(', ')})`,
    dates,
  ])
}

function datesText(kind: DeadlineKind, state: FederalState, view: View, most: number): string {
  const { first, last, today } = view.horizon
  const collectionSeats = view.index.region.region.collectionOffices.map((office) => office.state)
  const dates = deadlineDays(kind, { state, collectionSeats }, { first: Math.max(first, today), last })
  const shown = dates.slice(0, most).map((day) => dateText(dateOf(day), view.language))
  if (shown.length === 0) return view.texts.noDates
  return [shown.join(' · '), ...(dates.length > most ? [view.texts.more(dates.length - most)] : [])].join(' ')
}
