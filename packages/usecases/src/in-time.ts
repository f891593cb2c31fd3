import { setTimeout as wait } from 'node:timers/promises'

/** Whoever sends a command is answered within three seconds: so long is waited, the rest is left for the answer. */
const longestMilliseconds = 2500

/** What comes of some work in time; undefined where that takes too long, and then nobody is told how it ends. */
export async function inTime<Outcome>(work: Promise<Outcome>): Promise<Outcome | undefined> {
  const end = new AbortController()
  try {
    return await Promise.race([work, wait(longestMilliseconds, undefined, { ref: false, signal: end.signal })])
  } finally {
    end.abort()
  }
}
