import { nightStore } from '@vertretbar/store/nights'
import type { RegionNight } from '@vertretbar/usecases/alert-ports'
import { describe, expect, it } from 'vitest'
import { engineOfThisFile, freshDatabase } from './engine.ts'

engineOfThisFile()

const night = (date: string, region: string, fields: Partial<RegionNight> = {}): RegionNight => ({
  date,
  region,
  beganAt: `${date}T02:30:00.000Z`,
  ...fields,
})

describe('the run of a night', () => {
  it('is told region by region, each as it was put last, and of that date alone', async () => {
    const nights = nightStore(await freshDatabase())
    const summary = { gaps: 3, missed: 1, digests: 2, untold: 0, coverPlans: 8 }
    const ended = night('2026-11-23', 'salzgitter', { endedAt: '2026-11-23T02:31:00.000Z', summary })
    await nights.put(night('2026-11-23', 'salzgitter'))
    await nights.put(night('2026-11-23', 'goslar'))
    await nights.put(night('2026-11-24', 'goslar'))
    await nights.put(ended)
    expect(await nights.read('2026-11-23')).toEqual([night('2026-11-23', 'goslar'), ended])
    expect(await nights.read('2026-11-22')).toEqual([])
  })

  it('is kept for a year', async () => {
    const nights = nightStore(await freshDatabase())
    for (const date of ['2025-11-21', '2025-11-22', '2025-11-23', '2026-11-23']) await nights.put(night(date, 'goslar'))
    await nights.sweep('2026-11-23')
    const kept = await Promise.all(['2025-11-21', '2025-11-22', '2025-11-23', '2026-11-23'].map(nights.read))
    expect(kept.map((one) => one.length)).toEqual([0, 1, 1, 1])
  })
})
