import type { Alert } from './alert.ts'
import { alertsDue, type Due } from './alerts-due.ts'
import { timeInGermany } from './calendar.ts'
import { instantOf } from './instant.ts'
import type { Look } from './look.ts'
import type { Member } from './member.ts'
import type { OutboxMessage } from './message.ts'
import type { Sighting } from './recorded-gaps.ts'
import { daysIn, lookOn, remembered } from './test-gaps.ts'
import { member } from './test-member.ts'
import type { ToldOnce } from './watch.ts'

/** The HR managers of parish and city, and a coordinator. */
export const staff: readonly Member[] = [
  member('hr', { roles: [{ role: 'hr-manager', authority: 'parish' }] }),
  member('lender', { roles: [{ role: 'hr-manager', authority: 'city' }] }),
  member('chair', { roles: [{ role: 'coordinator' }] }),
]

/** What of the region is otherwise, and how far is looked ahead. */
export type Fields = NonNullable<Parameters<typeof lookOn>[2]>

/** A look at the short office in which these people are told. */
export const lookOf = (day: number, short: string, fields: Fields = {}): Look =>
  lookOn(day, short, { members: staff, ...fields })

/** What is remembered between nights. */
export interface Remembered {
  readonly sighting: Sighting | undefined
  readonly toldOnce: readonly ToldOnce[]
}

/** One night at half past three: the look is recorded, and what is due is told. */
export function night(look: Look, before?: Remembered, news: readonly OutboxMessage[] = []): Due & Remembered {
  const sighting = remembered([look], before?.sighting)
  const at = instantOf(timeInGermany(look.today, '03:30'))
  const due = alertsDue(look, { records: sighting.records, toldOnce: before?.toldOnce ?? [], news, at })
  return { ...due, sighting: { ...sighting, records: due.records } }
}

/** A night, or a look in between at which nobody is told anything. */
export type Step = Look | { readonly byDay: Look }

/** What is told in nights one after the other, to each member as in `hr: new 28 (40)`. */
export function nights(steps: readonly Step[]): string[][] {
  let before: Remembered = { sighting: undefined, toldOnce: [] }
  return steps.flatMap((step) => {
    if ('byDay' in step) {
      before = { ...before, sighting: remembered([step.byDay], before.sighting) }
      return []
    }
    const done = night(step, before)
    before = done
    return [toldIn(done)]
  })
}

/** What the mails of a night tell to whom. */
export const toldIn = ({ mails }: Due): string[] =>
  mails.map(({ to, alerts }) => `${to}: ${alerts.map(nameOf).join(', ')}`)

function nameOf(alert: Alert): string {
  if (!('gap' in alert)) return 'notice' in alert ? alert.notice : alert.kind
  const stage = 'stage' in alert && alert.stage !== undefined ? ` ${alert.stage}` : ''
  return `${alert.kind.slice('gap-'.length)}${stage} (${daysIn(alert.halfDays)})`
}
