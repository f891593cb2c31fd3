import { drain } from '@vertretbar/usecases/drain'
import type { RegionStore } from '@vertretbar/usecases/ports'
import { waker, wakingRegions } from '@vertretbar/usecases/wake'
import { relayAndLook, type WokenPorts } from '@vertretbar/usecases/woken-region'

/** What is told at once is on its way soon after its cause was stored; what was missed is caught up with in a minute. */
export interface QuickPath extends AsyncDisposable {
  /** The regions through which everything has to be written. */
  readonly regions: RegionStore
  /** Begins with a region, once it is known where links of mails lead to. */
  readonly begin: (region: string, baseUrl: string) => void
}

const pauseMilliseconds = 60_000
const graceMilliseconds = 2000

/**
 * The quick path. Mails go out beside the looking, for a server may take its time; one that is waited for too long when
 * all this ends is not waited for any more by `stopMail`.
 */
export function quickPath(ports: Omit<WokenPorts, 'baseUrl'>, stopMail: () => void): QuickPath {
  let baseUrl: string | undefined
  let timer: NodeJS.Timeout | undefined
  const mail = waker(async (region) => baseUrl && drain({ ...ports, baseUrl }, region), ports.report)
  const looking = waker(async (region) => {
    try {
      await relayAndLook(ports, region)
    } finally {
      mail.wake(region)
    }
  }, ports.report)
  return {
    regions: wakingRegions(ports.regions, looking.wake),
    begin: (region, url) => {
      baseUrl = url
      looking.wake(region)
      timer = setInterval(() => looking.wake(region), pauseMilliseconds).unref()
    },
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer)
      await looking[Symbol.asyncDispose]()
      const impatient = setTimeout(stopMail, graceMilliseconds)
      await mail[Symbol.asyncDispose]()
      clearTimeout(impatient)
    },
  }
}
