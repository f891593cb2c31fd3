import { dateOf, LocalDate } from '@vertretbar/domain/half-day'
import { type Horizon, horizonOf } from '@vertretbar/domain/horizon'
import { mostDays } from '@vertretbar/usecases/plan-job'
import type { Context } from 'hono'
import * as z from 'zod'
import { refusal } from './problem.ts'
import type { Session } from './session.ts'

/** The days asked about; from today and for the region's horizon if they are not given. */
export const HorizonQuery = z.strictObject({ from: LocalDate.optional(), to: LocalDate.optional() })
type HorizonQuery = z.infer<typeof HorizonQuery>

/** The horizon of a request, or its end with the reason why the dates make none. */
export function horizonFor(
  c: Context,
  asked: HorizonQuery,
  { snapshot, today }: Pick<Session, 'snapshot' | 'today'>,
): Horizon {
  const days = snapshot.region.region.settings.horizonDays
  const horizon = horizonOf(asked, { today: dateOf(today), days, mostDays })
  if (horizon.ok) return horizon.value
  throw refusal(c, 'invalid', {
    errors: horizon.refusal.map(({ field, ...fault }) => ({ in: 'query', pointer: `/${field}`, ...fault })),
  })
}
