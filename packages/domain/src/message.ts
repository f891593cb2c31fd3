import * as z from 'zod'
import { Booking, EndReason } from './booking.ts'
import { HalfDay } from './half-day.ts'
import { AreaId, AuthorityId, Id, SpecialistId } from './identifier.ts'
import { Instant } from './instant.ts'

/** Who is to be told; a role means all of its holders, and their deputies. */
export const Audience = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('specialist'), specialist: SpecialistId }),
    z.strictObject({ kind: z.literal('hr-manager'), authority: AuthorityId }),
    z.strictObject({ kind: z.literal('area-head'), authority: AuthorityId, area: AreaId }),
    z.strictObject({ kind: z.literal('coordinator') }),
  ])
  .meta({ id: 'Audience' })
export type Audience = z.infer<typeof Audience>

/** What happened to a cover, as it is told. */
export const NoticeKind = z
  .enum(['requested', 'confirmed', 'lent-in-house', 'released', 'reconciled', ...EndReason.options])
  .meta({ id: 'NoticeKind' })

/** One thing to tell: about which booking, which of its half-days, and to whom. */
export const Notice = z
  .strictObject({
    kind: NoticeKind,
    booking: Booking.unwrap().pick({ id: true, specialist: true, authority: true, area: true }),
    halfDays: z.array(HalfDay).readonly(),
    to: z.array(Audience).min(1).readonly(),
  })
  .readonly()
  .meta({ id: 'Notice' })
export type Notice = z.infer<typeof Notice>

/** All that one change gives to tell; stored with the change itself and sent afterwards. */
export const OutboxMessage = z
  .strictObject({ id: Id, at: Instant, notices: z.array(Notice).min(1).readonly() })
  .readonly()
  .meta({ id: 'OutboxMessage' })
export type OutboxMessage = z.infer<typeof OutboxMessage>
