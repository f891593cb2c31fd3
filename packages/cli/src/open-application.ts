import type { Result } from '@vertretbar/domain/result'
import type { Service, Surroundings } from './command.ts'
import type { Call } from './command-line.ts'
import { type Application, serveApplication } from './installation/application.ts'
import type { Installation } from './installation/installation.ts'
import type { SignInSetting } from './installation/sign-in-setting.ts'
import type { Refusal } from './refusal.ts'

/** The application on a stored region, at the port that a call names. */
export const openApplication = (
  installation: Installation,
  region: string,
  [{ port, log }, { texts, progress, complain, tell }]: readonly [Call, Surroundings],
  signIn: SignInSetting,
): Promise<Result<Application, readonly Refusal[]>> =>
  serveApplication({
    installation,
    region,
    port,
    report: (error) => complain(error, texts.requestFailed),
    onBuild: () => progress.at(texts.buildingPage),
    signIn,
    log: log ? (line) => tell(JSON.stringify(line)) : () => undefined,
  })

/** What stays open until the application is stopped. */
export const serviceOf = ({ untilStopped }: Application, open: AsyncDisposableStack): Service => ({
  untilStopped,
  [Symbol.asyncDispose]: () => open.disposeAsync(),
})
