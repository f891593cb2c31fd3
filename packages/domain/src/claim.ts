import type { Subject } from './access.ts'
import type { Action } from './access-policy.ts'
import { bothSides, lent, personOf, placesOf, whereOf } from './access-subject.ts'
import type { Booking, ConsentSide } from './booking.ts'
import { lenderOf } from './booking-change.ts'
import { membersOf } from './change.ts'
import type { MemberFields } from './command/member.ts'
import type { Command } from './command.ts'
import { shownBy } from './feed-content.ts'
import type { Member } from './member.ts'
import type { RegionIndex } from './region-index.ts'
import { absenceIn, feedIn, memberIn, requirementIn, specialistIn } from './region-lookup.ts'

/** One right that a command asks for. */
export interface Claim {
  readonly action: Action
  readonly on: Subject
}

/** The rights that a command asks for, all of them. */
export function claimsOf(index: RegionIndex, command: Command): Claim[] {
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
      const absence = absenceIn(index, command.absence)
      return absence === undefined ? [] : onPerson(index, absence.specialist, 'change-absence')
    }
    case 'acknowledge-gap':
    case 'accept-risk':
      return onRequirement(index, command.requirement, 'mark-gap')
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
    case 'create-feed':
      return [
        { action: 'keep-feed', on: { member: command.member } },
        { action: 'subscribe', on: shownBy(command.shows) },
      ]
    case 'rotate-feed':
    case 'revoke-feed':
      return feedClaims(index, command)
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

function onRequirement(index: RegionIndex, id: string, action: Action): Claim[] {
  const known = requirementIn(index, id)
  return known === undefined ? [] : [{ action, on: { places: [known] } }]
}

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
      return [
        ...onRequirement(index, command.member.id, 'change-requirement'),
        { action: 'change-requirement', on: { places: [command.member] } },
      ]
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

function removalClaims(index: RegionIndex, { in: list, id }: RemoveEntry): Claim[] {
  if (!membersOf(index.region, list).some((one) => one.id === id)) return []
  if (list === 'specialists') return onPerson(index, id, 'change-specialist')
  if (list === 'requirements') return onRequirement(index, id, 'change-requirement')
  return [{ action: 'change-region', on: {} }]
}

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
  const known = memberIn(index, id)
  return known === undefined ? [] : [known, ...toBe].flatMap((one) => memberClaims(index, one))
}

/** What somebody has no right to any more they may still give back. */
function feedClaims(index: RegionIndex, { kind, feed: id }: Extract<Command, { readonly feed: string }>): Claim[] {
  const known = feedIn(index, id)
  if (known === undefined) return []
  const own: Claim = { action: 'keep-feed', on: { member: known.member } }
  return kind === 'revoke-feed' ? [own] : [own, { action: 'subscribe', on: shownBy(known.shows) }]
}
