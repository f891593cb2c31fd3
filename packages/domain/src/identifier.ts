import * as z from 'zod'

/** An id: a slug such as `lk-wolfenbuettel.payroll.1`, or a ULID. */
export const Id = z
  .string()
  .max(128)
  .regex(/^(?:[a-z0-9]+(?:[._-]+[a-z0-9]+)*|[0-7][0-9A-HJKMNP-TV-Z]{25})$/, { error: 'id' })
  .meta({ id: 'Id' })
export type Id = z.infer<typeof Id>

/** A name as people read it: one line, no mark-up, no control characters. */
export const Name = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^<>\p{Cc}\p{Co}\p{Cs}]*$/u, { error: 'name' })
  .meta({ id: 'Name' })

/** A name in the languages of the screens. */
export const LocalName = z.strictObject({ de: Name, en: Name }).readonly().meta({ id: 'LocalName' })
export type LocalName = z.infer<typeof LocalName>

export const AuthorityId = Id.describe('id of an authority')
export const AreaId = Id.describe('id of a service area')
export const RoleId = Id.describe('id of a role of the service area')
export const ProductId = Id.describe('id of a product')
export const AgreementId = Id.describe('id of an agreement')
export const SpecialistId = Id.describe('id of a specialist')
export const RequirementId = Id.describe('id of a requirement')
