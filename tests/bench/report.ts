/** One line of the report; without a target it informs only. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly digits: number
  readonly target?: number
  readonly note: string
}

/** The median of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** The least number that so large a share of some numbers does not exceed. */
export const quantile = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * numbers.length) - 1)] ?? 0

/** A plain table: figure, value, target, whether it was met, and what was measured. */
export function table(figures: readonly Figure[]): string {
  const cells = [
    ['figure', 'value', 'target', '', 'measured by'],
    ...figures.map((figure) => [
      figure.name,
      `${number(figure.value, figure.digits)} ${figure.unit}`,
      figure.target === undefined ? '' : `≤ ${figure.target.toLocaleString('en-GB')} ${figure.unit}`,
      figure.target === undefined ? '' : figure.value <= figure.target ? 'met' : 'missed',
      figure.note,
    ]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells.map((row) => row.map((cell, column) => padded(cell, column, widths)).join('  ')).join('\n')
}

const padded = (cell: string, column: number, widths: readonly number[]): string =>
  column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)

const number = (value: number, digits: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
