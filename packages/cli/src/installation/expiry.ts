import { setInterval } from 'node:timers/promises'
import type { ExecutePorts } from '@vertretbar/usecases/execute'
import { expireRequests } from '@vertretbar/usecases/expire-requests'

/** How often is looked for requests that nobody answered in time: well within the minute that people think in. */
const pauseMilliseconds = 15_000

/** Ends the requests of a region when their time has come, as long as it is not disposed of. */
export function expiryOf(ports: ExecutePorts, region: string, report: (error: unknown) => void): AsyncDisposable {
  const end = new AbortController()
  const looking = look(ports, region, { report, signal: end.signal })
  return {
    [Symbol.asyncDispose]: async () => {
      end.abort()
      await looking
    },
  }
}

interface Looking {
  readonly report: (error: unknown) => void
  readonly signal: AbortSignal
}

async function look(ports: ExecutePorts, region: string, { report, signal }: Looking): Promise<void> {
  try {
    for await (const _ of setInterval(pauseMilliseconds, undefined, { ref: false, signal })) {
      // One failure must not end the looking: the store may answer again next time.
      await expireRequests(ports, region).catch(report)
    }
  } catch (error) {
    if (!signal.aborted) report(error)
  }
}
