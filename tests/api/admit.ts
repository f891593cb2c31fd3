import { operator } from '@vertretbar/domain/actor'
import type { MemberFields } from '@vertretbar/domain/command/member'
import type { Region } from '@vertretbar/domain/region'
import { execute } from '@vertretbar/usecases/execute'
import { newInvitation } from '@vertretbar/usecases/invitation'
import type { Outcome, Ports } from '@vertretbar/usecases/ports'
import { issuer } from './issuer.ts'

/** Who has every role of people at every authority: to whom nothing of the region is foreign. */
export const everyRole = ({ authorities, serviceAreas }: Region): MemberFields['roles'] => [
  ...authorities.flatMap(({ id: authority }) => [
    { role: 'hr-manager' as const, authority },
    { role: 'controller' as const, authority },
    ...serviceAreas.map(({ id: area }) => ({ role: 'area-head' as const, authority, area })),
  ]),
  { role: 'coordinator' as const },
]

/** Somebody to be: the fields that matter, and the login; it is one of the test's issuer, if no other is named. */
interface Admitted extends Omit<Partial<MemberFields>, 'roles'>, Pick<MemberFields, 'roles'> {
  readonly subject: string
  readonly by?: string
}

/** Invites somebody into a stored region and has them log in; tells their id. */
export async function admit(
  ports: Pick<Ports, 'regions' | 'ledger' | 'now' | 'newId'>,
  region: string,
  { subject, by = issuer, ...fields }: Admitted,
): Promise<string> {
  const { digest: code } = newInvitation()
  const order = { region, actor: operator, key: undefined }
  const invited = done(
    await execute(ports, {
      ...order,
      command: {
        kind: 'invite-member',
        code,
        fields: { address: `${subject}@example.de`, language: 'de', validFrom: '2020-01-01', ...fields },
      },
    }),
  )
  done(await execute(ports, { ...order, command: { kind: 'bind-member', code, identity: { issuer: by, subject } } }))
  const [member] = invited.members
  if (member === undefined) throw new Error('an invitation makes a member')
  return member
}

function done(answer: Awaited<ReturnType<typeof execute>>): Outcome {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}
