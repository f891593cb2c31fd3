import type { Access, Standing, Subject } from './access.ts'
import type { Action } from './access-policy.ts'
import type { Booking, ConsentSide } from './booking.ts'
import { lenderOf } from './booking-change.ts'
import { membersOf } from './change.ts'
import type { MemberFields } from './command/member.ts'
import type { Command } from './command.ts'
import type { StateRefusal } from './command-refusal.ts'
import type { Grant, Member } from './member.ts'
import type { RegionIndex } from './region-index.ts'
import type { Requirement } from './requirement.ts'
import { accept, type Result, refuse } from './result.ts'
import type { Specialist } from './specialist.ts'

/** One right that a command asks for. */
interface Claim {
  readonly action: Action
  readonly on: Subject
}

/**
 * Whether somebody may give a command in the region as it stands, and whether they do so as a deputy. What they may not
 * even know of is unknown to them, whether or not it is there.
 */
export function mayGive(index: RegionIndex, command: Command, access: Access): Result<Standing, StateRefusal> {
  const hidden = hiddenFrom(index, command, access)
  if (hidden !== undefined) return refuse(hidden)
  const standings = claimsOf(index, command).map(({ action, on }) => access.standing(action, on))
  if (standings.includes(undefined)) return refuse({ code: 'forbidden' })
  return accept(standings.includes('deputy') ? 'deputy' : 'own')
}

/** What a command is about that is there, but not for this one. What is not there the command says itself. */
function hiddenFrom(index: RegionIndex, command: Command, access: Access): StateRefusal | undefined {
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
      const absence = index.region.absences.find(({ id }) => id === command.absence)
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
      const known = index.region.requirements.find(({ id }) => id === requirement)
      return known === undefined || access.may('see-gap', { places: [known] })
        ? undefined
        : { code: 'unknown', what: 'gap', id: `${requirement}.${need}@${halfDay}` }
    }
    case 'invite-member':
      return hiddenNames(index, command.fields, access)
    case 'change-member':
    case 'end-member':
    case 'renew-invitation': {
      const known = (index.region.members ?? []).find(({ id }) => id === command.member)
      if (known !== undefined && !maySeeMember(access, known))
        return { code: 'unknown', what: 'member', id: command.member }
      return command.kind === 'change-member' ? hiddenNames(index, command.fields, access) : undefined
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
  { in: list, id }: Pick<RemoveEntry, 'in' | 'id'>,
  access: Access,
): StateRefusal | undefined {
  const person = list === 'specialists' ? specialistIn(index, id) : undefined
  const [requirement] = list === 'requirements' ? requirementIn(index, id) : []
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
    const known = (index.region.members ?? []).find((one) => one.id === id)
    return known === undefined ? !access.may('read-members') : !maySeeMember(access, known)
  })
  return hidden === undefined ? undefined : { code: 'unknown', what: 'member', id: hidden }
}

/** Whether somebody may know of a member: they are it, or may change it in one of its roles. */
export const maySeeMember = (access: Access, member: Member): boolean =>
  member.id === access.member?.id || member.roles.some((grant) => access.may('read-members', whereOf(grant)))

/** The rights that a command asks for, all of them. */
function claimsOf(index: RegionIndex, command: Command): Claim[] {
  switch (command.kind) {
    case 'request-bookings':
      return command.proposals.map((proposal) => ({ action: 'ask-for-cover', on: { places: [proposal] } }))
    case 'consent':
      return onBooking(index, command, (booking) =>
        command.way === 'telephone'
          ? [{ action: 'write-down-consent', on: { places: placesOf(index, booking) } }]
          : (command.as === 'both' ? (['specialist', 'lender'] as const) : [command.as]).map((side) =>
              answerOf(index, booking, side),
            ),
      )
    case 'refuse-booking':
      return onBooking(index, command, (booking) =>
        command.as === 'lender'
          ? [answerOf(index, booking, 'lender')]
          : [{ action: 'refuse-for-somebody', on: lent(index, booking) }],
      )
    case 'recall-booking':
      return onBooking(index, command, (booking) => [answerOf(index, booking, command.as)])
    case 'withdraw-booking':
      return onBooking(index, command, (booking) => [{ action: 'take-back-request', on: { places: [booking] } }])
    case 'reconcile-booking':
      return onBooking(index, command, (booking) => [
        ...(command.as === 'receiver' ? [] : [{ action: 'state-work' as const, on: lent(index, booking) }]),
        ...(command.as === 'lender' ? [] : [{ action: 'state-work' as const, on: { places: [booking] } }]),
      ])
    case 'note-hand-over':
      return onBooking(index, command, (booking) => [{ action: 'note-hand-over', on: bothSides(index, booking) }])
    case 'expire-request':
      return onBooking(index, command, () => [{ action: 'end-requests', on: {} }])
    case 'record-absence':
      return onPerson(index, command.specialist, 'change-absence')
    case 'change-absence':
    case 'end-absence':
    case 'withdraw-absence': {
      const absence = index.region.absences.find(({ id }) => id === command.absence)
      return absence === undefined ? [] : onPerson(index, absence.specialist, 'change-absence')
    }
    case 'acknowledge-gap':
    case 'accept-risk': {
      const known = index.region.requirements.find(({ id }) => id === command.requirement)
      return known === undefined ? [] : [{ action: 'mark-gap', on: { places: [known] } }]
    }
    case 'put-entry':
      return entryClaims(index, command)
    case 'remove-entry':
      return removalClaims(index, command)
    case 'put-head':
      return [{ action: 'change-region', on: {} }]
    case 'invite-member':
      return memberClaims(index, command.fields)
    case 'change-member':
      return knownMemberClaims(index, command.member, command.fields)
    case 'end-member':
    case 'renew-invitation':
      return knownMemberClaims(index, command.member)
    case 'bind-member':
      // The code of the invitation is the right.
      return []
    case 'erase-person':
      return onPerson(index, command.specialist, 'erase-person')
    case 'delete-expired':
      return [{ action: 'delete-expired', on: {} }]
  }
}

/** A booking that is not there asks for nothing: the command itself says so. */
function onBooking(
  index: RegionIndex,
  { booking: id }: { readonly booking: string },
  claims: (booking: Booking) => Claim[],
) {
  const booking = index.region.bookings.find((one) => one.id === id)
  return booking === undefined ? [] : claims(booking)
}

function onPerson(index: RegionIndex, id: string, action: Action): Claim[] {
  const person = specialistIn(index, id)
  return person === undefined ? [] : [{ action, on: personOf(person) }]
}

const specialistIn = ({ region }: RegionIndex, id: string): Specialist | undefined =>
  region.specialists.find((one) => one.id === id)

/** Somebody, and where they have their post. */
export const personOf = ({ id, authority, homeArea }: Pick<Specialist, 'id' | 'authority' | 'homeArea'>): Subject => ({
  specialist: id,
  places: [{ authority, area: homeArea }],
})

/** What tells whom a booking concerns. */
type Booked = Pick<Booking, 'specialist' | 'authority' | 'area'>

const lent = (index: RegionIndex, { specialist }: Booked): Subject => personOf(index.specialist(specialist))

const placesOf = (index: RegionIndex, booking: Booked) => [
  ...(lent(index, booking).places ?? []),
  { authority: booking.authority, area: booking.area },
]

/** A booking concerns the person, the place that they are lent from, and the place that they cover at. */
export const bothSides = (index: RegionIndex, booking: Booked): Subject => ({
  specialist: booking.specialist,
  places: placesOf(index, booking),
})

function answerOf(index: RegionIndex, booking: Booking, side: ConsentSide): Claim {
  if (side === 'specialist') return { action: 'answer-for-oneself', on: { specialist: booking.specialist } }
  return {
    action: lenderOf(index, booking).kind === 'area-head' ? 'lend-by-head' : 'lend-by-hr',
    on: lent(index, booking),
  }
}

type PutEntry = Extract<Command, { readonly kind: 'put-entry' }>
type RemoveEntry = Extract<Command, { readonly kind: 'remove-entry' }>

/** Whoever moves something asks for it where it is and where it is to be. */
function entryClaims(index: RegionIndex, command: PutEntry): Claim[] {
  switch (command.in) {
    case 'specialists': {
      const before = specialistIn(index, command.member.id)
      return before === undefined
        ? [{ action: 'add-specialist', on: personOf(command.member) }]
        : [before, command.member].map((one) => ({ action: 'change-specialist', on: personOf(one) }))
    }
    case 'requirements':
      return [...requirementIn(index, command.member.id), command.member].map((one) => ({
        action: 'change-requirement',
        on: { places: [one] },
      }))
    case 'authorities': {
      const { id } = command.member
      const isKnown = index.region.authorities.some((one) => one.id === id)
      return [{ action: isKnown ? 'change-authority' : 'change-region', on: { places: [{ authority: id }] } }]
    }
    case 'serviceAreas':
    case 'products':
    case 'agreements':
      return [{ action: 'change-region', on: {} }]
  }
}

const requirementIn = ({ region }: RegionIndex, id: string): Requirement[] =>
  region.requirements.filter((one) => one.id === id)

function removalClaims(index: RegionIndex, { in: list, id }: RemoveEntry): Claim[] {
  if (!membersOf(index.region, list).some((one) => one.id === id)) return []
  if (list === 'specialists') return onPerson(index, id, 'change-specialist')
  if (list === 'requirements')
    return requirementIn(index, id).map((one) => ({ action: 'change-requirement', on: { places: [one] } }))
  return [{ action: 'change-region', on: {} }]
}

/** What a role is a role for. */
export const whereOf = (grant: Grant): Subject =>
  'authority' in grant
    ? { places: [{ authority: grant.authority, area: 'area' in grant ? grant.area : undefined }] }
    : {}

/**
 * Nobody gives a role that reaches further than their own right to give roles, nor the place of somebody who has one, nor
 * says that a login is a person of somebody else's.
 */
function memberClaims(
  index: RegionIndex,
  { roles, deputyOf = [], specialist }: Pick<Member, 'roles' | 'deputyOf' | 'specialist'>,
): Claim[] {
  const stoodFor = (index.region.members ?? []).filter(({ id }) => deputyOf.includes(id)).flatMap((one) => one.roles)
  const claims = [...roles, ...stoodFor].map((grant): Claim => ({ action: 'change-member', on: whereOf(grant) }))
  return specialist === undefined ? claims : [...claims, ...onPerson(index, specialist, 'change-member')]
}

/** A member who is not there asks for nothing, whatever they were to be: the command itself says so. */
function knownMemberClaims(index: RegionIndex, id: string, ...toBe: readonly MemberFields[]): Claim[] {
  const known = (index.region.members ?? []).find((one) => one.id === id)
  return known === undefined ? [] : [known, ...toBe].flatMap((one) => memberClaims(index, one))
}
