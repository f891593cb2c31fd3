import { operator } from '@vertretbar/domain/actor'
import { changed } from '@vertretbar/domain/change'
import type { Command } from '@vertretbar/domain/command'
import { decide } from '@vertretbar/domain/decide'
import { dayOf } from '@vertretbar/domain/half-day'
import type { LedgerEntry } from '@vertretbar/domain/ledger'
import type { Region } from '@vertretbar/domain/region'
import { RegionIndex } from '@vertretbar/domain/region-index'
import { randomOf } from '../generate/random.ts'
import { generateRegion } from '../generate/region.ts'
import { Clock } from './against-model/clock.ts'
import { lively } from './against-model/run.ts'
import { drawCommand } from './draw-command.ts'
import { dateAt } from './model/time.ts'

/** A region at one moment of its history. */
export interface Moment {
  readonly region: Region
  readonly index: RegionIndex
  readonly now: number
}

/** How many commands people try to give. */
const length = 60

/** A region as it is drawn, and then after each command that is carried out, one after another as time goes by. */
export function* historyOf(seed: number): Generator<Moment> {
  const random = randomOf(seed)
  const drawn = generateRegion(seed, lively)
  const clock = new Clock(Date.parse(`${drawn.today}T07:00:00Z`))
  let [region, ids] = [drawn.region, 0]
  let ledger: readonly LedgerEntry[] = []
  const newId = (): string => {
    ids += 1
    return `id-${String(ids).padStart(6, '0')}`
  }
  for (let count = 0; count <= length; count += 1) {
    const { now } = clock
    const index = new RegionIndex(region)
    yield { region, index, now }
    clock.moveOn(random, region)
    const command = drawCommand({ region, now: clock.now, random })
    const context = { actor: operator, now: clock.now, today: dayOf(dateAt(clock.now)), newId }
    const decided = decide({ index, ledger: settledBefore(ledger, command) }, command, context)
    if (!decided.ok) continue
    region = changed(region, decided.value.changes)
    ledger = [...ledger, ...decided.value.ledger]
  }
}

/** What a command is told of what was settled of its booking. */
const settledBefore = (ledger: readonly LedgerEntry[], command: Command): readonly LedgerEntry[] =>
  command.kind === 'reconcile-booking' ? ledger.filter(({ booking }) => booking === command.booking) : []
