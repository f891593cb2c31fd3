import * as z from 'zod'
import { Mail } from './alert.ts'
import { GapRecord } from './gap-record.ts'
import { HalfDay, LocalDate } from './half-day.ts'
import { Id } from './identifier.ts'

/** Something that is told once and never again, until it can no longer come up. */
export const ToldOnce = z
  .strictObject({ key: z.string().min(1).max(600), until: LocalDate })
  .readonly()
  .meta({ id: 'ToldOnce' })
export type ToldOnce = z.infer<typeof ToldOnce>

/**
 * What is remembered of a region between two looks at it, beside the region itself: the identity of its gaps, and what
 * has been told. It is written whole, on the revision that it was decided on.
 */
export const Watch = z
  .strictObject({
    region: Id,
    revision: z.int().min(1),
    /** The state of the region that was looked at last, the day of that, and the last half-day that was looked at. */
    state: z.string(),
    day: LocalDate,
    lookedUntil: HalfDay,
    records: z.array(GapRecord).readonly(),
    toldOnce: z.array(ToldOnce).readonly(),
    /** The last night whose digests were decided. */
    night: LocalDate.optional(),
    /** Mails that were decided but may not all be stored yet, and the news that they tell: to be finished first. */
    settling: z
      .strictObject({ mails: z.array(Mail).readonly(), news: z.array(Id).readonly() })
      .readonly()
      .optional(),
  })
  .readonly()
  .meta({ id: 'Watch' })
export type Watch = z.infer<typeof Watch>
