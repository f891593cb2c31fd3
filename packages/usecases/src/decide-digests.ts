import { alertsDue } from '@vertretbar/domain/alerts-due'
import type { LocalDate } from '@vertretbar/domain/half-day'
import { instantOf } from '@vertretbar/domain/instant'
import type { Watch } from '@vertretbar/domain/watch'
import type { NightSummary } from './alert-ports.ts'
import { type LookPorts, lookAtRegion } from './look-at-region.ts'
import { settledWatch } from './settle.ts'
import { StoreUnavailable } from './store-unavailable.ts'

/** What was decided in a night, before it is: whoever carries on a night that was cut off tells the same of it. */
export type Decided = Pick<NightSummary, 'digests' | 'untold'>

/** A night of a region, and where it is noted what is about to be decided in it. */
export interface Deciding {
  readonly region: string
  readonly date: LocalDate
  readonly note: (decided: Decided) => Promise<void>
}

const mostTries = 20

/**
 * Decides the digests of a night, once for each date: the write that says so holds all that was decided, and whoever finds
 * it not yet stored as mails does that first. A night that was not decided on its day is over, and the next one tells.
 */
export async function decideDigests(ports: LookPorts, { region, date, note }: Deciding): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const looked = await lookAtRegion(ports, region)
    if (looked === undefined || looked.watch.night === date || looked.watch.day !== date) return
    const { watch } = looked
    const news = await ports.outbox.news(region)
    const due = alertsDue(looked.look(), { ...watch, news, at: instantOf(ports.now()) })
    await note({ digests: due.mails.length, untold: due.untold })
    const { records, toldOnce, mails } = due
    const told = { ...watch, records, toldOnce, night: date, revision: watch.revision + 1 }
    if (await ports.watches.write(toBeSettled(told, { mails, news: news.map(({ id }) => id) }))) {
      await settledWatch(ports, region)
      return
    }
  }
  throw new StoreUnavailable(`what is remembered of region ${region} changed all the time`)
}

const toBeSettled = (watch: Watch, settling: NonNullable<Watch['settling']>): Watch =>
  settling.mails.length === 0 && settling.news.length === 0 ? watch : { ...watch, settling }
