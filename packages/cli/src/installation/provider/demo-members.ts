import { operator } from '@vertretbar/domain/actor'
import type { Command } from '@vertretbar/domain/command'
import type { MemberFields } from '@vertretbar/domain/command/member'
import type { Region } from '@vertretbar/domain/region'
import { type ExecutePorts, execute } from '@vertretbar/usecases/execute'
import { newInvitation } from '@vertretbar/usecases/invitation'
import { localIssuer } from './local-issuer.ts'

/** What the subjects of demo accounts begin with. */
export const demoPrefix = 'demo-'

type DemoAccount = Pick<MemberFields, 'roles' | 'specialist'> & { readonly name: string }

const district = 'lk-wolfenbuettel'

/** One account for each role, at places of the sample where there is something to see and to do. */
const single: readonly DemoAccount[] = [
  { name: 'personal-cremlingen', roles: [{ role: 'hr-manager', authority: 'cremlingen' }] },
  { name: 'personal-landkreis', roles: [{ role: 'hr-manager', authority: district }] },
  { name: 'fachkraft', roles: [{ role: 'specialist', authority: district }], specialist: 'lk-p1' },
  { name: 'rechnungspruefung', roles: [{ role: 'area-head', authority: district, area: 'audit' }] },
  { name: 'kaemmerei', roles: [{ role: 'controller', authority: district }] },
  { name: 'koordinierung', roles: [{ role: 'coordinator' }] },
  { name: 'betrieb', roles: [{ role: 'operator' }] },
]

/** And one to whom nothing of the region is foreign. */
const everywhere = ({ authorities }: Pick<Region, 'authorities'>): DemoAccount => ({
  name: 'personalstelle',
  roles: authorities.map(({ id: authority }) => ({ role: 'hr-manager', authority })),
})

/** Whoever tries it out need not wait until six in the morning for a digest. */
const digestTime = '00:00'

/** Lets the demo accounts of the local provider into the sample, each as people get in: by an invitation. */
export async function addDemoMembers(ports: ExecutePorts, sample: Region): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- each write is decided on the one before
  for (const account of [everywhere(sample), ...single]) await addDemoMember(ports, sample.region.id, account)
}

async function addDemoMember(ports: ExecutePorts, region: string, { name, ...rest }: DemoAccount): Promise<void> {
  const { digest: code } = newInvitation()
  // From long ago on: the day that an installation is told may be any.
  const fields = {
    address: `${name}@example.de`,
    language: 'de' as const,
    validFrom: '2000-01-01',
    digestTime,
    ...rest,
  }
  const identity = { issuer: localIssuer, subject: `${demoPrefix}${name}` }
  const commands: readonly Command[] = [
    { kind: 'invite-member', fields, code },
    { kind: 'bind-member', code, identity },
  ]
  for (const command of commands) {
    // oxlint-disable-next-line no-await-in-loop -- first the invitation, then its acceptance
    const done = await execute(ports, { region, command, actor: operator, key: undefined })
    if (!done.ok) throw new Error(`the demo account ${name} was refused: ${JSON.stringify(done.refusal)}`)
  }
}
