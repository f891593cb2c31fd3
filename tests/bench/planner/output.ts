import * as z from 'zod'

const levels = z.array(z.number())

/** What a run over a country measured; milliseconds and bytes. */
export const CountryRun = z.strictObject({
  people: z.number(),
  options: z.number(),
  preparing: z.number(),
  solving: z.number(),
  parts: z.number(),
  largest: z.number(),
  unproven: z.number(),
  milliseconds: z.array(z.number()),
  greedy: levels,
  levels,
  bounds: levels,
  peakRss: z.number(),
})
export type CountryRun = z.infer<typeof CountryRun>

/** What one way to solve reached: levels 1 to 4, as many bounds (none where it gives none), and its time. */
export const RivalRun = z.strictObject({ name: z.string(), seconds: z.number(), levels, bounds: levels })
export type RivalRun = z.infer<typeof RivalRun>

/** The ways to solve beside each other. */
export const RivalRuns = z.array(RivalRun)

/** Milliseconds of plans in one warm process, and whether all six levels were proven. */
export const WarmRun = z.strictObject({ runs: z.array(z.number()), proven: z.boolean() })
export type WarmRun = z.infer<typeof WarmRun>
