import { type ImportMode, planImport } from './import.ts'
import type { Problem } from './problem.ts'
import type { Region } from './region.ts'
import { agreement, authority, booking, requirement, runsA, specialist, testRegion } from './test-region.ts'

/** The day of an import, and a half-day two weeks later. */
export const today = '2026-11-23'
export const soon = '2026-12-07/am'

/** Anna of the city covers in the parish's payroll on one half-day, under an agreement. */
export const cover = booking('anna', soon, { id: 'cover', authority: 'parish', area: 'payroll', agreement: 'pool' })

/** A city that covers in a parish; somebody else there is on leave. */
export const stored = testRegion({
  authorities: [authority('city'), authority('parish', { deployments: [runsA] })],
  agreements: [agreement('pool')],
  specialists: [specialist('anna'), specialist('bert')],
  requirements: [requirement('run', { needs: [{ anyOf: ['approver'], count: 1 }] })],
  absences: [{ id: 'leave', specialist: 'bert', from: '2026-12-01/am', to: '2026-12-04/pm' }],
  bookings: [cover],
}).region

const lists = ['serviceAreas', 'products', 'authorities', 'agreements', 'specialists', 'requirements'] as const
const nothing = {
  ...Object.fromEntries(lists.map((name) => [name, []])),
  absences: [],
  bookings: [],
  refusals: [],
} as const

/** A file of the stored region's head with these members, and none beside them. */
export const file = (fields: Partial<Region>): Region => ({ ...stored, ...nothing, ...fields })

/** What a file makes of the stored region; throws where it is refused. */
export const planned = (incoming: Region, mode: ImportMode = 'upsert') => {
  const plan = planImport(stored, incoming, { mode, today })
  if (!plan.ok) throw new Error(JSON.stringify(plan.refusal))
  return plan.value
}

/** Why a file is refused; nothing where it is not. */
export const problems = (incoming: Region, mode: ImportMode = 'upsert', current = stored): readonly Problem[] => {
  const plan = planImport(current, incoming, { mode, today })
  return plan.ok ? [] : plan.refusal
}
