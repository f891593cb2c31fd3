import type { CSSProperties } from 'react'
import type { Cell } from '../cell.ts'
import type { Column } from '../columns.ts'

/** A cell of the grid, where it stands and how it reads. */
export interface GridCellProps {
  readonly cell: Cell
  readonly column: Column
  readonly at: number
  readonly left: number
  readonly sentence: string
  readonly marks: string
  readonly isActive: boolean
  readonly text: string
}

/** A half-day: its shape is drawn by the style sheet, its sentence is for those who hear it. */
export const GridCell = ({ cell, column, at, left, sentence, marks, isActive, text }: GridCellProps) => (
  <div
    role="gridcell"
    className={`cell ${column.half} is-${cell.shape}${marks}`}
    style={{ left } satisfies CSSProperties}
    aria-colindex={at + 2}
    aria-label={sentence}
    tabIndex={isActive ? 0 : -1}
    data-column={at}
  >
    {text === '' ? <i className="shape" /> : <i className="shape">{text}</i>}
  </div>
)
