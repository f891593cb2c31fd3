import type { SmtpServer } from '@vertretbar/cli/installation/mail/mail-setting'
import type { Patience } from '@vertretbar/cli/installation/mail/smtp-transport'
import { smtpTransport } from '@vertretbar/cli/installation/mail/smtp-transport'
import type { Mail } from '@vertretbar/domain/alert'
import { instantOf, millisecondsOf } from '@vertretbar/domain/instant'
import type { Member } from '@vertretbar/domain/member'
import { storesOf } from '@vertretbar/store/stores'
import type { StoredMail } from '@vertretbar/usecases/alert-ports'
import { drain } from '@vertretbar/usecases/drain'
import { keptRegions } from '@vertretbar/usecases/kept-regions'
import { ulid } from 'ulid'
import { freshDatabase, referenceRegion } from '../store/engine.ts'
import { anImport } from '../store/write.ts'

const morning = Date.parse('2026-11-23T08:00:00Z')

/** The region whose mails are sent. */
export const region = 'wolfenbuettel'

/** A stored region with many who get mails, and a clock that stands until a test moves it. */
export type Office = Awaited<ReturnType<typeof officeOf>>

/** The reference region on the real engine, where so many people manage the personnel. */
export async function officeOf(people: number) {
  const clock = { now: morning }
  const now = (): number => clock.now
  const stores = storesOf(await freshDatabase(), now)
  const reference = referenceRegion()
  const members = Array.from({ length: people }, (_, number) => managerOf(number, reference.authorities))
  await stores.regions.replace({ ...reference, members }, undefined, anImport)
  const counted: Record<string, number> = {}
  const reported: unknown[] = []
  return {
    clock,
    members,
    counted,
    reported,
    ports: {
      ...stores,
      regions: keptRegions(stores.regions, now),
      now,
      newId: ulid,
      baseUrl: 'http://localhost:8787',
      count: (metric: string, by: number) => {
        counted[metric] = (counted[metric] ?? 0) + by
      },
      report: (error: unknown) => void reported.push(error),
    },
  }
}

function managerOf(number: number, authorities: readonly { readonly id: string }[]): Member {
  return {
    id: ulid(morning + number),
    address: `personal-${number}@kreis.example`,
    language: number % 2 === 0 ? 'de' : 'en',
    validFrom: '2026-01-01',
    roles: authorities.map(({ id: authority }) => ({ role: 'hr-manager', authority })),
  }
}

/** A mail to each of the people, and to one after the other, until there are so many. */
export const mailsTo = ({ members, clock }: Office, count: number): Mail[] =>
  Array.from({ length: count }, (_, number) => ({
    id: `digest.${number}`,
    kind: 'digest',
    to: members[number % members.length]?.id ?? '',
    at: instantOf(clock.now),
    notBefore: instantOf(clock.now),
    alerts: [{ kind: 'agreement-ends', agreement: 'payroll-pool', on: '2026-12-31' }],
  }))

/** Sends what is due through a server, as often as it takes until nothing waits any more, at the times that it waits for. */
export async function sendAll({ ports, clock }: Office, server: SmtpServer, patience: Patience): Promise<void> {
  const sendMail = smtpTransport(server, { now: ports.now, stopped: new AbortController().signal, patience })
  for (let waiting = await waitingOf(ports); waiting.length > 0; waiting = await waitingOf(ports)) {
    clock.now = Math.max(clock.now, Math.min(...waiting.map(({ nextTryAt }) => millisecondsOf(nextTryAt))))
    await drain({ ...ports, sendMail }, region)
  }
}

const waitingOf = async ({ mails }: Office['ports']): Promise<StoredMail[]> =>
  (await mails.all(region)).filter(({ state }) => state === 'waiting')
