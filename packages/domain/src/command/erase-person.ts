import * as z from 'zod'
import { type Booking, isLive, isOver } from '../booking.ts'
import type { Change } from '../change.ts'
import { type Decide, decision } from '../decision.ts'
import { deputiesOfNone } from '../deputies.ts'
import { type Day, dateOf } from '../half-day.ts'
import { SpecialistId } from '../identifier.ts'
import { accept, refuse } from '../result.ts'
import type { Specialist } from '../specialist.ts'

/** All that is kept of a person is to go (GDPR Article 17); what they gave in cover stays, as that of nobody. */
export const ErasePerson = z
  .strictObject({ kind: z.literal('erase-person'), specialist: SpecialistId })
  .readonly()
  .meta({ id: 'ErasePerson' })

/**
 * Carried out once every booking of the person is ended or settled. Bookings then name somebody of whom nothing is known
 * but where they belonged, so that every total stays as it is; absences, refusals and access go.
 */
export const erasePerson: Decide<z.infer<typeof ErasePerson>> = (
  { index: { region } },
  { specialist: id },
  context,
) => {
  const person = region.specialists.find((one) => one.id === id)
  if (person === undefined) return refuse({ code: 'unknown', what: 'specialist', id })
  const bookings = region.bookings.filter(({ specialist }) => specialist === id)
  const unsettled = bookings.filter((one) => isLive(one) && !isSettled(one, context.today))
  if (unsettled.length > 0) return refuse({ code: 'unsettled', bookings: unsettled.map((one) => one.id) })
  const members = (region.members ?? []).filter(({ specialist }) => specialist === id)
  const nobody = nobodyAt(person, { id: context.newId(), today: context.today })
  return accept(
    decision([
      ...region.absences.filter(({ specialist }) => specialist === id).map((one) => removal('absences', one.id)),
      ...region.refusals
        .filter(({ specialist }) => specialist === id)
        .map((refusal): Change => ({ kind: 'remove-refusal', refusal })),
      ...members.map((one) => removal('members', one.id)),
      ...deputiesOfNone(region, members),
      { kind: 'put', in: 'specialists', member: nobody },
      ...bookings.map((one): Change => ({ kind: 'put', in: 'bookings', member: { ...one, specialist: nobody.id } })),
      removal('specialists', id),
    ]),
  )
}

/** What a file settles ahead of its time can still be changed by what becomes of the person. */
const isSettled = ({ status, halfDays }: Booking, today: Day): boolean =>
  status === 'reconciled' && halfDays.every((halfDay) => isOver(halfDay, today))

const removal = (list: 'absences' | 'members' | 'specialists', id: string): Change => ({ kind: 'remove', in: list, id })

/** Somebody who was employed until yesterday and can do nothing. */
function nobodyAt(
  { authority, homeArea }: Specialist,
  { id, today }: { readonly id: string; readonly today: Day },
): Specialist {
  const yesterday = dateOf(today - 1)
  return {
    id,
    displayName: '–',
    authority,
    homeArea,
    employment: { validFrom: yesterday, validTo: yesterday },
    weeklyMinutes: [],
    workPattern: [],
    competences: [],
    authorisations: [],
    access: [],
    exclusions: [],
  }
}
