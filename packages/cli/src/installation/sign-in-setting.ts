import { accept, type Result, refuse } from '@vertretbar/domain/result'
import * as z from 'zod'
import type { InstallationFault } from './fault.ts'

/** Where people sign in: at the provider of the installation itself, or at one that the environment names. */
export type SignInSetting =
  | { readonly kind: 'local'; readonly tokenSeconds: number }
  | ({ readonly kind: 'external' } & z.infer<typeof External>)

const External = z.object({
  /** The provider's name; below it lies what it tells of itself (OpenID Connect Discovery § 4). */
  VERTRETBAR_ISSUER: z.url({ protocol: /^https?$/ }).max(500),
  /** The page, as the provider knows it: a public client with code flow and PKCE. */
  VERTRETBAR_CLIENT_ID: z.string().min(1).max(200),
  /** For whom tokens have to be; without it, for the client (Cognito). */
  VERTRETBAR_AUDIENCE: z.string().min(1).max(500).optional(),
  /** What a token has to allow. */
  VERTRETBAR_SCOPE: z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .max(200)
    .default('vertretbar'),
  /** For what the page asks tokens (RFC 8707), where the provider wants to know. */
  VERTRETBAR_RESOURCE: z.url().max(500).optional(),
})

const Local = z.object({
  /** How long an access token of the local provider holds. */
  VERTRETBAR_TOKEN_SECONDS: z.coerce.number().pipe(z.int().min(2).max(900)).default(600),
})

/** The setting of an environment; every variable that is not what it has to be is told. */
export function signInSetting(
  environment: Readonly<Record<string, string | undefined>>,
): Result<SignInSetting, readonly InstallationFault[]> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  if (given.VERTRETBAR_ISSUER === undefined) {
    const local = Local.safeParse(given)
    return local.success
      ? accept({ kind: 'local', tokenSeconds: local.data.VERTRETBAR_TOKEN_SECONDS })
      : refuse(faultsOf(local.error))
  }
  const external = External.safeParse(given)
  return external.success ? accept({ kind: 'external', ...external.data }) : refuse(faultsOf(external.error))
}

const faultsOf = ({ issues }: z.ZodError): InstallationFault[] =>
  issues.map(({ path }) => ({ at: String(path[0]), code: 'setting-wrong' }))
