import type { AuditEntry } from '@vertretbar/domain/audit-entry'
import type { Booking } from '@vertretbar/domain/booking'
import type { Change } from '@vertretbar/domain/change'
import type { Explanation, ExplanationProgress } from '@vertretbar/domain/explanation'
import { Id, SpecialistId } from '@vertretbar/domain/identifier'
import { Instant } from '@vertretbar/domain/instant'
import type { LedgerEntry } from '@vertretbar/domain/ledger'
import type { Identity } from '@vertretbar/domain/member'
import type { OutboxMessage } from '@vertretbar/domain/message'
import type { Assignment, Plan, PlanProgress } from '@vertretbar/domain/plan'
import type { Region } from '@vertretbar/domain/region'
import type { RegionIndex } from '@vertretbar/domain/region-index'
import * as z from 'zod'
import type { CoverPlanFolder, LeaseStore, MailStore, NightStore, OutboxStore, WatchStore } from './alert-ports.ts'
import type { PlanJob, PlanRequest } from './plan-job.ts'

/** A region as it stood at one version, whole. */
export interface Snapshot {
  readonly version: number
  /** Names this state of this region and no other, also where one with the same version was stored before. */
  readonly state: string
  readonly region: Region
  readonly index: RegionIndex
}

/** Whether a write was made, on the version it was decided on; after a conflict the caller loads and decides again. */
export type WriteOutcome = { readonly kind: 'written'; readonly version: number } | { readonly kind: 'conflict' }

/** Who changes something, how the audit log calls that, and when. */
export interface Deed {
  readonly actor: string
  readonly action: string
  readonly at: Instant
}

/** A deed, and what there is to tell of it. */
export interface ToldDeed extends Deed {
  readonly message?: OutboxMessage | undefined
}

/** What a command came to, by the names of what it touched; under a key it is told again to whoever asks again. */
export const Outcome = z
  .strictObject({
    version: z.int().min(1),
    bookings: z.array(Id).readonly(),
    absences: z.array(Id).readonly(),
    gapMarks: z.array(Id).readonly(),
    /** Missing where it was noted by a program that knew none. */
    members: z.array(Id).readonly().default([]),
  })
  .readonly()
  .meta({ id: 'Outcome' })
export type Outcome = z.infer<typeof Outcome>

/** A command that was carried out under a key: a digest of what it asked for, and what it came to. */
export const KeyedCommand = z
  .strictObject({ actor: Id, key: z.string().min(1).max(200), digest: z.string(), outcome: Outcome })
  .readonly()
  .meta({ id: 'KeyedCommand' })
export type KeyedCommand = z.infer<typeof KeyedCommand>

/** Somebody of whom nothing is to be left: their code, whom their bookings name instead, and since when. */
export const Erased = z
  .strictObject({ specialist: SpecialistId, as: SpecialistId, at: Instant })
  .readonly()
  .meta({ id: 'Erased' })
export type Erased = z.infer<typeof Erased>

/** Everything that one transaction stores. */
export interface Write {
  readonly changes: readonly Change[]
  readonly ledger: readonly LedgerEntry[]
  readonly message: OutboxMessage | undefined
  readonly deed: Deed
  readonly keyed: KeyedCommand | undefined
  /** Whose code must be in nothing that stands afterwards; what lies beside the region is noted to be cleared. */
  readonly erased?: Erased | undefined
}

/** Where regions live: one aggregate each, read as a snapshot, written whole or not at all. */
export interface RegionStore {
  /** The ids of all regions, sorted. */
  readonly regions: () => Promise<readonly string[]>
  /** What stands, without reading it; undefined where there is no such region. */
  readonly stateOf: (region: string) => Promise<Pick<Snapshot, 'version' | 'state'> | undefined>
  readonly load: (region: string) => Promise<Snapshot | undefined>
  /** The same with all that lies there, also what nobody is to be told of any more: for whoever deletes it. */
  readonly loadAll: (region: string) => Promise<Snapshot | undefined>
  /** Does one work on a region at a time in this process: its commands would only be in each other's way. */
  readonly inTurn: <Outcome>(region: string, work: () => Promise<Outcome>) => Promise<Outcome>
  /** Stores what was decided on a snapshot: all of it, or nothing. `key-used`: the key was used before. */
  readonly commit: (decidedOn: Snapshot, write: Write) => Promise<WriteOutcome | { readonly kind: 'key-used' }>
  /** Makes a whole region the next version; it is visible at once or not at all. Undefined: there must be none yet. */
  readonly replace: (next: Region, version: number | undefined, deed: ToldDeed) => Promise<WriteOutcome>
  /** What was done under a key, as long as that is known; `now` in milliseconds since 1970. */
  readonly keyed: (
    region: string,
    by: Pick<KeyedCommand, 'actor' | 'key'>,
    now: number,
  ) => Promise<KeyedCommand | undefined>
  /** Deletes the keys that have expired, for not every engine does so by itself. */
  readonly forgetKeys: (region: string, now: number) => Promise<void>
}

/** What was settled; read only, for entries come to be in the transaction of their booking. */
export interface LedgerStore {
  readonly ofBooking: (region: string, booking: Pick<Booking, 'id' | 'halfDays'>) => Promise<readonly LedgerEntry[]>
  /** All entries whose half-days lie in a calendar year. */
  readonly ofYear: (region: string, year: number) => Promise<readonly LedgerEntry[]>
}

/** What lies where an entry of the audit log belongs, whatever that is. */
export interface AuditSlot {
  readonly number: number
  /** Undefined where it cannot be read as an entry. */
  readonly entry: AuditEntry | undefined
}

/** Where an entry lies: in the month (of UTC) in which it was made, by its number. */
export interface AuditPlace {
  readonly month: string
  readonly number: number
}

/** Something of a region that the log speaks of; a refusal has as its id what tells it from others. */
export interface LoggedThing {
  readonly kind: 'specialist' | 'booking' | 'refusal' | 'gap-mark' | 'member'
  readonly id: string
}

/** The audit log of a region as it is stored; nothing changes or deletes it. */
export interface AuditStore {
  /** The number and the digest that the head of the region names as the last; undefined: no such region. */
  readonly last: (region: string) => Promise<Pick<AuditEntry, 'number' | 'digest'> | undefined>
  readonly slots: (region: string) => Promise<readonly AuditSlot[]>
  /** At most so many of them, the newest first, from the end of the log or from before a place. */
  readonly latest: (
    region: string,
    part: { readonly before: AuditPlace | undefined; readonly most: number },
  ) => Promise<readonly (AuditSlot & AuditPlace)[]>
  /** The digests of what is stored now, by item. */
  readonly contents: (region: string) => Promise<ReadonlyMap<string, string>>
  /** What the log calls some things, in their order, wherever they lie: what stands behind the authority of an item. */
  readonly namesOf: (region: string, things: readonly LoggedThing[]) => Promise<readonly string[]>
}

/** Which member of which region somebody is. */
export const Membership = z.strictObject({ region: Id, member: Id }).readonly().meta({ id: 'Membership' })
export type Membership = z.infer<typeof Membership>

/** Whose login is whose, over all regions; it is written with the members of a region. */
export interface IdentityStore {
  readonly membershipOf: (identity: Identity) => Promise<Membership | undefined>
}

/** Where plan jobs live; they end by themselves a day after they were asked for. */
export interface PlanJobStore {
  readonly read: (region: string, id: string) => Promise<PlanJob | undefined>
  /** Stores a job over any earlier revision of it; a later one stays, and one that was deleted does not come back. */
  readonly write: (job: PlanJob) => Promise<void>
  /** Deletes the jobs that have expired, for not every engine does so by itself. */
  readonly sweep: (region: string) => Promise<void>
}

/** What may be left of erased people beside a region; noted in the transaction that erases them, until it is gone. */
export interface RemainsStore {
  readonly noted: (region: string) => Promise<readonly Erased[]>
  /** Deletes or rewrites whatever of the store still names somebody who was erased; may be done again at any time. */
  readonly clear: (region: string, erased: Erased) => Promise<void>
  /** Takes back the note, once nothing is left anywhere. */
  readonly settle: (region: string, erased: Erased) => Promise<void>
}

/** The states before imports, as an installation keeps them outside of the store. */
export interface KeptExports {
  /** Keeps a state that an import is about to replace, as a region file; tells where. */
  readonly keep: (before: Snapshot) => Promise<string>
  /** Deletes those that name somebody by their code, and tells which. */
  readonly deleteNaming: (specialist: string) => Promise<readonly string[]>
  /** Deletes those kept before an instant in milliseconds since 1970, and tells which. */
  readonly deleteOlder: (than: number) => Promise<readonly string[]>
}

/** A thread of its own locally, the planner function on AWS; rejects what cannot be done. */
export interface Planner {
  /** Computes a plan; the search begins with what of the assignments before is still possible. */
  readonly plan: (task: {
    readonly region: Region
    readonly request: PlanRequest
    readonly before: readonly Assignment[]
    readonly onProgress: (progress: PlanProgress) => void
  }) => Promise<Plan>
  /** Tells why a plan of the same region and request is as it is, and what would help. */
  readonly explain: (task: {
    readonly region: Region
    readonly request: PlanRequest
    readonly plan: Plan
    readonly onProgress: (progress: ExplanationProgress) => void
  }) => Promise<Explanation>
}

/** Has a job carried out after the answer is given. */
export type EnqueuePlan = (region: string, id: string) => Promise<void>

/** All that the use cases need from outside. */
export interface Ports {
  readonly regions: RegionStore
  readonly jobs: PlanJobStore
  readonly ledger: LedgerStore
  readonly audit: AuditStore
  readonly identities: IdentityStore
  readonly outbox: OutboxStore
  readonly remains: RemainsStore
  readonly watches: WatchStore
  readonly mails: MailStore
  readonly leases: LeaseStore
  readonly nights: NightStore
  readonly exports: KeptExports
  readonly coverPlans: CoverPlanFolder
  readonly enqueuePlan: EnqueuePlan
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  readonly newId: () => string
}
