import type { Alert } from '@vertretbar/domain/alert'
import { canonicalText } from '@vertretbar/domain/canonical-text'
import { expect } from 'vitest'
import { campaign } from '../campaign.ts'
import { drawHistory, type HistoryStep } from '../generate/history.ts'
import { dateOf } from '../oracle/dates.ts'
import { namesByOracle, type Seen, watched, watchedByOracle } from './watched.ts'

const steps = 14
const counts = { test: 10, prove: 500 }

campaign('over random weeks each gap has the id that the specification gives it', counts, (seed) => {
  const history = drawHistory(seed, steps)
  const seen = watched(history)
  const names = namesByOracle(seen, watchedByOracle(history))
  // No two gaps share an id, and none ever has another.
  expect(new Set(names.values()).size).toBe(names.size)
})

campaign('over random weeks each member is told what the specification says, and nothing else', counts, (seed) => {
  const history = drawHistory(seed, steps)
  const seen = watched(history)
  const oracle = watchedByOracle(history)
  const names = namesByOracle(seen, oracle)
  seen.forEach(({ mails }, number) => {
    const told = mails.map(({ to, alerts }) => [to, alerts.map((alert) => renamed(alert, names)).toSorted()])
    const due = [...(oracle[number]?.byMember ?? [])].map(([to, alerts]) => [to, alerts.map(canonicalText).toSorted()])
    expect(told, `step ${number}`).toEqual(due)
  })
})

const renamed = (alert: Alert, names: ReadonlyMap<string, string>): string =>
  canonicalText('gap' in alert ? { ...alert, gap: names.get(alert.gap) } : alert)

campaign(
  'over random weeks no alert is told twice, none is about the past, and no gap is forgotten',
  counts,
  (seed) => {
    const history = drawHistory(seed, steps)
    const told = new Set<string>()
    watched(history).forEach((seen, number) => {
      const { today, isNight } = history[number] ?? { today: '', isNight: false }
      for (const { to, alerts } of seen.mails)
        for (const alert of alerts) {
          expect(isPast(alert, today), `step ${number}: ${canonicalText(alert)}`).toBe(false)
          const once = onceOf(alert)
          if (once === undefined) continue
          expect(told.has(`${to} ${once}`), `step ${number}: ${to} is told ${once} again`).toBe(false)
          told.add(`${to} ${once}`)
        }
      if (isNight && seen.untold === 0) expect(unspoken(seen), `step ${number}`).toEqual([])
    })
  },
)

/** What tells an alert that is told once from all others; what may come again has none. */
function onceOf(alert: Alert): string | undefined {
  switch (alert.kind) {
    case 'gap-new':
    case 'gap-filled':
      return `${alert.kind} ${alert.gap}`
    case 'gap-due':
      return `stage ${alert.stage} of ${alert.gap}`
    case 'gap-worse':
      return alert.stage === undefined ? undefined : `stage ${alert.stage} of ${alert.gap}`
    case 'gap-urgent':
    case 'answer-wanted':
      return undefined
    default:
      return canonicalText(alert)
  }
}

const isPast = (alert: Alert, today: string): boolean =>
  'gap' in alert
    ? alert.halfDays.some(({ halfDay }) => dateOf(halfDay) < today)
    : alert.kind === 'answer-wanted' && alert.halfDays.some((halfDay) => dateOf(halfDay) < today)

/** Gaps that nobody was told of although nobody has said anything of their need. */
const unspoken = ({ sighting, spokenOf }: Seen): string[] =>
  sighting.records
    .filter(
      ({ isClosed, told, requirement, need }) =>
        !isClosed && told === undefined && !spokenOf.has(`${requirement} ${need}`),
    )
    .filter(({ halfDays }) => (halfDays[0]?.halfDay ?? '') <= sighting.lookedUntil)
    .map(({ id }) => id)

campaign('over random weeks a night that is decided again tells nothing that is told once', counts, (seed) => {
  const twice = drawHistory(seed, steps).flatMap((step) => (step.isNight ? [step, { ...step, news: [] }] : [step]))
  const again = watched(twice).filter((_, number) => isSameNight(twice[number - 1], twice[number]))
  expect(again.flatMap(({ mails }) => mails.flatMap(({ alerts }) => alerts.filter(isToldOnce)))).toEqual([])
})

const isSameNight = (one: HistoryStep | undefined, other: HistoryStep | undefined): boolean =>
  one?.isNight === true && other?.isNight === true && one.today === other.today && one.region === other.region

/** News are no more there once they are told; an answer is wanted each night, and what is urgent is listed again. */
const isToldOnce = ({ kind }: Alert): boolean => !['cover', 'answer-wanted', 'gap-urgent'].includes(kind)
