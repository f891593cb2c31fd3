import { dayOf } from '@vertretbar/domain/half-day'
import { type Cell, plainCell } from './cell.ts'
import { type Gap, gapKey, needKey } from './gap-key.ts'
import { isWithin } from './period.ts'
import type { Row, RowSource } from './rows.ts'

/** A row per need of an authority of whose gaps one is told, in the order of its requirements. */
export function needRows(source: RowSource, authority: string): Row[] {
  const { data, names, address, own } = source
  const facts = needFacts(data)
  const closed = new Set(data.availability.closed.find((one) => one.authority === authority)?.halfDays)
  return (
    data.region.requirements
      .filter((one) => one.authority === authority && (!address.area || one.area === address.area))
      // Somebody may know a requirement without its gaps; an empty row would say that it has none.
      .filter(own.seesGapsOf)
      .flatMap(({ id, label, needs }) =>
        needs.map((_, need) => {
          const roles = names.roles(id, need)
          const detail = roles === label ? '' : roles
          const key = needKey({ requirement: id, need })
          const cellAt = cellOf(source, { short: facts.short.get(key), fragile: facts.fragile.get(key), closed })
          const fullName = [names.authority(authority), label, detail].filter((part) => part !== '').join(', ')
          return {
            key: `need ${key}`,
            kind: 'need' as const,
            label,
            detail,
            fullName,
            cells: source.columns.map(cellAt),
          }
        }),
      )
  )
}

/** A half-day on which people are missing, with its gap. */
interface Short {
  readonly gap: Gap
  readonly shortage: number
}

interface NeedFacts {
  readonly short: ReadonlyMap<string, ReadonlyMap<string, Short>>
  readonly fragile: ReadonlyMap<string, ReadonlySet<string>>
}

const known = new WeakMap<RowSource['data'], NeedFacts>()

/** Gaps and fragile half-days by need; worked out once per answer of the server, for every authority asks. */
function needFacts(data: RowSource['data']): NeedFacts {
  const before = known.get(data)
  if (before !== undefined) return before
  const facts = {
    short: new Map(
      [...Map.groupBy(data.gaps.gaps, needKey)].map(([key, gaps]) => [
        key,
        new Map(gaps.flatMap((gap) => gap.halfDays.map(({ halfDay, shortage }) => [halfDay, { gap, shortage }]))),
      ]),
    ),
    fragile: new Map(data.gaps.fragile.map((one) => [needKey(one), new Set<string>(one.halfDays)])),
  }
  known.set(data, facts)
  return facts
}

interface NeedState {
  readonly short: ReadonlyMap<string, Short> | undefined
  readonly fragile: ReadonlySet<string> | undefined
  readonly closed: ReadonlySet<string>
}

/** What a need is at a half-day; with a plan, what it would be. Of days gone by the server tells no gaps. */
function cellOf({ effect, data }: RowSource, { short, fragile, closed }: NeedState) {
  const today = dayOf(data.region.today)
  return ({ key, half, day }: RowSource['columns'][number]): Cell => {
    if (half === 'day') return plainCell('weekend')
    if (!isWithin(data.days, day)) return plainCell('loading')
    if (day < today) return plainCell(closed.has(key) ? 'closed' : 'past')
    const found = short?.get(key)
    if (found === undefined) return plainCell(closed.has(key) ? 'closed' : fragile?.has(key) ? 'fragile' : 'blank')
    const { gap, shortage } = found
    const isPlanned = effect?.reaches(key) === true
    const left = isPlanned ? (effect.left(gap, key)?.shortage ?? 0) : shortage
    const shape = left === 0 ? 'mended' : gap.criticality === 'critical' ? 'gap-critical' : 'gap'
    return { shape, number: left === 0 ? shortage : left, gap: gapKey(gap) }
  }
}
