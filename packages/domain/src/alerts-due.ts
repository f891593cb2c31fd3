import { delivered } from './addressed.ts'
import type { Alert, Mail } from './alert.ts'
import { accessesMissing, statementsWanted } from './booking-alerts.ts'
import { alertsOf, answersWanted } from './cover-alerts.ts'
import { endings } from './ending-alerts.ts'
import { gapNews } from './gap-alerts.ts'
import { dateOf } from './half-day.ts'
import type { Instant } from './instant.ts'
import type { Look } from './look.ts'
import { digestId } from './mail-id.ts'
import { mailTime } from './mail-time.ts'
import type { OutboxMessage } from './message.ts'
import { reachOn } from './recipient.ts'
import { notToldYet } from './told-once.ts'
import type { Watch } from './watch.ts'

/** What is remembered of a region, its records up to date with the look; and the news that wait for a digest. */
export interface Night extends Pick<Watch, 'records' | 'toldOnce'> {
  readonly news: readonly OutboxMessage[]
  readonly at: Instant
}

/** The digests of a night, at most one for each member, and what is remembered once they are decided. */
export interface Due extends Pick<Watch, 'records' | 'toldOnce'> {
  readonly mails: readonly Mail[]
  /** How many things there was nobody to tell to. */
  readonly untold: number
}

/** What is due to be told on the day of a look, and to whom; told once, it is not due on the nights after. */
export function alertsDue(look: Look, { records, toldOnce, news, at }: Night): Due {
  const { index, today } = look
  const members = index.region.members ?? []
  const date = dateOf(today)
  const reach = reachOn(members, date)
  const gaps = gapNews(look, records, reach)
  const up = [...accessesMissing(index, today), ...statementsWanted(index, today), ...endings(index, today)]
  const once = notToldYet(up, toldOnce, { date, reach })
  const { alerts, untold } = delivered(
    [
      ...answersWanted(index, today, at),
      ...gaps.flatMap(({ told }) => told),
      ...news.flatMap((message) => alertsOf(index, message, today)),
      ...once.due,
    ],
    reach,
  )
  const urgent = delivered(
    gaps.flatMap((one) => one.urgent),
    reach,
  ).alerts
  const mails = members.flatMap((member): Mail[] => {
    const told = alerts.get(member.id)
    if (told === undefined) return []
    const id = digestId(date, member.id)
    const listed = withUrgent(told, urgent.get(member.id) ?? [])
    return [{ id, kind: 'digest', to: member.id, at, notBefore: mailTime(member, date), alerts: listed }]
  })
  return { mails, untold, records: gaps.map(({ record }) => record), toldOnce: once.toldOnce }
}

/** What is still urgent is listed beside, unless something of it is told anyway. */
const withUrgent = (told: readonly Alert[], urgent: readonly Alert[]): Alert[] => {
  const gaps = new Set(told.flatMap((alert) => ('gap' in alert ? [alert.gap] : [])))
  return [...told, ...urgent.filter((alert) => !('gap' in alert && gaps.has(alert.gap)))]
}
