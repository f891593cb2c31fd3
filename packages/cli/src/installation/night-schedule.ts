import { dateInGermany } from '@vertretbar/domain/calendar'
import { nightOn } from '@vertretbar/domain/night'
import type { NightPorts } from '@vertretbar/usecases/night'
import { runNight } from '@vertretbar/usecases/run-night'
import { Cron } from 'croner'

/**
 * At 03:30 in Germany, which is at a quarter of an hour: the night is begun then, and gone on with until it has ended,
 * whether the machine slept, was not running or the store was away. One that has ended costs one question.
 */
const everyQuarter = '*/15 * * * *'

/** Runs each night, also the one that is due already, as long as it is not disposed of. */
export interface NightSchedule extends AsyncDisposable {
  /** Runs the night of today now, before its time. */
  readonly runNow: () => Promise<void>
}

/** Begins to run the nights of an installation. */
export function nightSchedule(ports: NightPorts, report: (error: unknown) => void): NightSchedule {
  let running: Promise<void> = Promise.resolve()
  const run = (night: string): Promise<void> => {
    // One after the other: two at once would tell nothing twice, but do all the work twice.
    running = running.then(() => runNight(ports, night)).catch(report)
    return running
  }
  const runDue = async (): Promise<void> => {
    const night = nightOn(ports.now())
    if (night !== undefined) await run(night)
  }
  const cron = new Cron(everyQuarter, { timezone: 'Europe/Berlin', protect: true, unref: true }, runDue)
  void cron.trigger()
  return {
    runNow: () => run(dateInGermany(ports.now())),
    [Symbol.asyncDispose]: async () => {
      cron.stop()
      await running
    },
  }
}
