import { instantOf } from '@vertretbar/domain/instant'
import type { StoredMail } from './alert-ports.ts'
import type { Ports } from './ports.ts'

/** Puts the mails that were given up back among those that wait, as if none of them had been tried; tells which. */
export async function retryGivenUp(
  { mails, now }: Pick<Ports, 'mails' | 'now'>,
  region: string,
): Promise<readonly StoredMail[]> {
  const givenUp = (await mails.all(region)).filter(({ state }) => state === 'given-up')
  const again = givenUp.map(
    ({ mail }): StoredMail => ({ mail, state: 'waiting', tries: 0, nextTryAt: instantOf(now()) }),
  )
  for (const one of again) await mails.put(region, one)
  return again
}
