import type { Addressed } from './addressed.ts'
import type { Alert } from './alert.ts'
import type { Gap } from './gap.ts'
import type { GapMark } from './gap-mark.ts'
import { type EscalationStage, furtherStage, type GapRecord } from './gap-record.ts'
import { type Standing, standingOf } from './gap-standing.ts'
import { workingDaysBefore } from './gap-told.ts'
import { halfDayOf } from './half-day.ts'
import type { Look } from './look.ts'
import type { Audience } from './message.ts'
import type { Reach } from './recipient.ts'
import { severityOf } from './severity.ts'
import { listedFrom, worstOf } from './shortage-map.ts'

/** What is told of a gap, what is listed of it wherever a mail is sent anyway, and its record once that is told. */
export interface GapNews {
  readonly record: GapRecord
  readonly told: readonly Addressed[]
  readonly urgent: readonly Addressed[]
}

/** From this stage on the coordinators are told as well. */
const coordinatorStage: EscalationStage = 3

/** What there is to tell of each gap on the day of a look; throws unless the records are those of this very look. */
export function gapNews(look: Look, records: readonly GapRecord[], reach: Reach): GapNews[] {
  const found = new Map(look.gaps.map((gap) => [startOf(gap), gap]))
  const marks = Map.groupBy(look.index.region.gapMarks ?? [], needOf)
  const news = records.map((record) => {
    if (record.isClosed) return closedNews(look, record, reach)
    const gap = found.get(startOf(record))
    found.delete(startOf(record))
    // What lies beyond the horizon was not looked at.
    return gap === undefined
      ? nothing(record)
      : openNews(look, { gap, record, marks: marks.get(needOf(gap)) ?? [] }, reach)
  })
  if (found.size > 0) throw new Error(`gaps that are not recorded: ${[...found.keys()].join(', ')}`)
  return news
}

const needOf = ({ requirement, need }: Pick<GapRecord, 'requirement' | 'need'>): string => `${requirement} ${need}`

const startOf = (gap: Pick<GapRecord, 'requirement' | 'need' | 'halfDays'>): string =>
  `${needOf(gap)} ${gap.halfDays[0]?.halfDay}`

const nothing = (record: GapRecord): GapNews => ({ record, told: [], urgent: [] })

/** That a gap is filled is told once, to whom it was told, as long as any of it is still ahead. */
function closedNews(look: Look, record: GapRecord, reach: Reach): GapNews {
  const { told, ...settled } = record
  if (told === undefined) return nothing(record)
  const requirement = look.index.region.requirements.find(({ id }) => id === record.requirement)
  const ahead = record.halfDays.filter(({ halfDay }) => halfDay >= halfDayOf(2 * look.today))
  if (ahead.length === 0 || requirement === undefined) return nothing(settled)
  const to = [hrManagerOf(requirement), ...coordinatorsFrom(told.stage)]
  const alert = { kind: 'gap-filled' as const, ...fieldsOf(look, record, { ...requirement, halfDays: ahead }) }
  return { ...nothing(to.some((audience) => reach(audience).length > 0) ? settled : record), told: [{ alert, to }] }
}

interface Open {
  readonly gap: Gap
  readonly record: GapRecord
  readonly marks: readonly GapMark[]
}

/** Where there is nobody to tell it to, it is told once there is. */
function openNews(look: Look, open: Open, reach: Reach): GapNews {
  const { record, gap } = open
  const standing = standingOf(look, open)
  if (standing === undefined) return nothing(record)
  const fields = fieldsOf(look, record, standing.unborne)
  const alerts = alertsOf(standing, { fields, before: record.told?.stage })
  const hr = hrManagerOf(gap)
  const next = alerts.length > 0 && reach(hr).length > 0 ? { ...record, told: toldNow(record, standing) } : record
  const isListed = fields.severity === 'urgent' && !standing.isAcknowledged && next.told !== undefined
  const urgent = { alert: { kind: 'gap-urgent' as const, ...fields }, to: [hr, ...coordinatorsFrom(next.told?.stage)] }
  return { record: next, told: alerts, urgent: isListed ? [urgent] : [] }
}

function toldNow({ told }: GapRecord, { unborne, stage }: Standing): GapRecord['told'] {
  const furthest = furtherStage(told?.stage, stage)
  const halfDays = listedFrom(worstOf([told?.halfDays ?? [], unborne.halfDays]), '')
  return { halfDays, ...(furthest && { stage: furthest }) }
}

const hrManagerOf = ({ authority }: Pick<Gap, 'authority'>): Audience => ({ kind: 'hr-manager', authority })

const coordinatorsFrom = (stage: EscalationStage | undefined): Audience[] =>
  stage !== undefined && stage <= coordinatorStage ? [{ kind: 'coordinator' }] : []

interface Telling {
  readonly fields: ReturnType<typeof fieldsOf>
  /** The stage that was told before. */
  readonly before: EscalationStage | undefined
}

/** One alert for the HR managers; the coordinators are told of a stage, and then of what gets worse after it. */
function alertsOf({ news, stage, unborne }: Standing, { fields, before }: Telling): Addressed[] {
  const due: Alert[] = stage === undefined ? [] : [{ kind: 'gap-due', stage, ...fields }]
  const known = news === undefined ? [] : [newsAlert(news, { ...(stage && { stage }), ...fields })]
  const [own] = [...known, ...due]
  const forOthers = coordinatorsFrom(stage).length > 0 ? due : news === 'gap-worse' ? known : []
  const others = coordinatorsFrom(furtherStage(before, stage))
  return [
    ...(own === undefined ? [] : [{ alert: own, to: [hrManagerOf(unborne)] }]),
    ...(others.length === 0 ? [] : forOthers.map((alert) => ({ alert, to: others }))),
  ]
}

type Known = Extract<Alert, { readonly kind: 'gap-new' }>

const newsAlert = (kind: 'gap-new' | 'gap-worse', fields: Omit<Known, 'kind'>): Alert =>
  kind === 'gap-new' ? { ...fields, kind } : { ...fields, kind }

const fieldsOf = (
  look: Look,
  { id, requirement, need }: GapRecord,
  { authority, area, criticality, halfDays }: Pick<Gap, 'authority' | 'area' | 'criticality' | 'halfDays'>,
) => ({
  gap: id,
  requirement,
  need,
  authority,
  area,
  halfDays,
  severity: severityOf(criticality, workingDaysBefore(look, { authority, halfDays })),
  blocks: look.index.area(area).blocks,
})
