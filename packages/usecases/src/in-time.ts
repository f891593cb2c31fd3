import { setTimeout as wait } from 'node:timers/promises'

/** Whoever sends a command is answered within three seconds: so long is waited, the rest is left for the answer. */
const longestMilliseconds = 2500

interface Waited {
  readonly waitedMilliseconds?: number
}

/**
 * What comes of some work in time; undefined where that takes too long, and then nobody is told how it ends. Whoever has
 * waited for something else already waits the less.
 */
export async function inTime<Outcome>(
  work: Promise<Outcome>,
  { waitedMilliseconds = 0 }: Waited = {},
): Promise<Outcome | undefined> {
  const end = new AbortController()
  try {
    const left = longestMilliseconds - waitedMilliseconds
    return await Promise.race([work, wait(left, undefined, { ref: false, signal: end.signal })])
  } finally {
    end.abort()
  }
}
