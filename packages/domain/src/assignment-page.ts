import * as z from 'zod'
import { Agreement } from './agreement.ts'
import { Booking } from './booking.ts'
import { lenderOf, receiverOf } from './booking-change.ts'
import { HandOver, NeededAccess, neededAccesses } from './hand-over.ts'
import { AuthorityId, LocalName, Name } from './identifier.ts'
import type { Audience } from './message.ts'
import { periodFields } from './period.ts'
import type { RegionIndex } from './region-index.ts'

/** What the printed assignment [Vertretungsauftrag] says: who acts in whose name, for what, how long, and on which basis. */
export const AssignmentPage = z
  .strictObject({
    booking: Booking.unwrap().pick({ id: true, specialist: true, halfDays: true, mode: true, status: true }),
    person: Name,
    home: z.strictObject({ id: AuthorityId, name: Name }),
    inTheNameOf: z.strictObject({ id: AuthorityId, name: Name }),
    area: LocalName,
    /** Undefined in-house. */
    agreement: Agreement.unwrap().pick({ id: true, legalForm: true, document: true }).optional(),
    /** The authorisations on file for the authority and area; none is needed in some roles. */
    authorisations: z.array(z.strictObject(periodFields)).readonly(),
    accesses: z.array(NeededAccess).readonly(),
    /** Whom to call at the authority that is covered, and at home. */
    contacts: HandOver.unwrap().shape.contacts,
  })
  .readonly()
  .meta({ id: 'AssignmentPage' })
export type AssignmentPage = z.infer<typeof AssignmentPage>

/** The assignment of a cover as the region stands. */
export function assignmentPageOf(index: RegionIndex, booking: Booking): AssignmentPage {
  const { id, specialist, authority, area, halfDays, mode, status } = booking
  const person = index.specialist(specialist)
  const agreement = index.region.agreements.find((one) => one.id === booking.agreement)
  const contacts: Audience[] = [receiverOf(booking), lenderOf(index, booking)]
  return {
    booking: { id, specialist, halfDays, status, ...(mode === undefined ? {} : { mode }) },
    person: person.displayName,
    home: named(index, person.authority),
    inTheNameOf: named(index, authority),
    area: index.area(area).name,
    ...(agreement === undefined
      ? {}
      : { agreement: { id: agreement.id, legalForm: agreement.legalForm, document: agreement.document } }),
    authorisations: person.authorisations
      .filter((one) => one.authority === authority && one.area === area)
      .map(({ validFrom, validTo }) => ({ validFrom, ...(validTo === undefined ? {} : { validTo }) })),
    accesses: neededAccesses(index, booking),
    contacts,
  }
}

function named(index: RegionIndex, id: string) {
  const { name } = index.authority(id)
  return { id, name }
}
