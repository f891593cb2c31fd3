import { createApp } from '@vertretbar/api/app'
import { authenticator } from '@vertretbar/api/auth'
import type { ApiContext } from '@vertretbar/api/context'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import type { Count } from '@vertretbar/usecases/alert-ports'
import type { Ports } from '@vertretbar/usecases/ports'
import { buildPage, isPageOutdated, pageFolder } from './build-page.ts'
import { expiryOf } from './expiry.ts'
import type { InstallationFault } from './fault.ts'
import type { Installation } from './installation.ts'
import { openMailOut, serveMailbox } from './mail/mail-out.ts'
import { nightSchedule } from './night-schedule.ts'
import { readPage } from './page.ts'
import { quickPath } from './quick-path.ts'
import { readReference } from './reference/reference-page.ts'
import { requestLimit } from './request-limit.ts'
import { listen } from './server.ts'
import type { ServiceSetting } from './service-setting.ts'
import { providerOf } from './sign-in-provider.ts'
import { site } from './site.ts'

/** The application in a browser, at an address of this machine; disposing of it lets open answers end. */
export interface Application extends AsyncDisposable {
  readonly url: string
  /** Where the mails are shown that do not leave this machine; undefined: they do. */
  readonly mailboxUrl: string | undefined
  readonly pageWasBuilt: boolean
  /** Runs the night of today, before its time. */
  readonly runNight: () => Promise<void>
  /** From its call on a signal is listened to; before it, one ends the process at once. */
  readonly untilStopped: () => Promise<void>
}

/** What is served, and where. */
interface Offer {
  readonly installation: Installation
  readonly region: string
  readonly port: number
  readonly report: (error: unknown) => void
  readonly count: Count
  readonly onBuild: () => void
  readonly setting: ServiceSetting
  readonly log: ApiContext['log']
}

/** Serves a stored region; the page is built first where it is missing or outdated. */
export async function serveApplication(offer: Offer): Promise<Result<Application, readonly InstallationFault[]>> {
  const pageWasBuilt = await isPageOutdated()
  if (pageWasBuilt) {
    offer.onBuild()
    const built = await buildPage()
    if (!built.ok) return refuse([built.refusal])
  }
  await using stack = new AsyncDisposableStack()
  const { installation, region, report, count, setting } = offer
  const { folder, ports } = installation
  const mail = stack.use(await openMailOut(setting.mail, { folder, now: ports.now, report }))
  const alerts = { ...ports, sendMail: mail.send, count, report }
  const quick = stack.use(quickPath(alerts, mail.stop))
  const server = await opened(offer, { ...ports, regions: quick.regions })
  if (!server.ok) return refuse([server.refusal])
  const { url } = stack.use(server.value)
  const baseUrl = setting.mail.baseUrl ?? url
  quick.begin(region, baseUrl)
  stack.use(expiryOf({ ...ports, regions: quick.regions }, region, report))
  const { runNow: runNight } = stack.use(nightSchedule({ ...alerts, regions: quick.regions, baseUrl }, report))
  const mailbox = mail.mailbox && (await serveMailbox(mail.mailbox, url))
  if (mailbox?.ok === false) return refuse([mailbox.refusal])
  const open = stack.move()
  const mailboxUrl = mailbox && open.use(mailbox.value).url
  return accept({
    url,
    mailboxUrl,
    pageWasBuilt,
    runNight,
    untilStopped,
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  })
}

/** The server with page, API and, if people sign in here, the provider. */
async function opened({ installation, region, port, report, setting, log }: Offer, ports: Ports) {
  const provider = await providerOf(setting.signIn, { installation, region, report })
  if (!provider.ok) return provider
  const { issuer, signIn, handle } = provider.value
  const api = createApp({ ports, authenticate: authenticator(issuer), signIn, limit: requestLimit(), report, log })
  const pages = new Map([...(await readPage(pageFolder)), ...(await readReference())])
  return listen(
    site((request) => api.fetch(request), pages, elsewhere(signIn)),
    port,
    handle,
  )
}

/** Where the page asks for tokens, if that is not here. */
const elsewhere = ({ tokenEndpoint }: ApiContext['signIn']): string[] => {
  const address = URL.parse(tokenEndpoint)
  return address === null ? [] : [address.origin]
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
