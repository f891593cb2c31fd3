import { expect } from 'vitest'
import * as z from 'zod'
import type { Somebody, StagedApi } from './cast.ts'

export const lk = 'lk-wolfenbuettel'
/** What calendars show: the payroll of the district, and one of its people. */
export const payroll = { kind: 'place', authority: lk, area: 'payroll' }
export const own = { kind: 'person', specialist: 'lk-p1' }

const Own = z.strictObject({ id: z.string(), shows: z.unknown(), createdAt: z.string(), isReadable: z.boolean() })

/** A calendar as it is told when it is made or has another address. */
export const Told = z.strictObject({ feed: Own, path: z.string() })

/** The token in the address of a calendar. */
export const tokenIn = (path: string): string => path.slice('/feeds/'.length, -'.ics'.length)

/** Calendars as members make them and as programs read them. */
export function calendarsOf(stage: () => StagedApi) {
  const feedsOf = async (who: Somebody) =>
    z.object({ feeds: z.array(Own) }).parse(await (await stage().as(who).get('/v1/feeds')).json()).feeds
  return {
    feedsOf,
    made: async (who: Somebody, shows: object) => {
      const answer = await stage().as(who).post('/v1/feeds', { shows })
      expect(answer.status).toBe(201)
      return Told.parse(await answer.json())
    },
    /** Reads an address as a calendar does: without signing in. */
    read: (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
      Promise.resolve(stage().api.app.request(path, { method, headers })),
    /** Nobody has a calendar any more. */
    forget: async () => {
      for (const who of ['hr-lk', 'head-lk', 'lk-p1', 'hr-sickte'] as const)
        for (const { id } of await feedsOf(who)) await stage().as(who).delete(`/v1/feeds/${id}`)
    },
  }
}
