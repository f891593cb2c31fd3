import type { AlertPorts, StoredMail } from './alert-ports.ts'
import type { Ports } from './ports.ts'
import { type PostPorts, post } from './post.ts'

export type DrainPorts = PostPorts & Pick<Ports, 'leases' | 'newId'> & Pick<AlertPorts, 'report'>

/** What became of mails. */
export type Drained = Readonly<Record<StoredMail['state'], number>>

const lease = 'mail'
/** Renewed once half of it is left, which is more than any server is waited for. */
const leaseMilliseconds = 180_000
const sendersAtOnce = 4

/**
 * Sends what is due, by one alone: whoever finds that another is at it leaves it to them. It may be done at any time and
 * again; a mail goes out a second time only if whoever sent it died before that was recorded.
 */
export async function drain(ports: DrainPorts, region: string): Promise<Drained> {
  const drained = { waiting: 0, sent: 0, 'given-up': 0, dropped: 0 }
  const held = leaseOn(ports, region)
  // Asked again once the lease is given back: who stored a mail meanwhile has left it to us.
  let goesOn = true
  while (goesOn && (await ports.mails.due(region, ports.now())).length > 0) {
    goesOn = false
    if (!(await held.take())) break
    try {
      await sendAll([...(await ports.mails.due(region, ports.now()))], async (id) => {
        if (!(await held.isOurs())) return false
        // Another may have had the lease since this one was found to be due, and have sent it.
        const mail = await ports.mails.read(region, id)
        if (mail?.state === 'waiting') {
          drained[await post(ports, region, mail)] += 1
          goesOn = true
        }
        return true
      })
    } finally {
      await held.release()
    }
  }
  return drained
}

/** Sends mails until there are none, or until one may not be sent any more; what goes wrong with one stops its sender. */
async function sendAll(ids: string[], send: (id: string) => Promise<boolean>): Promise<void> {
  const sender = async (): Promise<void> => {
    for (let id = ids.shift(); id !== undefined; id = ids.shift()) if (!(await send(id))) return
  }
  const ends = await Promise.allSettled(Array.from({ length: sendersAtOnce }, sender))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/** The right to send the mails of a region, which is renewed well before it ends, or taken again where it has ended. */
function leaseOn({ leases, now, newId }: DrainPorts, region: string) {
  const owner = newId()
  let until = 0
  const take = async (): Promise<boolean> => {
    const ours = { of: lease, owner, now: now(), until: now() + leaseMilliseconds }
    const isOurs = await leases.take(region, ours)
    until = isOurs ? ours.until : 0
    return isOurs
  }
  return {
    take,
    isOurs: async (): Promise<boolean> => until - now() > leaseMilliseconds / 2 || take(),
    release: (): Promise<void> => leases.release(region, { of: lease, owner }),
  }
}
