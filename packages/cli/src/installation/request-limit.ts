import type { Allowance } from '@vertretbar/api/context'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** More than anybody needs: an open page asks twelve times a minute. */
const requestsPerMinute = 600
const seconds = 60

/** Counts requests, for each of those who ask by themselves. */
export function requestLimit(requests = requestsPerMinute): (who: string) => Promise<Allowance> {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds })
  const allowance = ({ remainingPoints, msBeforeNext }: RateLimiterRes) => ({
    requests,
    seconds,
    left: remainingPoints,
    resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  })
  return async (who) => {
    try {
      return { ...allowance(await limiter.consume(who)), isSpent: false }
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return { ...allowance(refused), isSpent: true }
      throw refused
    }
  }
}
