import type { Command } from '@vertretbar/domain/command'
import type { LocalDate } from '@vertretbar/domain/half-day'
import type { Region } from '@vertretbar/domain/region'
import { addDays, dateOf } from '../../oracle/dates.ts'
import type { Booking } from './sorted-region.ts'
import { changed, type Judge, no } from './state.ts'
import { dateAt } from './time.ts'

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>

/** Of a person nothing stays but covers that are over, as those of somebody of whom nothing is known. */
export const erased: Judge<Of<'erase-person'>> = ({ region, settled }, { specialist: id }, { today, newIds }) => {
  const person = region.specialists.find((one) => one.id === id)
  if (person === undefined) return no({ code: 'unknown', what: 'specialist', id })
  const open = region.bookings.filter((booking) => booking.specialist === id && !isOver(booking, today))
  if (open.length > 0) return no({ code: 'unsettled', bookings: open.map((booking) => booking.id) })
  const yesterday = addDays(today, -1)
  const nobody = {
    id: newIds[0] ?? 'unnamed',
    displayName: '–',
    authority: person.authority,
    homeArea: person.homeArea,
    employment: { validFrom: yesterday, validTo: yesterday },
    weeklyMinutes: [],
    workPattern: [],
    competences: [],
    authorisations: [],
    access: [],
    exclusions: [],
  }
  const isOthers = ({ specialist }: { readonly specialist?: string | undefined }): boolean => specialist !== id
  return changed(
    { region, settled },
    {
      specialists: [...region.specialists.filter((one) => one.id !== id), nobody],
      absences: region.absences.filter(isOthers),
      refusals: region.refusals.filter(isOthers),
      bookings: region.bookings.map((one) => (one.specialist === id ? { ...one, specialist: nobody.id } : one)),
      members: membersLeft(region, isOthers),
    },
  )
}

const isOver = ({ status, halfDays }: Booking, today: LocalDate): boolean =>
  status === 'ended' || (status === 'reconciled' && halfDays.every((halfDay) => dateOf(halfDay) < today))

/** Nobody stands for those who are gone. */
function membersLeft(
  { members = [] }: Region,
  stays: (member: NonNullable<Region['members']>[number]) => boolean,
): NonNullable<Region['members']> {
  const gone = members.filter((member) => !stays(member)).map(({ id }) => id)
  return members
    .filter(stays)
    .map((member) =>
      member.deputyOf === undefined
        ? member
        : { ...member, deputyOf: member.deputyOf.filter((id) => !gone.includes(id)) },
    )
}

/** What ended more than a year ago goes; a year before 29 February is the 28th. */
export const deleted: Judge<Of<'delete-expired'>> = (state, _, { today }) => {
  const { region } = state
  const first = `${Number(today.slice(0, 4)) - 1}${today.slice(4).replace('-02-29', '-02-28')}`
  const stays = (end: LocalDate | undefined): boolean => end === undefined || end >= first
  return changed(state, {
    absences: region.absences.filter(({ to }) => stays(to && dateOf(to))),
    bookings: region.bookings.filter((booking) => stays(closedOn(booking))),
    refusals: region.refusals.filter(({ halfDay }) => stays(dateOf(halfDay))),
    gapMarks: (region.gapMarks ?? []).filter(({ halfDays }) => stays(lastOf(halfDays.map((one) => one.halfDay)))),
    members: membersLeft(region, ({ validTo }) => stays(validTo)),
  })
}

/** In Germany; where a file does not say when, with the last half-day that was ever asked for. */
function closedOn({ status, closedAt, halfDays, released = [] }: Booking): LocalDate | undefined {
  if (!['ended', 'reconciled'].includes(status)) return undefined
  return closedAt === undefined
    ? lastOf([...halfDays, ...released.flatMap((one) => one.halfDays)])
    : dateAt(Date.parse(closedAt))
}

const lastOf = (halfDays: readonly string[]): LocalDate => dateOf(halfDays.toSorted().at(-1) ?? '9999-12-31/pm')
