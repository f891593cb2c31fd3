import * as z from 'zod'

const GermanyFigures = z.strictObject({
  runs: z.array(z.number()),
  shortHalfDays: z.number(),
  people: z.number(),
  needs: z.number(),
  days: z.number(),
  packedBytes: z.number(),
  rowBytes: z.number(),
  rssBefore: z.number(),
  peakRss: z.number(),
  luxonPeople: z.number(),
  luxonDays: z.number(),
  luxonNanoseconds: z.number(),
})

/** What the process of the generated Germany measured: milliseconds a run, bytes, nanoseconds a person and day. */
export type GermanyFigures = z.infer<typeof GermanyFigures>

/** Reads what that process printed. */
export const readFigures = (text: string): GermanyFigures => GermanyFigures.parse(JSON.parse(text))
