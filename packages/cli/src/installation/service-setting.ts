import { accept, type Result, refuse } from '@vertretbar/domain/result'
import type { InstallationFault } from './fault.ts'
import { type MailSetting, mailSetting } from './mail/mail-setting.ts'
import type { Environment } from './read-setting.ts'
import { type SignInSetting, signInSetting } from './sign-in-setting.ts'

/** What an environment says of serving the application: where people sign in, and where mails go. */
export interface ServiceSetting {
  readonly signIn: SignInSetting
  readonly mail: MailSetting
}

/** The setting of an environment; every variable that is not what it has to be is told. */
export function serviceSetting(environment: Environment): Result<ServiceSetting, readonly InstallationFault[]> {
  const signIn = signInSetting(environment)
  const mail = mailSetting(environment)
  if (signIn.ok && mail.ok) return accept({ signIn: signIn.value, mail: mail.value })
  return refuse([signIn, mail].flatMap((read) => (read.ok ? [] : read.refusal)))
}
