import type { Issuer } from '@vertretbar/api/auth'
import type { SignIn } from '@vertretbar/api/sign-in'
import { accept, type Result } from '@vertretbar/domain/result'
import { externalProvider } from './external-provider.ts'
import type { InstallationFault } from './fault.ts'
import type { Installation } from './installation.ts'
import { demoAccounts } from './provider/demo-accounts.ts'
import { type Handle, localProvider } from './provider/provider.ts'
import type { SignInSetting } from './sign-in-setting.ts'

/** Whose tokens count, where people get them, and what answers for the provider if it is our own. */
interface SignInProvider {
  readonly issuer: Issuer
  readonly signIn: SignIn
  readonly handle: Handle | undefined
}

interface Place {
  readonly installation: Installation
  readonly region: string
  readonly report: (error: unknown) => void
}

/** The provider that a setting means: one elsewhere, or the installation's own. */
export async function providerOf(
  setting: SignInSetting,
  { installation: { folder, ports }, region, report }: Place,
): Promise<Result<SignInProvider, InstallationFault>> {
  if (setting.kind === 'external') {
    const external = await externalProvider(setting)
    return external.ok ? accept({ ...external.value, handle: undefined }) : external
  }
  return accept(
    await localProvider({
      keysFile: folder.keysFile,
      tokenSeconds: setting.tokenSeconds,
      accounts: (language) => demoAccounts(ports, region, language),
      report,
    }),
  )
}
