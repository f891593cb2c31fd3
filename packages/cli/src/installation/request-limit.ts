import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** More than anybody needs: an open page asks twelve times a minute. */
const requestsPerMinute = 600

/** Counts requests, for each of those who ask by themselves; the seconds to wait where there were too many. */
export function requestLimit(points = requestsPerMinute): (who: string) => Promise<number | undefined> {
  const limiter = new RateLimiterMemory({ points, duration: 60 })
  return async (who) => {
    try {
      await limiter.consume(who)
      return undefined
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      throw refused
    }
  }
}
