import type { Day } from '@vertretbar/domain/half-day'
import { type RefObject, useMemo, useRef } from 'react'
import { columnText } from '../cell-sentence.ts'
import type { Column } from '../columns.ts'
import type { Row } from '../rows.ts'
import { GridHeader } from './grid-header.tsx'
import { GridRow, type RowSurroundings } from './grid-row.tsx'
import type { Position } from './keyboard.ts'
import { headHeight, type Layout, rowHeight } from './layout.ts'
import { useActiveCell } from './use-active-cell.ts'
import { useGridEvents } from './use-grid-events.ts'
import { useWindow, type Window } from './use-window.ts'

/** What the grid shows. */
export interface GridProps extends Omit<RowSurroundings, 'whens'> {
  readonly rows: readonly Row[]
  readonly today: Day
  /** Where the focus comes back to when the gap is left. */
  readonly grid: RefObject<HTMLDivElement | null>
  readonly onOpen: (gap: string) => void
  readonly onLeave: () => void
}

/**
 * Half-days by row and column, walked by keyboard after the pattern of the ARIA grid. It draws only what is in sight,
 * so it is no `<table>`; and of its rows and cells only the half-days take the focus.
 */
export function Grid({ rows, today, grid, onOpen, onLeave, ...rest }: GridProps) {
  const { columns, layout, speech } = rest
  const scroller = useRef<HTMLDivElement>(null)
  const seen = useWindow(scroller, { layout, columns })
  const surroundings = useSurroundings(rest)
  const { active, goTo } = useActiveCell({ scroller, grid, rows, columns, layout, today, openGap: rest.openGap })
  const events = useGridEvents({ rows, columns: columns.length, scroller, active, goTo, onOpen, onLeave })
  return (
    <div className="grid-scroll" ref={scroller}>
      <div
        ref={grid}
        role="grid"
        className={layout.half < narrow ? 'grid is-narrow' : 'grid'}
        aria-label={speech.words.board}
        aria-describedby="grid-keys"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        style={gridStyle(layout, rows.length, todayLeft(layout, columns, today))}
        {...events}
      >
        <div role="rowgroup" className="grid-head">
          <GridHeader surroundings={surroundings} today={today} {...seen} />
          <RowAt rows={rows} at={0} active={active} seen={seen} surroundings={surroundings} />
        </div>
        <div role="rowgroup" className="grid-body">
          {drawn(rows.length, seen, active.row).map((at) => (
            <RowAt key={rows[at]?.key} rows={rows} at={at} active={active} seen={seen} surroundings={surroundings} />
          ))}
        </div>
      </div>
    </div>
  )
}

/** Below this width of a half-day its sign fills it. */
const narrow = 18

/** One object for all rows as long as nothing in it changes, so that unchanged rows are not drawn again. */
function useSurroundings({ columns, layout, speech, names, changed, openGap }: Omit<RowSurroundings, 'whens'>) {
  const whens = useMemo(() => columns.map((column) => columnText(column, speech)), [columns, speech])
  return useMemo<RowSurroundings>(
    () => ({ columns, whens, layout, speech, names, changed, openGap }),
    [columns, whens, layout, speech, names, changed, openGap],
  )
}

interface RowAtProps {
  readonly rows: readonly Row[]
  readonly at: number
  readonly active: Position
  readonly seen: Window
  readonly surroundings: RowSurroundings
}

function RowAt({ rows, at, active, seen, surroundings }: RowAtProps) {
  const row = rows[at]
  if (row === undefined) return null
  const top = at === 0 ? 0 : (at - 1) * rowHeight
  if (row.kind === 'authority')
    return <AuthorityRow row={row} at={at} top={top} columns={surroundings.columns.length} />
  const column = at === active.row ? active.column : -1
  return (
    <GridRow
      row={row}
      at={at}
      top={top}
      active={column}
      firstColumn={seen.firstColumn}
      lastColumn={seen.lastColumn}
      surroundings={surroundings}
    />
  )
}

const AuthorityRow = (props: {
  readonly row: Row
  readonly at: number
  readonly top: number
  readonly columns: number
}) => (
  <div role="row" className="row is-authority" style={{ top: props.top }} aria-rowindex={props.at + 2}>
    <div role="rowheader" aria-colindex={1} aria-colspan={props.columns + 1} className="authority">
      <span className="authority-name">{props.row.label}</span>
    </div>
  </div>
)

/** The rows to draw, in their order: those in sight and the active one; the first stands in the head. */
function drawn(count: number, { firstRow, lastRow }: Window, active: number): number[] {
  const [start, end] = [Math.max(1, firstRow), Math.min(lastRow, count - 1)]
  const places = Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => start + index)
  const isOutside = active > 0 && active < count && (active < start || active > end)
  return isOutside ? [...places, active].toSorted((a, b) => a - b) : places
}

const todayLeft = ({ lefts }: Layout, columns: readonly Column[], today: Day): number | undefined =>
  lefts[columns.findIndex(({ day }) => day === today)]

const gridStyle = (layout: Layout, rows: number, today: number | undefined) => ({
  width: layout.width,
  height: headHeight + (rows - 1) * rowHeight,
  '--label': `${layout.label}px`,
  '--half': `${layout.half}px`,
  '--weekend': `${layout.weekend}px`,
  '--today': today === undefined ? 'none' : `${today}px`,
})
