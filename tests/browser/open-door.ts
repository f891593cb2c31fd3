import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Application, serveApplication } from '@vertretbar/cli/installation/application'
import { openInstallation } from '@vertretbar/cli/installation/installation'
import { addDemoMembers } from '@vertretbar/cli/installation/provider/demo-members'
import { operator } from '@vertretbar/domain/actor'
import type { Command } from '@vertretbar/domain/command'
import type { MemberFields } from '@vertretbar/domain/command/member'
import { execute } from '@vertretbar/usecases/execute'
import { newInvitation } from '@vertretbar/usecases/invitation'
import type { Outcome, Ports } from '@vertretbar/usecases/ports'
import { now, referenceRegion } from '../api/local-api.ts'
import { anImport } from '../store/write.ts'

/** The application as it runs locally, in the process of the test: members come and go while pages are open. */
export interface OpenDoor {
  readonly url: string
  readonly ports: Ports
  /** What went wrong and was told to nobody outside. */
  readonly reported: unknown[]
  /** Carries out a command at the installation itself. */
  readonly order: (command: Command) => Promise<Outcome>
  /** Invites somebody; tells the code. */
  readonly invite: (roles: MemberFields['roles']) => Promise<string>
  readonly close: () => Promise<void>
}

/** Opens the reference region with its demo accounts; access tokens hold for so many seconds. */
export async function openDoor(tokenSeconds: number): Promise<OpenDoor> {
  const data = await mkdtemp(join(tmpdir(), 'vertretbar-door-'))
  const reported: unknown[] = []
  const report = (error: unknown): void => void reported.push(error)
  const started = Date.now()
  const opened = await openInstallation({ data, now: () => now + Date.now() - started, report })
  if (!opened.ok) throw new Error('no installation', { cause: opened.refusal })
  const installation = opened.value
  const { ports } = installation
  const reference = referenceRegion()
  const region = reference.region.id
  await ports.regions.replace(reference, undefined, anImport)
  await addDemoMembers(ports, reference)
  const application = await served({ installation, region, report, tokenSeconds })
  const order = async (command: Command): Promise<Outcome> => {
    const done = await execute(ports, { region, command, actor: operator, key: undefined })
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    return done.value
  }
  return {
    url: `${application.url}/`,
    ports,
    reported,
    order,
    invite: async (roles) => {
      const { code, digest } = newInvitation()
      const fields = { address: 'neu@example.de', language: 'de' as const, validFrom: '2026-01-01', roles }
      await order({ kind: 'invite-member', fields, code: digest })
      return code
    },
    close: async () => {
      await application[Symbol.asyncDispose]()
      await installation[Symbol.asyncDispose]()
      await rm(data, { recursive: true, force: true })
    },
  }
}

type Served = Pick<Parameters<typeof serveApplication>[0], 'installation' | 'region' | 'report'> & {
  readonly tokenSeconds: number
}

async function served({ tokenSeconds, ...offer }: Served): Promise<Application> {
  const application = await serveApplication({
    ...offer,
    port: 0,
    onBuild: () => undefined,
    setting: { signIn: { kind: 'local', tokenSeconds }, mail: { kind: 'mailbox', baseUrl: undefined } },
    count: () => undefined,
    log: () => undefined,
  })
  if (!application.ok) throw new Error('not served', { cause: application.refusal })
  return application.value
}
