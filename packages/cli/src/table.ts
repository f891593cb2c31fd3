import { styleText } from 'node:util'

/** Where text goes: how wide it may be (undefined: as wide as it likes), how tall, and whether it is coloured. */
export interface Page {
  readonly columns: number | undefined
  readonly rows: number | undefined
  readonly isColoured: boolean
}

type Format = Parameters<typeof styleText>[0]

/** A text in a colour or weight, on a terminal that shows it. */
export const styled = (text: string, format: Format, page: Page): string =>
  page.isColoured ? styleText(format, text, { validateStream: false }) : text

const margin = 2
const narrowest = 10

/** A table without borders, its columns as wide as their texts or, on a narrow page, wrapped between words. */
export async function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  page: Page,
): Promise<string> {
  const { default: Table } = await import('cli-table3')
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('\n', ' ')))
  const set = new Table({
    head: head.map((title) => styled(title, 'dim', page)),
    colWidths: widths(cells, page.columns).map((width) => width + margin),
    wordWrap: true,
    chars: borderless,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': margin, compact: true },
  })
  set.push(...rows.map((row) => [...row]))
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

/** The widest column gives way first. */
function widths(cells: readonly (readonly string[])[], columns: number | undefined): number[] {
  const wanted = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => visibleLength(row[column] ?? ''))))
  if (columns === undefined) return wanted
  const room = columns - margin - margin * wanted.length
  while (wanted.reduce((sum, width) => sum + width, 0) > room) {
    const widest = Math.max(...wanted)
    if (widest <= narrowest) break
    wanted[wanted.indexOf(widest)] = widest - 1
  }
  return wanted
}

/** Colour codes take no room; the texts of a region are one code unit a column but for the odd sign. */
const visibleLength = (text: string): number => stripped(text).length

const stripped = (text: string): string => text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '')
