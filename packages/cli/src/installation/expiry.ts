import { setInterval } from 'node:timers/promises'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { expireRequests } from '@vertretbar/usecases/expire-requests'
import { type RetentionPorts, sweepRetention } from '@vertretbar/usecases/retention'

/** How often is looked for requests that nobody answered in time: well within the minute that people think in. */
const pauseMilliseconds = 15_000

/**
 * Ends the requests of a region when their time has come, and deletes at once and then each day what has been kept for
 * as long as it may be, as long as it is not disposed of.
 */
export function expiryOf(ports: RetentionPorts, region: string, report: (error: unknown) => void): AsyncDisposable {
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

async function look(ports: RetentionPorts, region: string, { report, signal }: Looking): Promise<void> {
  try {
    let sweptOn: string | undefined
    const sweepDaily = async (): Promise<void> => {
      const today = dateInGermany(ports.now())
      if (today === sweptOn) return
      await sweepRetention(ports, region)
      sweptOn = today
    }
    await sweepDaily().catch(report)
    for await (const _ of setInterval(pauseMilliseconds, undefined, { ref: false, signal })) {
      // One failure must not end the looking: the store may answer again next time.
      await expireRequests(ports, region).catch(report)
      await sweepDaily().catch(report)
    }
  } catch (error) {
    if (!signal.aborted) report(error)
  }
}
