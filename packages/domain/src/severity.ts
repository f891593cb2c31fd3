import * as z from 'zod'

/** How soon a gap comes, in working days of the receiver, and how much hangs on it. */
export const Severity = z.enum(['urgent', 'soon', 'later']).meta({ id: 'Severity' })
export type Severity = z.infer<typeof Severity>

/** `workingDays` counts from tomorrow to the gap's first short half-day; it is 0 for today and before. */
export const severityOf = (criticality: 'critical' | 'normal', workingDays: number): Severity =>
  workingDays <= (criticality === 'critical' ? 2 : 1) ? 'urgent' : workingDays <= 10 ? 'soon' : 'later'
