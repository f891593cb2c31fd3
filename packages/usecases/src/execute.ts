import { setTimeout as wait } from 'node:timers/promises'
import type { Actor } from '@vertretbar/domain/actor'
import type { Booking } from '@vertretbar/domain/booking'
import { dateInGermany } from '@vertretbar/domain/calendar'
import type { Change, Collection } from '@vertretbar/domain/change'
import type { Command } from '@vertretbar/domain/command'
import type { CommandRefusal } from '@vertretbar/domain/command-refusal'
import { decide } from '@vertretbar/domain/decide'
import type { Decision } from '@vertretbar/domain/decision'
import { dayOf } from '@vertretbar/domain/half-day'
import { instantOf } from '@vertretbar/domain/instant'
import type { LedgerEntry } from '@vertretbar/domain/ledger'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { sha256 } from './audit-chain.ts'
import { inTime } from './in-time.ts'
import type { Erased, KeyedCommand, Outcome, Ports, Snapshot, Write } from './ports.ts'
import { StoreUnavailable } from './store-unavailable.ts'

/** A command of which some is to be found in the state that it is decided on; what was asked for tells it from others. */
export interface OpenCommand {
  readonly kind: Exclude<Command['kind'], 'erase-person'>
  readonly asked: object
  readonly resolve: (snapshot: Snapshot) => Result<Command, CommandRefusal>
}

/** A command, who gives it, and the key under which it is carried out once however often it is sent. */
export interface Order<No = never> {
  readonly region: string
  readonly command: Command | OpenCommand
  readonly actor: Actor
  readonly key: string | undefined
  /** What must hold of the state that is decided on, beside the rules of the command: asked at every try. */
  readonly provided?: ((snapshot: Snapshot) => No | undefined) | undefined
}

/** Why an order is not carried out, beside what its command is refused for. */
export type OrderRefusal =
  | CommandRefusal
  | { readonly code: 'no-region' }
  /** The key was used for another command. */
  | { readonly code: 'key-of-another' }
  /** Others wrote all the time, or the store did not answer; to be tried again. */
  | { readonly code: 'busy' }

export type ExecutePorts = Pick<Ports, 'regions' | 'ledger' | 'now' | 'newId'>

/**
 * Carries out a command: all of its changes, its audit entry and its message, or none.
 *
 * The decision is made on one version of the region and stored only if that version still stands; a command that lost
 * the race is decided again on what the winner left, so no rule is ever checked on stale state. Where nobody can know
 * whether a write was made, its key tells.
 */
export async function execute<No = never>(
  ports: ExecutePorts,
  order: Order<NoInfer<No>>,
): Promise<Result<Outcome, OrderRefusal | No>> {
  // The last try may still come to an end; whoever asks again under the same key learns how.
  return (await inTime(tryUntilDecided(ports, order))) ?? refuse({ code: 'busy' })
}

const patienceMilliseconds = 2000
const longestPause = 80

async function tryUntilDecided<No>(ports: ExecutePorts, order: Order<No>): Promise<Result<Outcome, OrderRefusal | No>> {
  const giveUpAt = performance.now() + patienceMilliseconds
  // Without a key of the caller's, one of our own still tells whether a write was made whose answer was lost.
  const key = order.key ?? ports.newId()
  let isUnsure = order.key !== undefined
  do {
    try {
      const done = await ports.regions.inTurn(order.region, () =>
        // Whoever waited too long has been told so, and must not be carried out after that.
        performance.now() < giveUpAt ? tryOnce(ports, { ...order, key }, isUnsure) : Promise.resolve(undefined),
      )
      if (done !== undefined) return done
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
      isUnsure = true
    }
    // Those that lose to each other come back at different times.
    await wait(Math.random() * longestPause)
  } while (performance.now() < giveUpAt)
  return refuse({ code: 'busy' })
}

type Keyed<No> = Order<No> & { readonly key: string }

/** One try; undefined if another writer was faster. */
async function tryOnce<No>(
  ports: ExecutePorts,
  order: Keyed<No>,
  isUnsure: boolean,
): Promise<Result<Outcome, OrderRefusal | No> | undefined> {
  const snapshot = await ports.regions.load(order.region)
  if (snapshot === undefined) return refuse({ code: 'no-region' })
  const now = ports.now()
  const context = { actor: order.actor, now, today: dayOf(dateInGermany(now)), newId: ports.newId }
  const against = order.provided?.(snapshot)
  const command =
    against !== undefined
      ? refuse(against)
      : 'resolve' in order.command
        ? order.command.resolve(snapshot)
        : accept(order.command)
  const ledger = command.ok ? await settledBefore(ports, snapshot, command.value) : []
  const decided = command.ok ? decide({ index: snapshot.index, ledger }, command.value, context) : command
  // What a command did itself may be what it is refused for when it is sent again.
  if (!decided.ok) return (isUnsure ? await doneBefore(ports, order) : undefined) ?? decided
  const outcome = outcomeOf(decided.value, snapshot.version + 1)
  const write = writeOf(decided.value, { order, outcome, now, newId: ports.newId })
  const written = await ports.regions.commit(snapshot, write)
  if (written.kind === 'key-used') return (await doneBefore(ports, order)) ?? undefined
  return written.kind === 'written' ? accept(outcome) : undefined
}

/** Only what is settled already can be corrected. */
async function settledBefore(
  { ledger }: ExecutePorts,
  { region }: Snapshot,
  command: Command,
): Promise<readonly LedgerEntry[]> {
  if (command.kind !== 'reconcile-booking') return []
  const booking: Booking | undefined = region.bookings.find(({ id }) => id === command.booking)
  return booking?.status === 'reconciled' ? ledger.ofBooking(region.region.id, booking) : []
}

/** What was done under the key of an order; refused if that was another command. */
async function doneBefore(
  { regions, now }: ExecutePorts,
  order: Keyed<unknown>,
): Promise<Result<Outcome, OrderRefusal> | undefined> {
  const known = await regions.keyed(order.region, { actor: order.actor.id, key: order.key }, now())
  if (known === undefined) return undefined
  return known.digest === digestOf(order.command) ? accept(known.outcome) : refuse({ code: 'key-of-another' })
}

/**
 * The code of an invitation and the token of a feed are made anew each time that they are asked for: to ask again is to
 * ask for the same.
 */
const digestOf = (command: Order['command']): string => {
  if ('resolve' in command) return sha256(JSON.stringify(command.asked))
  const isInvitation = command.kind === 'invite-member' || command.kind === 'renew-invitation'
  const asked = isInvitation ? { ...command, code: '' } : 'token' in command ? { ...command, token: '' } : command
  return sha256(JSON.stringify(asked))
}

interface Writing {
  readonly order: Keyed<unknown>
  readonly outcome: Outcome
  readonly now: number
  readonly newId: () => string
}

function writeOf({ changes, ledger, notices }: Decision, { order, outcome, now, newId }: Writing): Write {
  const at = instantOf(now)
  const keyed: KeyedCommand = {
    actor: order.actor.id,
    key: order.key,
    digest: digestOf(order.command),
    outcome,
  }
  return {
    changes,
    ledger,
    message: notices.length === 0 ? undefined : { id: newId(), at, notices },
    deed: { actor: order.actor.id, action: order.command.kind, at },
    keyed,
    ...(order.command.kind === 'erase-person' && { erased: erasedBy(order.command, changes, at) }),
  }
}

/** An erasure puts one specialist: the nobody whom the bookings of the person then name. */
function erasedBy(
  { specialist }: Extract<Command, { readonly kind: 'erase-person' }>,
  changes: readonly Change[],
  at: string,
): Erased {
  const nobody = changes.find((change) => change.kind === 'put' && change.in === 'specialists')
  if (nobody?.kind !== 'put') throw new Error('an erasure puts nobody in the place of the person')
  return { specialist, as: nobody.member.id, at }
}

const outcomeOf = ({ changes }: Decision, version: number): Outcome => ({
  version,
  bookings: putInto(changes, 'bookings'),
  absences: putInto(changes, 'absences'),
  gapMarks: putInto(changes, 'gapMarks'),
  members: putInto(changes, 'members'),
  feeds: putInto(changes, 'feeds'),
})

const putInto = (changes: readonly Change[], list: Collection): string[] =>
  changes.flatMap((change) => (change.kind === 'put' && change.in === list ? [change.member.id] : []))
