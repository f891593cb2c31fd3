import type { Alert, Mail } from '@vertretbar/domain/alert'
import { alertsDue } from '@vertretbar/domain/alerts-due'
import type { GapRecord } from '@vertretbar/domain/gap-record'
import { dayOf, type LocalDate } from '@vertretbar/domain/half-day'
import { lookAt } from '@vertretbar/domain/look'
import { recorded, type Sighting } from '@vertretbar/domain/recorded-gaps'
import { RegionIndex } from '@vertretbar/domain/region-index'
import type { ToldOnce } from '@vertretbar/domain/watch'
import { expect } from 'vitest'
import type { HistoryStep } from '../generate/history.ts'
import { type Memory, tonightTold } from '../oracle/alerts.ts'
import { addDays } from '../oracle/dates.ts'
import { identify, type KnownGap, type Sight } from '../oracle/gap-identity.ts'
import { oracleGaps } from '../oracle/gaps.ts'
import { carriedOn } from '../oracle/told-gaps.ts'

/** What the domain remembers after a step of a history, and the mails of its night. */
export interface Seen {
  readonly sighting: Sighting
  readonly toldOnce: readonly ToldOnce[]
  readonly mails: readonly Mail[]
  readonly untold: number
  /** The needs of which people have said anything. */
  readonly spokenOf: ReadonlySet<string>
}

/** The moment at which a step is looked at: half past three in the night in winter, or later by so many minutes. */
export const momentOf = (today: LocalDate, number: number): string =>
  new Date(Date.parse(`${today}T02:30:00Z`) + 60_000 * number).toISOString()

/** Lets the domain look at each step of a history, and tell what is due in its nights. */
export function watched(steps: readonly HistoryStep[]): Seen[] {
  let before: Seen | undefined
  let ids = 0
  const newId = (): string => {
    ids += 1
    return `g${ids}`
  }
  return steps.map(({ region, today, isNight, news }, number) => {
    const look = lookAt(new RegionIndex(region), dayOf(today))
    const at = momentOf(today, number)
    const sighting = recorded(before?.sighting, look, { at, newId })
    const toldOnce = before?.toldOnce ?? []
    const due = isNight ? alertsDue(look, { records: sighting.records, toldOnce, news, at }) : undefined
    before = {
      sighting: due ? { ...sighting, records: due.records } : sighting,
      toldOnce: due?.toldOnce ?? toldOnce,
      mails: due?.mails ?? [],
      untold: due?.untold ?? 0,
      spokenOf: new Set((region.gapMarks ?? []).map(({ requirement, need }) => `${requirement} ${need}`)),
    }
    return before
  })
}

/** The same by the specification alone. */
export interface SeenByOracle {
  readonly gaps: readonly KnownGap[]
  readonly byMember: ReadonlyMap<string, readonly Alert[]>
}

/** Looks at each step of a history as the slow twins do. */
export function watchedByOracle(steps: readonly HistoryStep[]): SeenByOracle[] {
  let gaps: readonly KnownGap[] = []
  let memory: Memory = { tellings: new Map(), once: new Set() }
  let before: string | undefined
  return steps.map(({ region, today, isNight, news }, number) => {
    const to = addDays(today, region.region.settings.horizonDays - 1)
    const last = `${to}/pm`
    const found = oracleGaps(region, { today, from: today, to }).gaps
    const sight: Sight = { number, today, last, before: before ?? last, gaps: found }
    gaps = identify(gaps, sight)
    before = last
    memory = { ...memory, tellings: carriedOn(memory.tellings, gaps, { region, sight }) }
    if (!isNight) return { gaps, byMember: new Map() }
    const told = tonightTold({ region, sight, gaps, news }, memory, momentOf(today, number))
    memory = told.memory
    return { gaps, byMember: told.byMember }
  })
}

/** What the twins call each gap that the domain has seen; throws where they do not see the same gaps. */
export function namesByOracle(seen: readonly Seen[], oracle: readonly SeenByOracle[]): Map<string, string> {
  const names = new Map<string, string>()
  seen.forEach(({ sighting: { records } }, number) => {
    const twins = oracle[number]?.gaps ?? []
    const open = records.filter(({ isClosed }) => !isClosed)
    expect(open.map(textOf).toSorted(), `open at step ${number}`).toEqual(
      twins
        .filter(({ end }) => end === undefined)
        .map(textOf)
        .toSorted(),
    )
    for (const record of open) {
      const twin = twins.find((gap) => gap.end === undefined && textOf(gap) === textOf(record))?.id ?? ''
      expect(twin, `the id of ${textOf(record)} at step ${number}`).toBe(names.get(record.id) ?? twin)
      names.set(record.id, twin)
    }
    for (const { id, history } of records.filter(({ isClosed }) => isClosed))
      expect(`${id} ${history.at(-1)?.kind}`).toBe(`${id} ${twins.find((gap) => gap.id === names.get(id))?.end}`)
  })
  return names
}

/** A gap by its need and its half-days. */
const textOf = (gap: GapRecord | KnownGap): string =>
  JSON.stringify([gap.requirement, gap.need, 'short' in gap ? gap.short : gap.halfDays])
