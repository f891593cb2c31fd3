import type { Alert } from '@vertretbar/domain/alert'
import type { Audience, OutboxMessage } from '@vertretbar/domain/message'
import { accesses, answers, happenings, statements, type Telling } from './cover-alerts.ts'
import { endings } from './endings.ts'
import { tellGaps } from './gap-alerts.ts'
import type { KnownGap } from './gap-identity.ts'
import { recipients } from './recipients.ts'
import type { GapTelling, Tellings, Tonight } from './told-gaps.ts'

/** What is remembered of all that was told. */
export interface Memory {
  readonly tellings: Tellings
  /** The names of what is told once. */
  readonly once: ReadonlySet<string>
}

/** What a night tells whom: the alerts of each member, by their id; members who are told nothing are missing. */
export interface Told {
  readonly byMember: ReadonlyMap<string, readonly Alert[]>
  readonly memory: Memory
}

/** One night (spec § 9) on the gaps as they are known; `at` is its moment. */
export function tonightTold(
  tonight: Tonight & { readonly gaps: readonly KnownGap[]; readonly news: readonly OutboxMessage[] },
  memory: Memory,
  at: string,
): Told {
  const { region, sight, gaps, news } = tonight
  const meant = (audience: Audience): string[] => recipients(region, audience, sight.today)
  const done = tellGaps(tonight, gaps, memory.tellings)
  const up = [...statements(region, sight.today), ...accesses(region, sight.today), ...endings(region, sight.today)]
  const due = up.filter(({ once = '' }) => !memory.once.has(once))
  const waiting = answers(region, sight.today, at)
  const others = [...waiting, ...happenings(region, news, sight.today), ...due]
  const reached = due.filter(({ to }) => to.some((audience) => meant(audience).length > 0))
  return {
    byMember: new Map(
      (region.members ?? []).flatMap(({ id }) => {
        const told = toldTo(id, { meant, others, gaps: done.tellings })
        return told.length === 0 ? [] : [[id, told]]
      }),
    ),
    memory: {
      tellings: done.after,
      once: new Set([...memory.once, ...reached.map(({ once = '' }) => once)]),
    },
  }
}

interface Tonights {
  readonly meant: (audience: Audience) => string[]
  readonly others: readonly Telling[]
  readonly gaps: readonly GapTelling[]
}

/** All that one member is told, each thing once; what is merely listed makes no mail. */
function toldTo(member: string, { meant, others, gaps }: Tonights): Alert[] {
  const reaches = ({ to, authority }: GapTelling): boolean =>
    meant(to.startsWith('hr') ? { kind: 'hr-manager', authority } : { kind: 'coordinator' }).includes(member)
  const ofGaps = [...new Set(gaps.map(({ gap }) => gap))].flatMap((gap) => {
    const mine = gaps.filter((one) => one.gap === gap && reaches(one))
    return mine.find(({ to }) => to === 'hr') ?? mine.find(({ to }) => to === 'coordinator') ?? mine.slice(0, 1)
  })
  const told = others.filter(({ to }) => to.some((audience) => meant(audience).includes(member)))
  const alerts = [...told, ...ofGaps].map(({ alert }) => alert)
  const answered = new Set(alerts.flatMap((alert) => (alert.kind === 'answer-wanted' ? [alert.booking] : [])))
  const kept = alerts.filter(
    (alert) => alert.kind !== 'cover' || alert.notice !== 'requested' || !answered.has(alert.booking),
  )
  const each = [...new Map(kept.map((alert) => [JSON.stringify(alert), alert])).values()]
  return each.some(({ kind }) => kind !== 'gap-urgent') ? each : []
}
