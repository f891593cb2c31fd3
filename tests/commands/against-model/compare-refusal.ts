import type { BarredHalfDay } from '@vertretbar/domain/command-refusal'
import type { OrderRefusal } from '@vertretbar/usecases/execute'
import { expect } from 'vitest'
import type { Bar, Verdict } from '../model/state.ts'

/** The system refuses for one of the reasons that the model has, and tells the same facts. */
export function expectRefusal(refusal: OrderRefusal, verdict: Verdict): void {
  if (!('nos' in verdict)) throw new Error(`refused: ${JSON.stringify(refusal)}`)
  const { nos } = verdict
  expect(nos.map(({ code }) => code)).toContain(refusal.code)
  const bars = nos.flatMap((no) => (no.code === 'barred' ? no.halfDays : []))
  if (refusal.code === 'barred') expectBars(refusal.halfDays, bars)
  else if (refusal.code !== 'invalid') expect(nos).toContainEqual(refusal)
}

/** The same half-days, each with the codes of a need that bars the person for as few reasons as any. */
function expectBars(told: readonly BarredHalfDay[], bars: readonly Bar[]): void {
  expect(told.map(placeOf)).toEqual(bars.map(placeOf))
  for (const [position, { codes }] of told.entries())
    expect(bars[position]?.codes.map((list) => list.toSorted())).toContainEqual([...codes].toSorted())
}

const placeOf = ({ proposal, halfDay }: Pick<Bar, 'proposal' | 'halfDay'>): string => `${proposal} ${halfDay}`
