import { personOf } from '@vertretbar/domain/access-subject'
import type { Command } from '@vertretbar/domain/command'
import { toldToOthers } from '@vertretbar/domain/disclosure'
import type { OrderRefusal } from './execute.ts'
import type { Viewer } from './viewer.ts'

/** Why a command was refused, as far as whoever gave it may know: of people of others, codes are told as to others. */
export function toldRefusal(
  { snapshot: { region, index }, access }: Viewer,
  command: Command,
  no: OrderRefusal,
): OrderRefusal {
  if (no.code !== 'barred') return no
  const booking = 'booking' in command ? region.bookings.find(({ id }) => id === command.booking) : undefined
  const isOwn = (proposal: number): boolean => {
    const asked = command.kind === 'request-bookings' ? command.proposals[proposal] : booking
    const person = asked && index.specialistIfAny(asked.specialist)
    return person !== undefined && access.may('see-codes', personOf(person))
  }
  return {
    ...no,
    halfDays: no.halfDays.map((one) => (isOwn(one.proposal) ? one : { ...one, codes: toldToOthers(one.codes) })),
  }
}
