import { setTimeout as wait } from 'node:timers/promises'
import { dateInGermany } from '@vertretbar/domain/calendar'
import { instantOf } from '@vertretbar/domain/instant'
import { covers } from '@vertretbar/domain/period'
import { mailText } from '@vertretbar/messages/mail-text'
import type { AlertPorts, OutgoingMail, StoredMail } from './alert-ports.ts'
import type { Ports } from './ports.ts'
import { StoreUnavailable } from './store-unavailable.ts'

export type PostPorts = Pick<Ports, 'regions' | 'mails' | 'now'> &
  Pick<AlertPorts, 'sendMail' | 'baseUrl' | 'count' | 'report'>

/** So long is waited after each try, in minutes: for a day in all. */
const pauses = [1, 2, 5, 10, 20, 40, ...Array.from({ length: 22 }, () => 60)]

/** Sends a mail, if there is still somebody to get it, and records what became of it; tells that. */
export async function post(ports: PostPorts, region: string, stored: StoredMail): Promise<StoredMail['state']> {
  const outgoing = await outgoingMail(ports, region, stored)
  const end = outgoing === undefined ? ended(ports, stored, 'dropped') : await tried(ports, stored, outgoing)
  await record(ports, region, end)
  return end.state
}

/** The mail in the language, and to the address, of whoever it is for as they are now; undefined if they are no more. */
async function outgoingMail(
  { regions, now, baseUrl }: PostPorts,
  region: string,
  { mail }: StoredMail,
): Promise<(() => OutgoingMail) | undefined> {
  const snapshot = await regions.load(region)
  const today = dateInGermany(now())
  const member = snapshot?.region.members?.find(({ id }) => id === mail.to)
  if (snapshot === undefined || member === undefined || !covers(member, today)) return undefined
  const { address: to, language } = member
  return () => ({ id: mail.id, to, language, ...mailText(mail, snapshot.index, { baseUrl, language }) })
}

async function tried(ports: PostPorts, stored: StoredMail, outgoing: () => OutgoingMail): Promise<StoredMail> {
  const answer = await answerOf(ports, outgoing)
  const after = { ...stored, tries: stored.tries + 1 }
  if (answer.kind === 'accepted') {
    ports.count('mail-sent', 1)
    const { fault: _, ...sent } = after
    return ended(ports, sent, 'sent')
  }
  const { fault } = answer
  const pause = answer.kind === 'refused' ? undefined : pauses[stored.tries]
  if (pause === undefined) {
    // Before it is recorded: of a dead letter somebody must hear, even twice.
    ports.count('mail-given-up', 1)
    return ended(ports, { ...after, fault }, 'given-up')
  }
  ports.count('mail-retried', 1)
  return { ...after, fault, nextTryAt: instantOf(ports.now() + pause * 60_000) }
}

/** A mail that cannot even be written must not stop the others: it is tried again, and given up in the end. */
async function answerOf({ sendMail, report }: PostPorts, outgoing: () => OutgoingMail) {
  try {
    return await sendMail(outgoing())
  } catch (error) {
    report(error)
    return { kind: 'failed' as const, fault: 'fault-of-ours' }
  }
}

const ended = ({ now }: PostPorts, stored: StoredMail, state: 'sent' | 'given-up' | 'dropped'): StoredMail => ({
  ...stored,
  state,
  endedAt: instantOf(now()),
})

const recordTries = 8
const longestPause = 2000

/** A mail that is out must not go out again because the store is away for some seconds. */
async function record({ mails }: PostPorts, region: string, stored: StoredMail): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await mails.put(region, stored)
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || tries === recordTries) throw error
    }
    await wait(Math.min(100 * 2 ** tries, longestPause) * Math.random())
  }
}
