import { type Day, dateOf, weekdayOf } from '@vertretbar/domain/half-day'
import { dateText } from '@vertretbar/messages/date-text'
import { memo } from 'react'
import type { Speech } from '../../words/catalogue.ts'
import { shortDate, weekdayText, weekNumber } from '../../words/short-date.ts'
import type { Column } from '../columns.ts'
import type { RowSurroundings } from './grid-row.tsx'

/** The head of the grid: a column header per day, with its week above each Monday. */
export const GridHeader = memo(function GridHeader(props: {
  readonly surroundings: RowSurroundings
  readonly today: Day
  readonly firstColumn: number
  readonly lastColumn: number
}) {
  const { surroundings, today, firstColumn, lastColumn } = props
  const { columns, layout, speech } = surroundings
  return (
    <div role="row" className="row is-days" aria-rowindex={1}>
      <div role="columnheader" className="label" aria-colindex={1}>
        <span className="name">{speech.words.rows}</span>
      </div>
      {columns.map((column, at) =>
        at < firstColumn || at > lastColumn || column.half === 'pm' ? null : (
          <DayHeader
            key={column.key}
            column={column}
            at={at}
            left={layout.lefts[at] ?? 0}
            width={column.half === 'day' ? layout.weekend : 2 * layout.half}
            today={today}
            speech={speech}
          />
        ),
      )}
    </div>
  )
})

interface DayHeaderProps {
  readonly column: Column
  readonly at: number
  readonly left: number
  readonly width: number
  readonly today: Day
  readonly speech: Speech
}

/** From this width of a day on its month is told too. */
const roomForMonth = 44

/** So many days at the beginning of a week are below the number of the week and its month. */
const daysBelowMonth = 3

function DayHeader({ column, at, left, width, today, speech }: DayHeaderProps) {
  const { day, half } = column
  const isToday = day === today
  const { language, words } = speech
  const date = dateText(dateOf(day), language)
  return (
    <div
      role="columnheader"
      className={`day ${half === 'day' ? 'is-weekend' : ''} ${isToday ? 'is-today' : ''}`}
      style={{ left, width }}
      aria-colindex={at + 2}
      {...(half === 'day' ? {} : { 'aria-colspan': 2 })}
    >
      <span className="kern-sr-only">{isToday ? `${date}, ${words.todayMark}` : date}</span>
      <span aria-hidden="true">
        {weekdayOf(day) === 0 ? (
          <span className={isToday ? 'week is-beside' : 'week'}>{weekText(day, today, speech)}</span>
        ) : null}
        {half === 'day' ? null : (
          <span className="weekday">{weekdayText(day, language).slice(0, width < roomForMonth ? 2 : 3)}</span>
        )}
        {half === 'day' ? null : <span className="date">{dayText(day, width, speech)}</span>}
        {isToday ? <span className="today">{words.todayMark}</span> : null}
      </span>
    </div>
  )
}

const dayText = (day: Day, width: number, { language }: Speech): string =>
  width < roomForMonth ? String(Number(dateOf(day).slice(8))) : shortDate(day, language)

/** The week, and its month unless that would lie over the mark of today. */
function weekText(monday: Day, today: Day, speech: Speech): string {
  const { words } = speech
  const [week, isBeforeToday] = [weekNumber(monday), monday < today && today < monday + daysBelowMonth]
  return isBeforeToday ? words.calendarWeekShort(week) : `${words.calendarWeek(week)} · ${monthText(monday, speech)}`
}

/** `Dez. 2026` of `Mo., 14. Dez. 2026`. */
const monthText = (day: Day, { language }: Speech): string =>
  dateText(dateOf(day), language).split(' ').slice(-2).join(' ')
