import type { AuditEntry } from '@vertretbar/domain/audit-entry'
import { Booking } from '@vertretbar/domain/booking'
import { refusalKey } from '@vertretbar/domain/change'
import { GapMark } from '@vertretbar/domain/gap-mark'
import { Id } from '@vertretbar/domain/identifier'
import { Instant, instantOf } from '@vertretbar/domain/instant'
import { Member } from '@vertretbar/domain/member'
import { Notice } from '@vertretbar/domain/message'
import type { Region } from '@vertretbar/domain/region'
import { CoverRefusal } from '@vertretbar/domain/requirement'
import { Absence, Specialist } from '@vertretbar/domain/specialist'
import * as z from 'zod'
import { StoredMail } from './alert-ports.ts'
import type { LoggedThing, Ports, Snapshot } from './ports.ts'

/** A member as they are told of themselves: of an open invitation, when it ends; its code is kept as a digest only. */
const OwnMember = Member.unwrap()
  .extend({ invitation: z.strictObject({ expiresAt: Instant }).readonly().optional() })
  .readonly()
  .meta({ id: 'OwnMember' })

/** Something that is to be told to somebody, and since when that waits. */
const OwnNotice = z.strictObject({ at: Instant, notice: Notice }).readonly().meta({ id: 'OwnNotice' })

/** One line of the audit log that concerns somebody: made by them, or about what is kept of them. */
const OwnChange = z
  .strictObject({
    number: z.int().min(1),
    at: Instant,
    action: Id,
    /** A pseudonym. */
    actor: Id,
    /** What of theirs was changed; missing where everything was written at once. */
    things: z
      .array(
        z
          .strictObject({
            kind: z.enum(['specialist', 'booking', 'refusal', 'gap-mark', 'member']),
            id: z.string(),
          })
          .readonly(),
      )
      .readonly()
      .optional(),
  })
  .readonly()
  .meta({ id: 'OwnChange' })

/** All that is kept of one person (GDPR Article 15), in a form that other programs can read (Article 20). */
export const PersonData = z
  .strictObject({
    format: z.literal('vertretbar-person/1'),
    region: Id,
    version: z.int().min(1),
    at: Instant,
    members: z.array(OwnMember).readonly(),
    specialist: Specialist.optional(),
    absences: z.array(Absence).readonly(),
    /** With what was noted for their hand-overs. */
    bookings: z.array(Booking).readonly(),
    refusals: z.array(CoverRefusal).readonly(),
    /** What they said of gaps. */
    gapMarks: z.array(GapMark).readonly(),
    notices: z.array(OwnNotice).readonly(),
    /** The mails of the last month to them. */
    mails: z.array(StoredMail).readonly(),
    changes: z.array(OwnChange).readonly(),
  })
  .readonly()
  .meta({ id: 'PersonData' })
export type PersonData = z.infer<typeof PersonData>

/** Whom it is about: a member, with the specialist they are; or a specialist, with whoever is a member as them. */
export interface Person {
  readonly member: string | undefined
  readonly specialist: string | undefined
}

/** All that is kept of a person, as it stands. */
export async function personData(
  ports: Pick<Ports, 'audit' | 'outbox' | 'mails' | 'now'>,
  { version, region }: Snapshot,
  person: Person,
): Promise<PersonData> {
  const { specialist } = person
  const members = (region.members ?? []).filter(
    (one) => one.id === person.member || (specialist !== undefined && one.specialist === specialist),
  )
  const names = members.map(({ id }) => id)
  const kept = keptOf(region, { specialist, members: names })
  const mails = await ports.mails.all(region.region.id)
  return {
    format: 'vertretbar-person/1',
    region: region.region.id,
    version,
    at: instantOf(ports.now()),
    members: members.map(({ invitation, ...member }) => ({
      ...member,
      ...(invitation && { invitation: { expiresAt: invitation.expiresAt } }),
    })),
    ...kept,
    notices: await noticesAbout(ports, region.region.id, specialist),
    mails: mails.filter(({ mail }) => names.includes(mail.to)),
    changes: await changesOf(ports, region.region.id, { ...kept, members }),
  }
}

function keptOf(
  { specialists, absences, bookings, refusals, gapMarks = [] }: Region,
  { specialist, members }: { readonly specialist: string | undefined; readonly members: readonly string[] },
) {
  const found = specialists.find(({ id }) => id === specialist)
  const isTheirs = (thing: { readonly specialist: string }): boolean => thing.specialist === specialist
  return {
    ...(found && { specialist: found }),
    absences: absences.filter(isTheirs),
    bookings: bookings.filter(isTheirs),
    refusals: refusals.filter(isTheirs),
    gapMarks: gapMarks.filter(({ by }) => members.includes(by)),
  }
}

async function noticesAbout(
  { outbox }: Pick<Ports, 'outbox'>,
  region: string,
  specialist: string | undefined,
): Promise<PersonData['notices']> {
  const isAbout = ({ booking, to }: Notice): boolean =>
    booking.specialist === specialist || to.some((one) => one.kind === 'specialist' && one.specialist === specialist)
  if (specialist === undefined) return []
  const messages = [...(await outbox.waiting(region)), ...(await outbox.news(region))]
  return messages.flatMap(({ at, notices }) => notices.filter(isAbout).map((notice) => ({ at, notice })))
}

type Kept = Pick<PersonData, 'specialist' | 'bookings' | 'refusals' | 'gapMarks'> & {
  readonly members: readonly Member[]
}

/** Absences lie with their person; of what is not kept any more the log cannot tell whom it was about. */
const thingsOf = ({ specialist, bookings, refusals, gapMarks, members }: Kept): LoggedThing[] => [
  ...(specialist === undefined ? [] : [{ kind: 'specialist' as const, id: specialist.id }]),
  ...bookings.map(({ id }) => ({ kind: 'booking' as const, id })),
  ...refusals.map((refusal) => ({ kind: 'refusal' as const, id: refusalKey(refusal) })),
  ...gapMarks.map(({ id }) => ({ kind: 'gap-mark' as const, id })),
  ...members.map(({ id }) => ({ kind: 'member' as const, id })),
]

async function changesOf({ audit }: Pick<Ports, 'audit'>, region: string, kept: Kept): Promise<PersonData['changes']> {
  const things = thingsOf(kept)
  const names = await audit.namesOf(region, things)
  const named = new Map(things.flatMap((thing, index) => [[names[index] ?? '', thing]]))
  const actors = new Set(kept.members.map(({ id }) => id))
  const slots = await audit.slots(region)
  return slots
    .flatMap(({ entry }) => (entry === undefined ? [] : changeFor(entry, { named, actors })))
    .toSorted((a, b) => a.number - b.number)
}

interface Concerned {
  readonly named: ReadonlyMap<string, LoggedThing>
  readonly actors: ReadonlySet<string>
}

/** An entry as far as it concerns somebody; an erasure writes everything anew, and concerns nobody who is still there. */
function changeFor(entry: AuditEntry, { named, actors }: Concerned): PersonData['changes'] {
  const { number, at, action, actor } = entry
  const isEverything = entry.items.some(({ item }) => item === '*') && action !== 'erase-person'
  const things = entry.items.flatMap(({ item }) => named.get(item.slice(item.indexOf('/') + 1)) ?? [])
  if (!isEverything && things.length === 0 && !actors.has(actor)) return []
  return [{ number, at, action, actor, ...(!isEverything && { things }) }]
}
