import * as z from 'zod'

/** A moment, as a UTC timestamp of RFC 3339 with `Z`, to the nanosecond at most: `2026-12-07T06:30:00.000Z`. */
export const Instant = z.iso.datetime({ error: 'instant' }).max(30).meta({ id: 'Instant' })
export type Instant = z.infer<typeof Instant>

/** The instant of so many milliseconds since 1970. */
export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString()

/** The milliseconds since 1970 of an instant. */
export const millisecondsOf = (instant: Instant): number => Date.parse(instant)
