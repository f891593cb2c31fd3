import { accept, type Result } from '@vertretbar/domain/result'
import * as z from 'zod'
import type { InstallationFault } from './fault.ts'
import { type Environment, given, readSetting } from './read-setting.ts'

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
export function signInSetting(environment: Environment): Result<SignInSetting, readonly InstallationFault[]> {
  if (given(environment).VERTRETBAR_ISSUER === undefined) {
    const local = readSetting(Local, environment)
    return local.ok ? accept({ kind: 'local', tokenSeconds: local.value.VERTRETBAR_TOKEN_SECONDS }) : local
  }
  const external = readSetting(External, environment)
  return external.ok ? accept({ kind: 'external', ...external.value }) : external
}
