import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { exportJWK, generateKeyPair } from 'jose'
import * as z from 'zod'

/** A key pair on the curve P-256 as RFC 7518 § 6.2 writes it. */
const SigningKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
})

const ProviderKeys = z.strictObject({
  format: z.literal('vertretbar-provider-keys/1'),
  signing: SigningKey,
  /** The key that the provider's cookies are signed with. */
  cookies: z.string().min(32),
})

/** With what the local provider signs tokens and cookies. */
export type ProviderKeys = z.infer<typeof ProviderKeys>

/** The keys in a file, made there if there are none: only who runs the installation may read them. */
export async function providerKeys(file: string): Promise<ProviderKeys> {
  const made = await newKeys()
  try {
    await writeFile(file, `${JSON.stringify(made)}\n`, { flag: 'wx', mode: 0o600 })
    return made
  } catch (error) {
    if (SystemError.safeParse(error).data?.code !== 'EEXIST') throw error
  }
  return ProviderKeys.parse(JSON.parse(await readFile(file, 'utf8')))
}

const SystemError = z.object({ code: z.string() })

async function newKeys(): Promise<ProviderKeys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), kid: randomBytes(9).toString('base64url'), alg: 'ES256', use: 'sig' }
  return {
    format: 'vertretbar-provider-keys/1',
    signing: SigningKey.parse(jwk),
    cookies: randomBytes(32).toString('base64url'),
  }
}

/** What everybody may know of a signing key. */
export const publicKey = ({ kty, crv, x, y, kid, alg, use }: ProviderKeys['signing']) => ({
  kty,
  crv,
  x,
  y,
  kid,
  alg,
  use,
})
