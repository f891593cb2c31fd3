import { aFolder } from '@vertretbar/cli/test-process'
import type { Command } from '@vertretbar/domain/command'
import type { Region } from '@vertretbar/domain/region'
import type { Case } from '@vertretbar/domain/test-candidacy'
import { lending, monday } from '@vertretbar/domain/test-command'
import { member } from '@vertretbar/domain/test-member'
import type { SendMail } from '@vertretbar/usecases/alert-ports'
import { execute } from '@vertretbar/usecases/execute'
import type { Outcome } from '@vertretbar/usecases/ports'
import type { Life } from '../store/calls.ts'
import { freshDatabase } from '../store/engine.ts'
import { anImport } from '../store/write.ts'
import { type Place, portsOn, type TestPorts } from './night-ports.ts'

/** The id of the region in which the city may lend people to the parish. */
export const id = 'region'

/** Who reads mails there: the HR managers of both, the person who covers, and the coordinator. */
export const readers = {
  city: member('city-hr'),
  parish: member('parish-hr', { roles: [{ role: 'hr-manager', authority: 'parish' }] }),
  person: member('person', { roles: [{ role: 'specialist', authority: 'city' }], specialist: 'city-p1' }),
  coordinator: member('coordinator', { roles: [{ role: 'coordinator' }], language: 'en' }),
}

/** The region of a case, with its readers. */
export const parishWith = (one: Case = {}): Region => ({ ...lending(one).region, members: Object.values(readers) })

/** A region in a table of its own, for one process after the other; the clock stands at a Monday morning. */
export interface StoredParish extends Disposable {
  readonly place: Place
  readonly ports: (life?: Life) => TestPorts
}

/** Stores a region; mails go where the test says. */
export async function storedParish(region: Region, sendMail: SendMail = everyMail): Promise<StoredParish> {
  const folder = aFolder()
  const database = await freshDatabase()
  const place: Place = { database, folder: folder.path, clock: { now: Date.parse(monday) }, sendMail }
  await portsOn(place).regions.replace(region, undefined, anImport)
  return { place, ports: (life) => portsOn(place, life), [Symbol.dispose]: () => folder[Symbol.dispose]() }
}

const everyMail: SendMail = () => Promise.resolve({ kind: 'accepted' })

/** Gives a command that must not be refused. */
export async function done(ports: TestPorts, command: Command): Promise<Outcome> {
  const actor = { kind: 'console', id: 'operator' } as const
  const answer = await execute(ports, { region: id, command, actor, key: undefined })
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}
