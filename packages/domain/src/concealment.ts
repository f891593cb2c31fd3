import type { Access } from './access.ts'
import { bothSides, personOf, whereOf } from './access-subject.ts'
import type { MasterData } from './command/master-data.ts'
import type { Command } from './command.ts'
import type { StateRefusal } from './command-refusal.ts'
import type { Member } from './member.ts'
import type { RegionIndex } from './region-index.ts'
import { absenceIn, feedIn, memberIn, requirementIn, specialistIn } from './region-lookup.ts'

/** What a command is about that is there, but not for this one. What is not there the command says itself. */
export function hiddenFrom(index: RegionIndex, command: Command, access: Access): StateRefusal | undefined {
  if ('booking' in command) {
    const booking = index.region.bookings.find(({ id }) => id === command.booking)
    return booking === undefined || access.may('see-booking', bothSides(index, booking))
      ? undefined
      : { code: 'unknown', what: 'booking', id: command.booking }
  }
  switch (command.kind) {
    case 'change-absence':
    case 'end-absence':
    case 'withdraw-absence': {
      const absence = absenceIn(index, command.absence)
      return absence === undefined || access.may('change-absence', personOf(index.specialist(absence.specialist)))
        ? undefined
        : { code: 'unknown', what: 'absence', id: command.absence }
    }
    case 'record-absence':
    case 'erase-person': {
      const person = specialistIn(index, command.specialist)
      return person === undefined || access.may('see-person', personOf(person))
        ? undefined
        : { code: 'unknown', what: 'specialist', id: command.specialist }
    }
    case 'acknowledge-gap':
    case 'accept-risk': {
      const { requirement, need, halfDay } = command
      const known = requirementIn(index, requirement)
      return known === undefined || access.may('see-gap', { places: [known] })
        ? undefined
        : { code: 'unknown', what: 'gap', id: `${requirement}.${need}@${halfDay}` }
    }
    case 'invite-member':
      return hiddenNames(index, command.fields, access)
    case 'change-member':
    case 'end-member':
    case 'renew-invitation': {
      const known = memberIn(index, command.member)
      if (known !== undefined && !maySeeMember(access, known))
        return { code: 'unknown', what: 'member', id: command.member }
      return command.kind === 'change-member' ? hiddenNames(index, command.fields, access) : undefined
    }
    case 'rotate-feed':
    case 'revoke-feed': {
      const known = feedIn(index, command.feed)
      return known === undefined || access.may('keep-feed', { member: known.member })
        ? undefined
        : { code: 'unknown', what: 'feed', id: command.feed }
    }
    case 'put-entry':
      return hiddenEntry(index, { in: command.in, id: command.member.id }, access)
    case 'remove-entry':
      return hiddenEntry(index, command, access)
    default:
      return undefined
  }
}

/** People and requirements of others are unknown; what belongs to the region as a whole everybody may know of. */
function hiddenEntry(
  index: RegionIndex,
  { in: list, id }: { readonly in: MasterData; readonly id: string },
  access: Access,
): StateRefusal | undefined {
  const person = list === 'specialists' ? specialistIn(index, id) : undefined
  const requirement = list === 'requirements' ? requirementIn(index, id) : undefined
  const isSeen =
    (person === undefined || access.may('see-name', personOf(person))) &&
    (requirement === undefined || access.may('see-requirement', { places: [requirement] }))
  return isSeen ? undefined : { code: 'unknown', what: 'entry', id }
}

/** Whom a member is said to be or to stand for: what is not there, and what is not for this one, are answered alike. */
function hiddenNames(
  index: RegionIndex,
  { specialist, deputyOf = [] }: Pick<Member, 'specialist' | 'deputyOf'>,
  access: Access,
): StateRefusal | undefined {
  const person = specialist === undefined ? undefined : specialistIn(index, specialist)
  if (specialist !== undefined && !access.may('see-name', person && personOf(person)))
    return { code: 'unknown', what: 'specialist', id: specialist }
  const hidden = deputyOf.find((id) => {
    const known = memberIn(index, id)
    return known === undefined ? !access.may('read-members') : !maySeeMember(access, known)
  })
  return hidden === undefined ? undefined : { code: 'unknown', what: 'member', id: hidden }
}

/** Whether somebody may know of a member: they are it, or may change it in one of its roles. */
export const maySeeMember = (access: Access, member: Member): boolean =>
  member.id === access.member?.id || member.roles.some((grant) => access.may('read-members', whereOf(grant)))
