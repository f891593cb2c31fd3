import type { Ports } from '@vertretbar/usecases/ports'
import { auditStore } from './audit.ts'
import { identityStore } from './identities.ts'
import { leaseStore } from './leases.ts'
import { ledgerStore } from './ledger.ts'
import { mailStore } from './mails.ts'
import { nightStore } from './nights.ts'
import { outboxStore } from './outbox.ts'
import { planJobStore } from './plan-jobs.ts'
import { regionStore } from './region-store.ts'
import { remainsStore } from './remains.ts'
import type { Database } from './table.ts'
import { watchStore } from './watch.ts'

/** The ports that are stores. */
export type Stores = Omit<Ports, 'exports' | 'coverPlans' | 'enqueuePlan' | 'now' | 'newId'>

/** Every store there is, in one DynamoDB table; `now` is the clock, in milliseconds since 1970. */
export const storesOf = (database: Database, now: () => number): Stores => ({
  regions: regionStore(database),
  jobs: planJobStore({ ...database, now }),
  ledger: ledgerStore(database),
  audit: auditStore(database),
  identities: identityStore(database),
  outbox: outboxStore(database),
  remains: remainsStore(database),
  watches: watchStore(database),
  mails: mailStore(database),
  leases: leaseStore(database),
  nights: nightStore(database),
})
