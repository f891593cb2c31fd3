import type { LocalDate } from '@vertretbar/domain/half-day'
import { beginNight, type NightPorts, nightOf } from './night.ts'

/**
 * Runs a night of all regions here, one after the other, each as a worker of a queue would; throws what failed once all
 * else is done. `onRegion` is told of each region that is begun.
 */
export const runNight = (
  ports: NightPorts,
  date: LocalDate,
  onRegion: (region: string) => void = () => undefined,
): Promise<void> =>
  beginNight(
    {
      ...ports,
      enqueueNight: async (night) => {
        onRegion(night.region)
        await nightOf(ports, night)
      },
    },
    date,
  )
