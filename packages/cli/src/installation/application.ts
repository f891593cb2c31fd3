import { createApp } from '@vertretbar/api/app'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import { buildPage, isPageOutdated, pageFolder } from './build-page.ts'
import { expiryOf } from './expiry.ts'
import type { InstallationFault } from './fault.ts'
import type { Installation } from './installation.ts'
import { readPage } from './page.ts'
import { readReference } from './reference/reference-page.ts'
import { listen } from './server.ts'
import { site } from './site.ts'

/** The application in a browser, at an address of this machine; disposing of it lets open answers end. */
export interface Application extends AsyncDisposable {
  readonly url: string
  readonly pageWasBuilt: boolean
  /** From its call on a signal is listened to; before it, one ends the process at once. */
  readonly untilStopped: () => Promise<void>
}

/** What is served, and where. */
interface Offer {
  readonly installation: Installation
  readonly region: string
  readonly port: number
  readonly report: (error: unknown) => void
  readonly onBuild: () => void
}

/** Serves a stored region; the page is built first where it is missing or outdated. */
export async function serveApplication({
  installation,
  region,
  port,
  report,
  onBuild,
}: Offer): Promise<Result<Application, readonly InstallationFault[]>> {
  const pageWasBuilt = await isPageOutdated()
  if (pageWasBuilt) {
    onBuild()
    const built = await buildPage()
    if (!built.ok) return refuse([built.refusal])
  }
  const api = createApp({ region, ports: installation.ports, report })
  const server = await listen(
    site((request) => api.fetch(request), new Map([...(await readPage(pageFolder)), ...(await readReference())])),
    port,
  )
  if (!server.ok) return refuse([server.refusal])
  const expiry = expiryOf(installation.ports, region, report)
  return accept({
    url: server.value.url,
    pageWasBuilt,
    untilStopped,
    [Symbol.asyncDispose]: async () => {
      await expiry[Symbol.asyncDispose]()
      await server.value[Symbol.asyncDispose]()
    },
  })
}

/** Resolves when the process is asked to end; asked a second time, it ends at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      resolve()
    }
    process.on('SIGINT', stop).on('SIGTERM', stop)
  })
}
