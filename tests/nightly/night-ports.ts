import { join } from 'node:path'
import { coverPlanFolder } from '@vertretbar/cli/installation/cover-plan-folder'
import { exportFolder } from '@vertretbar/cli/installation/kept-exports'
import { timeInGermany } from '@vertretbar/domain/calendar'
import { dayOf, type LocalDate } from '@vertretbar/domain/half-day'
import { storesOf } from '@vertretbar/store/stores'
import type { Database } from '@vertretbar/store/table'
import type { AlertPorts, SendMail } from '@vertretbar/usecases/alert-ports'
import { keptRegions } from '@vertretbar/usecases/kept-regions'
import type { NightPorts } from '@vertretbar/usecases/night'
import { Died, type Life, lifeUntil, liveBy } from '../store/calls.ts'
import { anotherClient } from '../store/engine.ts'

/** What a night needs, on a table, with a clock that stands until a test moves it. */
export interface TestPorts extends NightPorts {
  readonly clock: { now: number }
  readonly database: Database
  /** What went wrong where nobody waits, but for deaths. */
  readonly reported: unknown[]
  /** Each metric with all that was counted of it. */
  readonly counted: Map<string, number>
}

/** Where things lie that outlive a process, and the way out for its mails. */
export interface Place {
  readonly database: Database
  readonly folder: string
  readonly clock: { now: number }
  readonly sendMail: SendMail
}

let ids = 0

/** Ports of a process that lives until one of its calls, to the store or the mail server; for good if none is named. */
export function portsOn(
  { database, folder, clock, sendMail }: Place,
  life: Life = lifeUntil(Infinity, 'before'),
): TestPorts {
  const now = (): number => clock.now
  const own = anotherClient(database)
  liveBy(own.client, life)
  const stores = storesOf(own, now)
  const reported: unknown[] = []
  const counted = new Map<string, number>()
  const coverPlans = coverPlanFolder(join(folder, 'cover-plans'))
  const count: AlertPorts['count'] = (metric, by) => void counted.set(metric, (counted.get(metric) ?? 0) + by)
  return {
    ...stores,
    regions: keptRegions(stores.regions, now),
    exports: exportFolder(join(folder, 'exports'), now),
    coverPlans: { ...coverPlans, keep: (region, pages) => life.call(() => coverPlans.keep(region, pages)) },
    sendMail: (mail) => life.call(() => sendMail(mail)),
    baseUrl: 'http://127.0.0.1:8080/',
    count,
    report: (error) => void (error instanceof Died || reported.push(error)),
    now,
    newId: () => {
      ids += 1
      return `id-${String(ids).padStart(6, '0')}`
    },
    clock,
    database: own,
    reported,
    counted,
  }
}

/** The instant of half past three in Germany, when nights begin. */
export const nightOn = (date: LocalDate): number => timeInGermany(dayOf(date), '03:30')

/** The instant of a full hour of a day in Germany. */
export const hourOn = (date: LocalDate, hour: number): number =>
  timeInGermany(dayOf(date), `${String(hour).padStart(2, '0')}:00`)
