import type { RegionStore } from '@vertretbar/usecases/ports'
import { type Waker, waker, wakingRegions } from '@vertretbar/usecases/wake'
import { type WokenPorts, wokenRegion } from '@vertretbar/usecases/woken-region'

/** What is told at once is on its way soon after its cause was stored; what was missed is caught up with in a minute. */
export interface QuickPath extends AsyncDisposable {
  /** The regions through which everything has to be written. */
  readonly regions: RegionStore
  /** Begins with a region, once it is known where links of mails lead to. */
  readonly begin: (region: string, baseUrl: string) => void
}

const pauseMilliseconds = 60_000
const graceMilliseconds = 2000

/** The quick path; who is waited for too long when it ends is not waited for any more by `stopMail`. */
export function quickPath(ports: Omit<WokenPorts, 'baseUrl'>, stopMail: () => void): QuickPath {
  let woken: Waker | undefined
  let timer: NodeJS.Timeout | undefined
  return {
    regions: wakingRegions(ports.regions, (region) => woken?.wake(region)),
    begin: (region, baseUrl) => {
      const waking = waker((one) => wokenRegion({ ...ports, baseUrl }, one), ports.report)
      woken = waking
      waking.wake(region)
      timer = setInterval(() => waking.wake(region), pauseMilliseconds).unref()
    },
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer)
      const impatient = setTimeout(stopMail, graceMilliseconds)
      await woken?.[Symbol.asyncDispose]()
      clearTimeout(impatient)
    },
  }
}
