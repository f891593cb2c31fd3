import type { RegionStore } from './ports.ts'

/**
 * Regions of which each is woken once it was written. To wake carries nothing and may be lost: it only lets somebody look
 * sooner than they would have by themselves.
 */
export const wakingRegions = (regions: RegionStore, wake: (region: string) => void): RegionStore => ({
  ...regions,
  commit: (decidedOn, write) => wokenBy(decidedOn.region.region.id, wake, regions.commit(decidedOn, write)),
  replace: (next, version, deed) => wokenBy(next.region.id, wake, regions.replace(next, version, deed)),
})

async function wokenBy<Outcome extends { readonly kind: string }>(
  region: string,
  wake: (region: string) => void,
  writing: Promise<Outcome>,
): Promise<Outcome> {
  let mayBeWritten = true
  try {
    const outcome = await writing
    mayBeWritten = outcome.kind === 'written'
    return outcome
  } finally {
    // Where nobody knows whether it was written, to look is no harm.
    if (mayBeWritten) wake(region)
  }
}

/** Somebody who does a work for each region that is woken; disposed of, they finish what they are at. */
export interface Waker extends AsyncDisposable {
  readonly wake: (region: string) => void
}

/**
 * One work at a time for each region; woken meanwhile, it is done once more afterwards, however often it was woken. What
 * goes wrong is told to `report`.
 */
export function waker(work: (region: string) => Promise<unknown>, report: (error: unknown) => void): Waker {
  const under = new Map<string, Promise<void>>()
  const again = new Set<string>()
  const workOn = async (region: string): Promise<void> => {
    do {
      again.delete(region)
      try {
        await work(region)
      } catch (error) {
        report(error)
      }
    } while (again.has(region))
    under.delete(region)
  }
  return {
    wake: (region) => {
      if (under.has(region)) again.add(region)
      // Later, so that whoever wakes need not wait for any of it.
      else
        under.set(
          region,
          Promise.resolve().then(() => workOn(region)),
        )
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(under.values())
    },
  }
}
