import type { Result } from '@vertretbar/domain/result'
import type { Service, Surroundings } from './command.ts'
import type { Call } from './command-line.ts'
import { hasMember } from './has-member.ts'
import { type Application, serveApplication } from './installation/application.ts'
import type { Installation } from './installation/installation.ts'
import type { ServiceSetting } from './installation/service-setting.ts'
import type { Refusal } from './refusal.ts'

/** The application on a stored region, at the port that a call names. */
export const openApplication = (
  installation: Installation,
  region: string,
  [{ port, log }, { texts, progress, complain, tell }]: readonly [Call, Surroundings],
  setting: ServiceSetting,
): Promise<Result<Application, readonly Refusal[]>> =>
  serveApplication({
    installation,
    region,
    port,
    report: (error) => complain(error, texts.requestFailed),
    onBuild: () => progress.at(texts.buildingPage),
    setting,
    count: (metric, by) => {
      if (log) tell(JSON.stringify({ metric, by }))
      if (metric === 'mail-given-up') tell(texts.mailGivenUp(by))
    },
    log: log ? (line) => tell(JSON.stringify(line)) : () => undefined,
  })

/** What stays open until the application is stopped. */
export const serviceOf = ({ untilStopped }: Application, open: AsyncDisposableStack): Service => ({
  untilStopped,
  [Symbol.asyncDispose]: () => open.disposeAsync(),
})

/** What somebody has to know who uses an application, in lines. */
export async function servingText(
  { url, mailboxUrl, pageWasBuilt }: Application,
  { ports, region }: { readonly ports: Installation['ports']; readonly region: string },
  { texts }: Surroundings,
): Promise<string> {
  const lines = [
    ...(pageWasBuilt ? [texts.pageBuilt] : []),
    ...((await hasMember(ports, region)) ? [] : [texts.noMemberYet]),
    texts.serving(url),
    ...(mailboxUrl === undefined ? [] : [texts.mailboxAt(mailboxUrl)]),
  ]
  return lines.join('\n')
}
