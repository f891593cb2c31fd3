import type { Command } from '@vertretbar/domain/command'
import type { Region } from '@vertretbar/domain/region'
import { lending, monday } from '@vertretbar/domain/test-command'
import { auditStore } from '@vertretbar/store/audit'
import { auditNames } from '@vertretbar/store/audit-names'
import { ledgerStore } from '@vertretbar/store/ledger'
import { regionStore } from '@vertretbar/store/region-store'
import type { Database } from '@vertretbar/store/table'
import { execute, type Order } from '@vertretbar/usecases/execute'
import type { AuditStore, Outcome } from '@vertretbar/usecases/ports'
import { verifyAudit } from '@vertretbar/usecases/verify-audit'
import { ulid } from 'ulid'
import { anotherClient, everything, freshDatabase, standing } from '../store/engine.ts'
import { anImport } from '../store/write.ts'

/** The id of the region in which the city may lend people to the parish. */
export const id = 'region'

/** All that a command needs, on a table; the clock stands still until a test moves it. */
export function portsOn(database: Database, clock = { now: Date.parse(monday) }) {
  return {
    regions: regionStore(database),
    ledger: ledgerStore(database),
    audit: auditStore(database),
    now: () => clock.now,
    newId: ulid,
    clock,
    database,
  }
}
export type Installed = ReturnType<typeof portsOn>

/** A new table with the region in it. */
export async function storedParish(region: Region = lending().region): Promise<Installed> {
  const ports = portsOn(await freshDatabase())
  await ports.regions.replace(region, undefined, { ...anImport, at: monday })
  return ports
}

/** The same table as another process reaches it. */
export const elsewhere = ({ database, clock }: Installed): Installed => portsOn(anotherClient(database), clock)

/** An order that takes the state as it is. */
type Unprovided = Omit<Order, 'provided'>

/** Gives a command. */
export const give = (ports: Installed, command: Command, order: Partial<Unprovided> = {}) =>
  execute(ports, { region: id, command, actor: { kind: 'console', id: 'clerk-7' }, key: undefined, ...order })

/** Gives a command and, as long as the machine is too busy for it, gives it again under the same key. */
export async function decidedOn(ports: Installed, command: Command, order: Partial<Unprovided> = {}) {
  const keyed = { ...order, key: order.key ?? ulid() }
  for (;;) {
    const answer = await give(ports, command, keyed)
    if (answer.ok || answer.refusal.code !== 'busy') return answer
  }
}

/** Gives a command that must not be refused. */
export async function done(ports: Installed, command: Command, order: Partial<Unprovided> = {}): Promise<Outcome> {
  const answer = await decidedOn(ports, command, order)
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

/** The region and its version as somebody reads them who knows nothing yet. */
export const stored = ({ database }: Installed) => standing(regionStore(database), id)

/** How many items of the region are stored in the partitions of a word such as `OUTBOX`. */
export const itemsOf = async ({ database }: Installed, word: string) =>
  (await everything(database)).filter(({ pk }) => pk?.S?.startsWith(`R#${id}#${word}`))

/** What the log calls a row of the region, such as `city/SPECIALIST#city-p1`. */
export const loggedAs = async ({ database }: Installed, row: string) => (await auditNames(database, id)).of(row)

/** What the verifier finds. */
export async function findingsOf({ audit }: { readonly audit: AuditStore }) {
  const verdict = await verifyAudit(audit, id)
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.refusal))
  return verdict.value.findings
}

/** Lets others do something each time before a client sends a transaction. */
export const beforeEachTransaction = ({ database }: Installed, others: () => Promise<unknown>): void =>
  database.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === 'TransactWriteItemsCommand') await others()
        return next(args)
      },
    { step: 'initialize', name: 'others' },
  )
