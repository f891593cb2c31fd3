import { type Instant, instantOf } from '@vertretbar/domain/instant'
import PostalMime, { type Address, type Email } from 'postal-mime'
import { decodeTime } from 'ulid'

/** A mail of the mailbox as people read it. */
export interface KeptMail {
  readonly id: string
  readonly arrivedAt: Instant
  readonly from: string
  readonly to: string
  readonly subject: string
  /** What Vertretbar knows it by, if it is from Vertretbar. */
  readonly message: string | undefined
  readonly text: string | undefined
  readonly html: string | undefined
}

/** Reads a mail; of one that is none only what is known without reading it. */
export async function keptMail(id: string, raw: Uint8Array): Promise<KeptMail> {
  const email = await parsed(raw)
  return {
    id,
    arrivedAt: instantOf(decodeTime(id)),
    from: addressesText(email?.from === undefined ? [] : [email.from]),
    to: addressesText(email?.to ?? []),
    subject: email?.subject ?? '',
    message: email?.headers.find(({ key }) => key === 'x-vertretbar-message')?.value,
    text: email?.text,
    html: email?.html,
  }
}

/** Any program of this machine can send here whatever it likes. */
async function parsed(raw: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(raw)
  } catch {
    return undefined
  }
}

const addressesText = (addresses: readonly Address[]): string =>
  addresses
    .flatMap((one) => one.group ?? [one])
    .map(({ name, address }) => (name === '' ? address : `${name} <${address}>`))
    .join(', ')
