import * as z from 'zod'
import { AreaId, Id, LocalName, Name } from './identifier.ts'

/** A role of a service area; `required`: covering in it needs an authorisation on file. */
export const Role = z
  .strictObject({ id: Id, name: LocalName, authorisation: z.enum(['none', 'required']) })
  .readonly()
  .meta({ id: 'Role' })
export type Role = z.infer<typeof Role>

/** A field of work, such as payroll: its roles, who consents to lending, and the areas that stand still without it. */
export const ServiceArea = z
  .strictObject({
    id: Id,
    name: LocalName,
    roles: z.array(Role).min(1).readonly(),
    lenderConsent: z.enum(['hr-manager', 'area-head']),
    blocks: z.array(AreaId).readonly(),
  })
  .readonly()
  .meta({ id: 'ServiceArea' })
export type ServiceArea = z.infer<typeof ServiceArea>

/** Specialist software; a new user has access after the lead time, in working days of the receiver. */
export const Product = z
  .strictObject({ id: Id, name: Name, vendor: Name, accessLeadWorkingDays: z.int().min(0).max(1000) })
  .readonly()
  .meta({ id: 'Product' })
export type Product = z.infer<typeof Product>
