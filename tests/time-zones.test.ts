import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

const script = fileURLToPath(new URL('time-zones/every-day.ts', import.meta.url))

const Answer = z.strictObject({
  zone: z.string(),
  offset: z.number(),
  days: z.number(),
  hash: z.string(),
  wrong: z.array(z.string()),
})

/** What a machine in the time zone says about every day from 2026 to 2045. */
async function everyDayIn(zone: string): Promise<z.infer<typeof Answer>> {
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env: { ...process.env, TZ: zone } })
  return Answer.parse(JSON.parse(stdout))
}

const zones = [
  ['UTC', 0],
  ['America/Los_Angeles', 420],
  ['Pacific/Auckland', -720],
] as const
const answers = new Map(zones.map(([zone]) => [zone, everyDayIn(zone)]))

describe('every day from 2026 to 2045 is right on a machine in any time zone', () => {
  it.each(zones)('%s', async (zone, offset) => {
    expect(await answers.get(zone)).toMatchObject({ zone, offset, days: 7305, wrong: [] })
  })

  it('is the same in all of them', async () => {
    const hashes = (await Promise.all(answers.values())).map(({ hash }) => hash)
    expect(new Set(hashes).size).toBe(1)
  })
})
