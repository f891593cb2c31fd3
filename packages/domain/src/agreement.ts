import * as z from 'zod'
import { AreaId, AuthorityId, Id, Name } from './identifier.ts'
import { periodFields } from './period.ts'

/**
 * An agreement under which each giver may serve each receiver in its areas. It is directed: to help both ways an
 * authority is both giver and receiver. No monthly limit means unlimited, no notice means none.
 */
export const Agreement = z
  .strictObject({
    id: Id,
    givers: z.array(AuthorityId).min(1).readonly(),
    receivers: z.array(AuthorityId).min(1).readonly(),
    areas: z.array(AreaId).min(1).readonly(),
    legalForm: z.enum(['assistance', 'mandate', 'delegation']),
    ...periodFields,
    ratesCentsPerHour: z.record(AreaId, z.int().min(0).max(1_000_000)).readonly(),
    monthlyHalfDayLimit: z.int().min(0).max(100_000).optional(),
    noticeWorkingDays: z.int().min(0).max(1000).optional(),
    document: Name,
    vat: z.enum(['section-2b', 'taxable', 'exempt']),
  })
  .readonly()
  .meta({ id: 'Agreement' })
export type Agreement = z.infer<typeof Agreement>
