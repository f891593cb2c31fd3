import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { connect } from '@vertretbar/store/connection'
import { storesOf } from '@vertretbar/store/stores'
import { ensureTable } from '@vertretbar/store/table'
import { keptRegions } from '@vertretbar/usecases/kept-regions'
import type { Ports } from '@vertretbar/usecases/ports'
import { StoreUnavailable } from '@vertretbar/usecases/store-unavailable'
import { ulid } from 'ulid'
import * as z from 'zod'
import { coverPlanFolder } from './cover-plan-folder.ts'
import { type DataFolder, openDataFolder } from './data-folder.ts'
import { type EngineRefusal, startEngine } from './engine.ts'
import { completeEnvironment, endpointVariable, namedEndpoint, useEngine } from './environment.ts'
import type { InstallationFault } from './fault.ts'
import { exportFolder } from './kept-exports.ts'
import { planQueue } from './plan-queue.ts'

/** What is stored on this machine, open; disposing of it ends engine and planning thread. */
export interface Installation extends AsyncDisposable {
  readonly folder: DataFolder
  readonly ports: Ports
}

/** What an installation is told from outside. */
export interface Setting {
  /** Its folder; undefined: the usual one. */
  readonly data: string | undefined
  readonly now: () => number
  /** Told of what goes wrong where nobody waits for an answer. */
  readonly report: (error: unknown) => void
}

const table = 'vertretbar'

/** Opens the installation in a folder: its engine, unless the environment names another, its table and its ports. */
export async function openInstallation({
  data,
  now,
  report,
}: Setting): Promise<Result<Installation, readonly InstallationFault[]>> {
  await using stack = new AsyncDisposableStack()
  const folder = await openDataFolder(data)
  if (!folder.ok) return refuse([folder.refusal])
  const reached = await reachEngine(folder.value, stack)
  if (reached !== undefined) return refuse([reached])
  const database = connect(table)
  stack.defer(() => database.client.destroy())
  const unreachable = await makeTable(() => ensureTable(database.client, table))
  if (unreachable !== undefined) return refuse([unreachable])
  const stores = storesOf(database, now)
  const regions = keptRegions(stores.regions, now)
  let isClosing = false
  // A plan that the end cuts off has not failed, and nobody is there to be told.
  const queue = planQueue({ ...stores, regions, now }, (error) => (isClosing ? undefined : report(error)))
  stack.defer(queue.close)
  stack.defer(() => {
    isClosing = true
  })
  const open = stack.move()
  return accept({
    folder: folder.value,
    ports: {
      ...stores,
      regions,
      exports: exportFolder(folder.value.exportsPath, now),
      coverPlans: coverPlanFolder(folder.value.coverPlansPath),
      enqueuePlan: queue.enqueue,
      now,
      newId: ulid,
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  })
}

/** Starts an engine on the folder's file, or takes the one that the environment names. */
async function reachEngine(
  { path, engineFile }: DataFolder,
  stack: AsyncDisposableStack,
): Promise<InstallationFault | undefined> {
  const named = namedEndpoint()
  if (named !== undefined) {
    completeEnvironment(named)
    return undefined
  }
  const engine = await startEngine({ file: engineFile })
  if (!engine.ok) return engineFault(engine.refusal, path)
  stack.defer(engine.value.stop)
  useEngine(engine.value.endpoint)
  // An installation that is opened after this one in the same process starts its own engine.
  stack.defer(() => {
    delete process.env[endpointVariable]
  })
  return undefined
}

const engineFault = (refusal: EngineRefusal, path: string): InstallationFault =>
  refusal.code === 'foreign-file'
    ? { at: path, code: 'data-foreign', entry: refusal.file.slice(path.length + 1) }
    : { at: path, ...refusal }

async function makeTable(make: () => Promise<void>): Promise<InstallationFault | undefined> {
  try {
    await make()
    return undefined
  } catch (error) {
    return { at: `${endpointVariable}=${namedEndpoint()}`, code: 'store-unreachable', reason: reasonOf(error) }
  }
}

/** What the operating system calls it, else what the SDK does. */
const Named = z.object({ code: z.string().optional(), name: z.string() })

const reasonOf = (error: unknown): string => {
  const named = Named.safeParse(error instanceof StoreUnavailable ? error.cause : error).data
  return named?.code ?? named?.name ?? String(error)
}
