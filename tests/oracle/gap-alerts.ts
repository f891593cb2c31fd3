import type { Alert } from '@vertretbar/domain/alert'
import type { KnownGap } from './gap-identity.ts'
import type { Short } from './gaps.ts'
import { recipients } from './recipients.ts'
import {
  daysBefore,
  fieldsOf,
  type GapTelling,
  isAhead,
  isOpen,
  missing,
  none,
  officeOf,
  reachedAt,
  said,
  stages,
  type Tellings,
  type ToldOf,
  type Tonight,
} from './told-gaps.ts'

/** What a night tells of gaps (spec § 9), and what is told of them from then on. */
export function tellGaps(
  tonight: Tonight,
  gaps: readonly KnownGap[],
  before: Tellings,
): { readonly tellings: readonly GapTelling[]; readonly after: Tellings } {
  const after = new Map(before)
  const tellings = gaps.flatMap((gap) => {
    const told = before.get(gap.id)
    const done = gap.end === undefined ? tellOpen(tonight, gap, told) : tellFilled(tonight, gap, told)
    if (done.after === undefined) after.delete(gap.id)
    else after.set(gap.id, done.after)
    return done.tellings
  })
  return { tellings, after }
}

interface Done {
  readonly tellings: readonly GapTelling[]
  readonly after: ToldOf | undefined
}

const isAnybody = ({ region, sight }: Tonight, gap: KnownGap): boolean =>
  recipients(region, officeOf(region, gap), sight.today).length > 0

function tellFilled(tonight: Tonight, gap: KnownGap, told: ToldOf | undefined): Done {
  const ahead = gap.short.filter(isAhead(tonight.sight.today))
  const isKnown = tonight.region.requirements.some(({ id }) => id === gap.requirement)
  if (told === undefined || gap.end !== 'filled' || ahead.length === 0 || !isKnown)
    return { tellings: [], after: undefined }
  const alert: Alert = { kind: 'gap-filled', ...fieldsOf(tonight, gap, ahead) }
  return {
    tellings: sentTo(alert, told.stage <= 3 ? ['hr', 'coordinator'] : ['hr']),
    after: isAnybody(tonight, gap) ? undefined : told,
  }
}

const sentTo = (alert: Alert, to: readonly GapTelling['to'][]): GapTelling[] =>
  'gap' in alert ? to.map((one) => ({ gap: alert.gap, alert, to: one, authority: alert.authority })) : []

/** Whether more people are missing at a half-day than any of the lists says. */
const exceeds =
  (...lists: readonly (readonly Short[])[]) =>
  ({ halfDay, shortage }: Short): boolean =>
    lists.every((list) => shortage > missing(list, halfDay))

function tellOpen(tonight: Tonight, gap: KnownGap, told: ToldOf | undefined): Done {
  const seen = gap.short.filter((one) => isAhead(tonight.sight.today)(one) && one.halfDay <= tonight.sight.last)
  const accepted = said(tonight.region, gap, 'accepted-risk')
  const acknowledged = said(tonight.region, gap, 'acknowledged')
  const rest = seen.filter(({ halfDay, shortage }) => shortage > missing(accepted, halfDay))
  if (rest.length === 0) return { tellings: [], after: told }
  const isMuted =
    seen.some((one) => !exceeds(acknowledged)(one)) && rest.every((one) => !exceeds(acknowledged, gap.brought)(one))
  const isNew =
    told === undefined && (rest.some(exceeds(acknowledged, gap.brought)) || seen.every(exceeds(accepted, acknowledged)))
  const isWorse = told !== undefined && rest.some(exceeds(acknowledged, gap.brought, told.worst))
  const reached =
    isMuted || !isOpen(tonight.region, gap, rest) ? none : reachedAt(daysBefore(tonight, gap.requirement, rest))
  const isDue = reached < (told?.stage ?? none)
  return toldOf(tonight, gap, { rest, told, isMuted, isNew, isWorse, stage: isDue ? reached : undefined })
}

interface Found {
  readonly rest: readonly Short[]
  readonly told: ToldOf | undefined
  readonly isMuted: boolean
  readonly isNew: boolean
  readonly isWorse: boolean
  readonly stage: number | undefined
}

function toldOf(tonight: Tonight, gap: KnownGap, { rest, told, isMuted, isNew, isWorse, stage }: Found): Done {
  const fields = fieldsOf(tonight, gap, rest)
  const known = stages.find((one) => one === stage)
  const due: Alert | undefined = known && { kind: 'gap-due', stage: known, ...fields }
  const withStage = known === undefined ? {} : { stage: known }
  const own: Alert | undefined = isNew
    ? { kind: 'gap-new', ...withStage, ...fields }
    : isWorse
      ? { kind: 'gap-worse', ...withStage, ...fields }
      : due
  const furthest = Math.min(told?.stage ?? none, stage ?? none)
  const isTold = own !== undefined && isAnybody(tonight, gap)
  const after = isTold ? { worst: [...(told?.worst ?? []), ...rest], stage: furthest } : told
  const other: Alert | undefined =
    due !== undefined && due.kind === 'gap-due' && due.stage <= 3
      ? due
      : isWorse && (told?.stage ?? none) <= 3
        ? { kind: 'gap-worse', ...fields }
        : undefined
  const beside: Alert[] =
    fields.severity === 'urgent' && !isMuted && after !== undefined ? [{ kind: 'gap-urgent', ...fields }] : []
  return {
    after,
    tellings: [
      ...(own === undefined ? [] : sentTo(own, ['hr'])),
      ...(other === undefined ? [] : sentTo(other, ['coordinator'])),
      ...beside.flatMap((alert) =>
        sentTo(alert, (after?.stage ?? none) <= 3 ? ['hr-beside', 'coordinator-beside'] : ['hr-beside']),
      ),
    ],
  }
}
