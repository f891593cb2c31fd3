import { Address } from '@vertretbar/domain/member'
import { accept, type Result, refuse } from '@vertretbar/domain/result'
import * as z from 'zod'
import { isLoopback } from '../environment.ts'
import type { InstallationFault } from '../fault.ts'
import { type Environment, given, readSetting } from '../read-setting.ts'

/** A server that takes mails and passes them on, and from whom they come. */
export interface SmtpServer {
  readonly host: string
  readonly port: number
  /** `tls`: from the first byte on; `starttls`: before anything is said; `none`: not at all. */
  readonly encryption: 'tls' | 'starttls' | 'none'
  readonly login: { readonly user: string; readonly password: string } | undefined
  readonly from: string
}

/**
 * Where mails go: into the mailbox of the installation, or to a server that the environment names; and where their links
 * lead. Links of mails that stay here may lead to where the application is served.
 */
export type MailSetting =
  | { readonly kind: 'mailbox'; readonly baseUrl: string | undefined }
  | { readonly kind: 'smtp'; readonly baseUrl: string; readonly server: SmtpServer }

/** The ports of RFC 8314: submission with TLS from the start, and with STARTTLS. */
const usualPorts = { 'smtps:': 465, 'smtp:': 587 } as const

type Named = Pick<SmtpServer, 'host' | 'port' | 'login'> & { readonly isSmtps: boolean; readonly isHere: boolean }

const SmtpAddress = z
  .string()
  .max(1000)
  .transform((text, context): Named => {
    const named = namedServer(text)
    if (named !== undefined) return named
    context.addIssue({ code: 'custom' })
    return z.NEVER
  })

/** The application as people open it. */
const BaseUrl = z.url({ protocol: /^https?$/ }).max(500)

const Local = z.object({ VERTRETBAR_URL: BaseUrl.optional() })

const External = z
  .object({
    VERTRETBAR_URL: BaseUrl,
    /** `smtps://HOST` or `smtp://HOST`, with port, user and password as needed. */
    VERTRETBAR_SMTP_URL: SmtpAddress,
    /** From whom the mails come, and to whom what cannot be delivered goes back. */
    VERTRETBAR_MAIL_FROM: Address,
    /** Whether an `smtp:` server on the network has to encrypt; one on this machine never does. */
    VERTRETBAR_SMTP_TLS: z.enum(['required', 'none']).default('required'),
  })
  // A password that goes over a network for everybody to read is none any more.
  .refine(({ VERTRETBAR_SMTP_URL: { login }, VERTRETBAR_SMTP_TLS: tls }) => login === undefined || tls !== 'none', {
    path: ['VERTRETBAR_SMTP_TLS'],
  })

/** The setting of an environment; every variable that is not what it has to be is told. */
export function mailSetting(environment: Environment): Result<MailSetting, readonly InstallationFault[]> {
  const { VERTRETBAR_SMTP_URL: url, VERTRETBAR_MAIL_FROM: sender } = given(environment)
  if (url === undefined) {
    // Whoever says from whom mails come does not mean them to stay here.
    if (sender !== undefined) return refuse([{ at: 'VERTRETBAR_SMTP_URL', code: 'setting-wrong' }])
    const local = readSetting(Local, environment)
    return local.ok ? accept({ kind: 'mailbox', baseUrl: local.value.VERTRETBAR_URL }) : local
  }
  const external = readSetting(External, environment)
  return external.ok ? accept(externalSetting(external.value)) : external
}

function externalSetting(external: z.infer<typeof External>): MailSetting {
  const { VERTRETBAR_SMTP_URL: named, VERTRETBAR_MAIL_FROM: from } = external
  const { host, port, login } = named
  const encryption = encryptionOf(named, external.VERTRETBAR_SMTP_TLS)
  return { kind: 'smtp', baseUrl: external.VERTRETBAR_URL, server: { host, port, login, encryption, from } }
}

function encryptionOf({ isSmtps, isHere }: Named, tls: 'required' | 'none'): SmtpServer['encryption'] {
  if (isSmtps) return 'tls'
  return isHere || tls === 'none' ? 'none' : 'starttls'
}

function namedServer(text: string): Named | undefined {
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'smtps:' && url.protocol !== 'smtp:') || url.hostname === '') return undefined
  // Whatever else stands there would be passed over in silence.
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') return undefined
  const [user, password] = [decoded(url.username), decoded(url.password)]
  if (user === undefined || password === undefined || (user === '') !== (password === '')) return undefined
  return {
    host: url.hostname.replaceAll(/^\[|\]$/g, ''),
    port: url.port === '' ? usualPorts[url.protocol] : Number(url.port),
    login: user === '' ? undefined : { user, password },
    isSmtps: url.protocol === 'smtps:',
    isHere: isLoopback(url.hostname),
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
