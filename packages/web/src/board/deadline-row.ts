import { dayOf } from '@vertretbar/domain/half-day'
import { type Cell, plainCell } from './cell.ts'
import { isWithin } from './period.ts'
import type { Row, RowSource } from './rows.ts'

/** The row of deadlines; each stands on the morning of its day, or on its day at a weekend. */
export function deadlineRow({ data, columns, address }: RowSource): Row {
  const shown = data.availability.deadlines.filter(
    ({ authorities }) => !address.authority || authorities.includes(address.authority),
  )
  const byDay = Map.groupBy(shown, ({ on }) => dayOf(on))
  let isLower = true
  const cells = columns.map(({ day, half }): Cell => {
    if (!isWithin(data.days, day)) return plainCell('loading')
    const deadlines = half === 'pm' ? [] : (byDay.get(day) ?? []).map(({ deadline }) => deadline)
    if (deadlines.length === 0) return plainCell(half === 'day' ? 'weekend' : 'blank')
    isLower = !isLower
    return { shape: 'deadline', deadlines, isLower }
  })
  return { key: 'deadlines', kind: 'deadlines', label: '', detail: '', fullName: '', cells }
}
