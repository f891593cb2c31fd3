import type { CellForm, TableFault, TableProblem } from '@vertretbar/domain/table-fault'
import type { Read } from './cell.ts'
import type { TableRow } from './header.ts'

/** Reads the cells of one row and gathers what is wrong with them. */
export class RowReader<Key extends string> {
  readonly problems: TableProblem[] = []
  readonly #row: TableRow
  readonly #nameOf: (key: Key) => string

  constructor(row: TableRow, nameOf: (key: Key) => string) {
    this.#row = row
    this.#nameOf = nameOf
  }

  /** The cell without blanks around it. */
  text(key: Key): string {
    return this.raw(key).trim()
  }

  /** The cell as it stands. */
  raw(key: Key): string {
    return this.#row.cells.get(key) ?? ''
  }

  isEmpty(key: Key): boolean {
    return this.text(key) === ''
  }

  /** A cell that must not be empty. */
  needed(key: Key): string {
    if (this.isEmpty(key)) this.wrong(key, { code: 'empty-cell' })
    return this.text(key)
  }

  /** The value of a cell, or undefined and a problem. */
  value<Value>(key: Key, form: CellForm, read: Read<Value>): Value | undefined {
    const value = read(this.text(key))
    if (value === undefined) this.wrong(key, this.isEmpty(key) ? { code: 'empty-cell' } : { code: 'wrong-cell', form })
    return value
  }

  /** The value of a cell, undefined where it is empty. */
  optional<Value>(key: Key, form: CellForm, read: Read<Value>): Value | undefined {
    return this.isEmpty(key) ? undefined : this.value(key, form, read)
  }

  wrong(key: Key, fault: TableFault): void {
    this.problems.push({ row: this.#row.row, column: this.#nameOf(key), ...fault })
  }
}
