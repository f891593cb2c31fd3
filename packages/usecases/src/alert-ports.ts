import { Mail } from '@vertretbar/domain/alert'
import { LocalDate } from '@vertretbar/domain/half-day'
import { Id } from '@vertretbar/domain/identifier'
import { Instant } from '@vertretbar/domain/instant'
import type { OutboxMessage } from '@vertretbar/domain/message'
import type { Watch } from '@vertretbar/domain/watch'
import * as z from 'zod'

/** What is remembered of regions between two looks at them. */
export interface WatchStore {
  readonly read: (region: string) => Promise<Watch | undefined>
  /** Stores a revision if the one before it stands, or the first if there is none; tells whether it did. */
  readonly write: (watch: Watch) => Promise<boolean>
}

/** What is to be told: as it was stored with its cause, and then as news that wait for the next digest. */
export interface OutboxStore {
  readonly waiting: (region: string) => Promise<readonly OutboxMessage[]>
  /**
   * Takes a message out, once its mails are stored; what of it was not told at once becomes news. One that is not there
   * any more as it was read is left as it is.
   */
  readonly relayed: (region: string, message: OutboxMessage, rest: OutboxMessage | undefined) => Promise<void>
  readonly news: (region: string) => Promise<readonly OutboxMessage[]>
  readonly forgetNews: (region: string, ids: readonly string[]) => Promise<void>
}

/** A mail and what became of it: `given-up` is the dead letter, `dropped` had nobody to go to any more. */
export const StoredMail = z
  .strictObject({
    mail: Mail,
    state: z.enum(['waiting', 'sent', 'given-up', 'dropped']),
    tries: z.int().min(0),
    nextTryAt: Instant,
    /** Why the last try failed: the code of the answer or of the network, never its text. */
    fault: z.string().max(100).optional(),
    endedAt: Instant.optional(),
  })
  .readonly()
  .meta({ id: 'StoredMail' })
export type StoredMail = z.infer<typeof StoredMail>

/** Mails, one item each; those that have ended stay for a month, so that none is ever stored again. */
export interface MailStore {
  /** Stores those that are not known yet by their ids. */
  readonly add: (region: string, mails: readonly Mail[]) => Promise<void>
  /** The ids of what is to be tried by `now`, in milliseconds since 1970; what was due first comes first. */
  readonly due: (region: string, now: number) => Promise<readonly string[]>
  readonly read: (region: string, id: string) => Promise<StoredMail | undefined>
  /** All that are kept, the oldest first. */
  readonly all: (region: string) => Promise<readonly StoredMail[]>
  /** Puts what became of a mail in the place of what was known of it, unless others know more by now. */
  readonly put: (region: string, mail: StoredMail) => Promise<void>
  /** Deletes what has been kept for as long as it may be, for not every engine does so by itself. */
  readonly sweep: (region: string, now: number) => Promise<void>
}

/** Who alone may do something for a while; `now` and `until` in milliseconds since 1970. */
export interface LeaseStore {
  /** Takes or renews a lease that is free, over, or one's own; tells whether it is one's own now. */
  readonly take: (region: string, lease: Lease) => Promise<boolean>
  readonly release: (region: string, lease: Pick<Lease, 'of' | 'owner'>) => Promise<void>
}

export interface Lease {
  /** What may be done by one alone. */
  readonly of: string
  readonly owner: string
  readonly now: number
  readonly until: number
}

/** What one night came to in one region. */
export const NightSummary = z
  .strictObject({
    /** Gaps that stand, and of them those that nobody had noticed since the region last changed. */
    gaps: z.int().min(0),
    missed: z.int().min(0),
    digests: z.int().min(0),
    /** Alerts for whose audience there is nobody at all. */
    untold: z.int().min(0),
    coverPlans: z.int().min(0),
  })
  .readonly()
  .meta({ id: 'NightSummary' })
export type NightSummary = z.infer<typeof NightSummary>

/** A region in the run of a night. */
export const RegionNight = z
  .strictObject({
    date: LocalDate,
    region: Id,
    beganAt: Instant,
    endedAt: Instant.optional(),
    summary: NightSummary.optional(),
  })
  .readonly()
  .meta({ id: 'RegionNight' })
export type RegionNight = z.infer<typeof RegionNight>

/** How far the run of a night has come; kept for a year. */
export interface NightStore {
  readonly read: (date: LocalDate) => Promise<readonly RegionNight[]>
  readonly put: (night: RegionNight) => Promise<void>
  /** Deletes the nights that are a year old, for they are of no use any more. */
  readonly sweep: (today: LocalDate) => Promise<void>
}

/** A mail as it goes out. */
export interface OutgoingMail {
  /** The header `X-Vertretbar-Message`. */
  readonly id: string
  readonly to: string
  readonly language: 'de' | 'en'
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Sends a mail. A fault says whether to try again makes sense, and by which code it is known. */
export type SendMail = (
  mail: OutgoingMail,
) => Promise<{ readonly kind: 'accepted' } | { readonly kind: 'refused' | 'failed'; readonly fault: string }>

/** Where the pages lie that can be read without the system, one for each authority. */
export interface CoverPlanFolder {
  /** Puts the pages of a region, by their authorities, in the place of all that it had. */
  readonly keep: (region: string, pages: ReadonlyMap<string, string>) => Promise<void>
  /** Deletes the pages of a region, for they name people; tells whether there were any. */
  readonly forget: (region: string) => Promise<boolean>
}

/** Has the night of one region carried out. */
export type EnqueueNight = (night: { readonly region: string; readonly date: LocalDate }) => Promise<unknown>

/** Counts something that is watched from outside. */
export type Count = (
  metric: 'mail-sent' | 'mail-retried' | 'mail-given-up' | 'gaps-missed' | 'night-failed',
  by: number,
) => void

/** What the night and the alerts need of whoever runs them, beside stores, clock and new ids. */
export interface AlertPorts {
  readonly sendMail: SendMail
  /** Where the links of mails lead: the application as people open it. */
  readonly baseUrl: string
  readonly enqueueNight: EnqueueNight
  readonly count: Count
  /** Told of what goes wrong where nobody waits for an answer. */
  readonly report: (error: unknown) => void
}
