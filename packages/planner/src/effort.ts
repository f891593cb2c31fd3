import type { CoverState } from '@vertretbar/domain/cover'
import { placeKey } from '@vertretbar/domain/region-index'
import { type Milp, type Objective, sumOf } from './milp.ts'
import type { Choice } from './model.ts'

/** Level 5: 2 per access to be opened, 1 per stretch, 1 per half-day with less notice than its agreement asks for. */
export function effort(milp: Milp, choices: readonly Choice[], state: CoverState): Objective {
  const shortNotice = choices.filter(({ option }) => option.shortNotice).map(({ x }) => [x, 1] as const)
  const terms = [...accesses(milp, choices), ...stretches(milp, choices, state), ...shortNotice]
  return { constant: 0, terms, relaxation: 'tight' }
}

/** An access is opened once per person, authority and product; where several products would do, one is enough. */
function accesses(milp: Milp, choices: readonly Choice[]): (readonly [number, number])[] {
  const columns = new Map<string, number>()
  const firsts = Map.groupBy(choices, (choice) => accessKey(choice, choice.option.opens[0] ?? ''))
  const columnOf = (name: string): number => {
    const known = columns.get(name)
    if (known !== undefined) return known
    const opening = firsts.get(name) ?? []
    const column = milp.column(0, 1, (values) => (opening.some(({ x }) => values[x] === 1) ? 1 : 0))
    columns.set(name, column)
    return column
  }
  for (const choice of choices) {
    if (choice.option.opens.length === 0) continue
    const opened = choice.option.opens.map((product) => columnOf(accessKey(choice, product)))
    milp.atMost([[choice.x, 1], ...opened.map((column) => [column, -1] as const)], 0)
  }
  return [...columns.values()].map((column) => [column, 2])
}

const accessKey = ({ option }: Choice, product: string): string =>
  `${option.specialist.id} ${option.place.authority} ${product}`

/** A stretch begins at a half-day whose predecessor, the receiver's working half-day before it, is not assigned too. */
function stretches(milp: Milp, choices: readonly Choice[], state: CoverState): (readonly [number, number])[] {
  const terms: (readonly [number, number])[] = []
  for (const group of Map.groupBy(
    choices,
    ({ option }) => `${option.specialist.id} ${placeKey(option.place)}`,
  ).values()) {
    const byHalfDay = Map.groupBy(group, ({ option }) => option.halfDay)
    for (const [halfDay, here] of byHalfDay) {
      const calendar = state.index.calendar(here[0]?.option.place.authority ?? '')
      const before = byHalfDay.get(calendar.previousWorkingHalfDay(halfDay)) ?? []
      const change = [...before.map(({ x }) => [x, 1] as const), ...here.map(({ x }) => [x, -1] as const)]
      const begins = milp.column(0, 1, (values) => (sumOf(change, values) < 0 ? 1 : 0))
      milp.atLeast([[begins, 1], ...change], 0)
      terms.push([begins, 1])
    }
  }
  return terms
}
