import { Milp, type Objective } from './milp.ts'

/** A part of a programme that shares no row with the rest, and the columns of the whole that its own stand for. */
export interface Component {
  readonly milp: Milp
  readonly columns: readonly number[]
  readonly objectives: readonly Objective[]
}

/**
 * The independent parts of a programme: columns linked by no chain of rows. The sum of their optima is the optimum of
 * the whole, level by level, since each level is a sum over the parts.
 */
export function components({ columns, rows }: Milp, objectives: readonly Objective[]): Component[] {
  const root = Int32Array.from(columns.keys())
  const find = (column: number): number => {
    let at = column
    while (root[at] !== at) {
      root[at] = root[root[at] ?? at] ?? at
      at = root[at] ?? at
    }
    return at
  }
  for (const { terms } of rows) for (const [column] of terms) root[find(column)] = find(terms[0]?.[0] ?? column)
  const parts = [...Map.groupBy(columns.keys(), find).values()].map((members) => ({
    milp: new Milp(),
    columns: members,
  }))
  const place = new Map<number, { part: number; column: number }>()
  parts.forEach(({ milp, columns: members }, part) => {
    for (const member of members) {
      const { lower, upper } = columns[member] ?? { lower: 0, upper: 0 }
      place.set(member, { part, column: milp.column(lower, upper) })
    }
  })
  const partOf = (column: number): number => place.get(column)?.part ?? 0
  const local = (column: number): number => place.get(column)?.column ?? 0
  for (const { terms, lower, upper } of rows) {
    const [first] = terms
    if (first === undefined) continue
    parts[partOf(first[0])]?.milp.rows.push({
      terms: terms.map(([column, value]) => [local(column), value]),
      lower,
      upper,
    })
  }
  const split = objectives.map(({ terms, relaxation }) => ({
    relaxation,
    terms: Map.groupBy(terms, ([column]) => partOf(column)),
  }))
  return parts.map((part, number) => ({
    ...part,
    objectives: split.map(({ relaxation, terms }) => ({
      relaxation,
      constant: 0,
      terms: (terms.get(number) ?? []).map(([column, value]) => [local(column), value] as const),
    })),
  }))
}
