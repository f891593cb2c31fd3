import { styleText } from 'node:util'

/** Where text goes: how wide it may be (undefined: as wide as it likes), how tall, and whether it is coloured. */
export interface Page {
  readonly columns: number | undefined
  readonly rows: number | undefined
  readonly isColoured: boolean
  /** Every row takes one line, its long cells cut; else they are wrapped. */
  readonly isOneLine: boolean
}

type Format = Parameters<typeof styleText>[0]

/** A text in a colour or weight, on a terminal that shows it. */
export const styled = (text: string, format: Format, page: Page): string =>
  page.isColoured ? styleText(format, text, { validateStream: false }) : text

const margin = 2
const narrowest = 10

/** The title of a column; a kept one gives way only when all others have. */
export type Column = string | { readonly kept: string }

const titleOf = (column: Column): string => (typeof column === 'string' ? column : column.kept)

/** A table without borders, its columns as wide as their texts or, on a narrow page, wrapped between words. */
export async function table(
  head: readonly Column[],
  rows: readonly (readonly string[])[],
  page: Page,
): Promise<string> {
  const { default: Table } = await import('cli-table3')
  const cells = [head.map(titleOf), ...rows].map((row) => row.map((cell) => cell.replaceAll('\n', ' ')))
  const set = new Table({
    head: head.map((column) => styled(titleOf(column), 'dim', page)),
    colWidths: widths(head, cells, page.columns).map((width) => width + margin),
    wordWrap: !page.isOneLine,
    chars: borderless,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': margin, compact: true },
  })
  for (const row of rows) set.push([...row])
  return set
    .toString()
    .split('\n')
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n')
}

const borderless = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
}

/** The widest column gives way first, those that are kept last. */
function widths(head: readonly Column[], cells: readonly (readonly string[])[], columns: number | undefined): number[] {
  const wanted = head.map((_, column) => Math.max(...cells.map((row) => visibleLength(row[column] ?? ''))))
  if (columns === undefined) return wanted
  const room = columns - margin - margin * wanted.length
  const yielding = wanted.map((_, column) => column).filter((column) => typeof head[column] === 'string')
  return narrowed(narrowed(wanted, yielding, room), [...wanted.keys()], room)
}

function narrowed(wanted: readonly number[], yielding: readonly number[], room: number): number[] {
  const given = [...wanted]
  while (given.reduce((sum, width) => sum + width, 0) > room) {
    const widest = yielding.reduce(
      (best, column) => ((given[column] ?? 0) > (given[best] ?? 0) ? column : best),
      yielding[0] ?? 0,
    )
    const width = given[widest] ?? 0
    if (width <= narrowest) break
    given[widest] = width - 1
  }
  return given
}

/** Colour codes take no room; the texts of a region are one code unit a column but for the odd sign. */
const visibleLength = (text: string): number => stripped(text).length

const stripped = (text: string): string => text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '')
