import * as z from 'zod'
import { Half, LocalDate, mostListed } from './half-day.ts'
import { AreaId, Id, Name, ProductId } from './identifier.ts'
import { periodFields } from './period.ts'

/** The sixteen federal states, as ISO 3166-2 writes them. */
export const FederalState = z
  .enum([
    'DE-BW',
    'DE-BY',
    'DE-BE',
    'DE-BB',
    'DE-HB',
    'DE-HH',
    'DE-HE',
    'DE-MV',
    'DE-NI',
    'DE-NW',
    'DE-RP',
    'DE-SL',
    'DE-SN',
    'DE-ST',
    'DE-SH',
    'DE-TH',
  ])
  .meta({ id: 'FederalState' })
export type FederalState = z.infer<typeof FederalState>

/** An official municipality key: 5, 8, 9 or 12 digits, and when it is valid. */
export const OfficialKey = z
  .strictObject({ key: z.string().regex(/^(?:\d{5}|\d{8}|\d{9}|\d{12})$/, { error: 'official-key' }), ...periodFields })
  .readonly()
  .meta({ id: 'OfficialKey' })

/** A day, or one half of it, on which the authority is closed beyond weekends and public holidays. */
export const Closure = z.strictObject({ date: LocalDate, half: Half.optional() }).readonly().meta({ id: 'Closure' })
export type Closure = z.infer<typeof Closure>

/** Which software an office runs in an area, and when; a change of software is two periods. */
export const Deployment = z
  .strictObject({ area: AreaId, product: ProductId, ...periodFields })
  .readonly()
  .meta({ id: 'Deployment' })

/** A legal entity whose people are tracked; 24 and 31 December are closed (TVöD § 6 (3)) unless it says otherwise. */
export const Authority = z
  .strictObject({
    id: Id,
    name: Name,
    kind: z.enum(['city', 'district', 'municipality', 'joint-municipality', 'joint-body']),
    keys: z.array(OfficialKey).readonly(),
    state: FederalState,
    closures: z.array(Closure).max(mostListed).readonly(),
    openOnDefaultClosures: z.boolean().optional(),
    deployments: z.array(Deployment).readonly(),
  })
  .readonly()
  .meta({ id: 'Authority' })
export type Authority = z.infer<typeof Authority>
