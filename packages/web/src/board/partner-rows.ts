import { dayOf } from '@vertretbar/domain/half-day'
import { plainCell } from './cell.ts'
import { needKey } from './gap-key.ts'
import { isWithin } from './period.ts'
import type { Row, RowSource } from './rows.ts'

/** A row per need of an authority of which nothing is known but that, and when, it asks for cover. */
export function partnerRows({ data, names, columns, address }: RowSource, authority: string): Row[] {
  const needs = data.gaps.needs.filter((one) => one.authority === authority)
  const closed = new Set(data.availability.closed.find((one) => one.authority === authority)?.halfDays)
  const today = dayOf(data.region.today)
  return [...Map.groupBy(needs, needKey)].flatMap(([key, ones]): Row[] => {
    const [first] = ones
    if (first === undefined || (address.area && address.area !== first.area)) return []
    const needed = new Set(ones.flatMap(({ halfDays }) => halfDays))
    // The role leads: where there is little room, the area alone would be the same in every row.
    const label = names.rolesOf(first.area, first.roles)
    const detail = names.area(first.area)
    const cells = columns.map(({ key: halfDay, half, day }) => {
      if (half === 'day') return plainCell('weekend')
      if (!isWithin(data.days, day)) return plainCell('loading')
      if (needed.has(halfDay)) return plainCell('needed')
      return plainCell(closed.has(halfDay) ? 'closed' : day < today ? 'past' : 'unknown')
    })
    const fullName = [names.authority(authority), detail, label].join(', ')
    return [{ key: `need ${key}`, kind: 'need', label, detail, fullName, cells }]
  })
}
