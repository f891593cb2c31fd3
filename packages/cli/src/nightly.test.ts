import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { RegionNight } from '@vertretbar/usecases/alert-ports'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { filledFolders, processes, vertretbar } from './test-process.ts'

const Night = z.object({ nights: z.array(RegionNight) })

const filled = filledFolders()
let folder: ReturnType<typeof filled>
beforeEach(() => {
  folder = filled()
})
afterEach(() => folder[Symbol.dispose]())

const call = (line: string, day = '2026-11-23') => vertretbar([...line.split(' '), ...folder.data, '--today', day])

describe('nightly', processes, () => {
  it('tells of gaps, sends the digests and writes the cover plans, once for each day', async () => {
    await call('member add --address personal@example.de --role hr-manager@cremlingen --digest-time 00:00')
    const first = await call('nightly --json')
    expect(first.status).toBe(0)
    expect(JSON.parse(first.stdout)).toMatchObject({
      date: '2026-11-23',
      isComplete: true,
      nights: [{ region: 'wolfenbuettel', summary: { missed: 0, digests: 1, coverPlans: 8 } }],
      mails: { sent: 1, waiting: 0, givenUp: 0 },
    })
    expect(readdirSync(join(folder.path, 'cover-plans', 'wolfenbuettel'))).toHaveLength(8)
    expect(readdirSync(join(folder.path, 'mailbox'))).toHaveLength(1)
    const again = await call('nightly')
    expect(again.stdout).toMatch(/^Nachtlauf für Mo\., 23\. Nov\. 2026\n/)
    expect(again.stdout).toContain('0 E-Mails sind hinausgegangen.')
    expect(again.stdout).toContain('war schon abgeschlossen')
    expect(readdirSync(join(folder.path, 'mailbox'))).toHaveLength(1)
  })

  it('says who has nobody to be told', async () => {
    const { stdout } = await call('nightly --json')
    const { nights } = Night.parse(JSON.parse(stdout))
    expect(nights.map(({ summary }) => summary?.digests)).toEqual([0])
    expect(nights[0]?.summary?.untold).toBeGreaterThan(10)
  })

  it('refuses a mail server that is named by half', async () => {
    const { status, stderr } = await vertretbar(['nightly', ...folder.data], {
      VERTRETBAR_MAIL_FROM: 'vertretbar@example.de',
    })
    expect([status, stderr]).toEqual([1, expect.stringContaining('VERTRETBAR_SMTP_URL')])
  })
})
