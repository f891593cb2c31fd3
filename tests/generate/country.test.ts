import { readFileSync } from 'node:fs'
import { readRegion } from '@vertretbar/domain/read-region'
import type { Region } from '@vertretbar/domain/region'
import { partsOf } from '@vertretbar/planner/parts'
import { describe, expect, it } from 'vitest'
import { questionOf } from '../planner/question.ts'
import { country, dense, pooled, sparse } from './country.ts'
import type { Generated } from './region.ts'

const bytes = (region: Region): Uint8Array => new TextEncoder().encode(JSON.stringify(region))

function reference(): Generated {
  const read = readRegion(readFileSync(new URL('../../packages/domain/regions/wolfenbuettel.json', import.meta.url)))
  if (!read.ok) throw new Error('the reference region cannot be read')
  return { region: read.value, today: '2026-11-23', from: '2026-11-23', to: '2027-02-14' }
}

/** What a region has per authority, or per person. */
const shape = ({ region }: Generated) => ({
  people: region.specialists.length / region.authorities.length,
  requirements: region.requirements.length / region.authorities.length,
  absences: region.absences.length / region.specialists.length,
})

const parts = (generated: Generated): number[] =>
  partsOf(questionOf(generated).problem).map(({ numbers }) => numbers.length)

describe('a country', () => {
  it.each([
    ['like districts', pooled],
    ['sparse', sparse],
    ['dense', dense],
  ])('%s, holds together, and is the same for the same seed', (_, knobs) => {
    const { region } = country(7, knobs)
    expect(readRegion(bytes(region))).toMatchObject({ ok: true })
    expect(country(7, knobs).region).toEqual(region)
    expect(country(8, knobs).region).not.toEqual(region)
  })

  it('has per authority about what the reference region has', () => {
    const [usual, drawn] = [shape(reference()), shape(country(1, { ...pooled, authorities: 800 }))]
    const measures = ['people', 'requirements', 'absences'] as const
    for (const ratio of measures.map((measure) => drawn[measure] / usual[measure])) {
      expect(ratio).toBeGreaterThan(0.7)
      expect(ratio).toBeLessThan(1.3)
    }
  })

  it('has as many authorities as asked for, within seconds', () => {
    const start = performance.now()
    expect(country(1, { authorities: 11_000 }).region.authorities).toHaveLength(11_000)
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  it('falls into smaller parts where there are fewer agreements', () => {
    const [few, many] = [sparse, pooled].map((knobs) => Math.max(...parts(country(1, { ...knobs, authorities: 64 }))))
    expect(few).toBeLessThan((many ?? 0) / 2)
  })

  it('falls into many parts where agreements keep to the district, and into few where they do not', () => {
    const alone = parts(country(1, { ...pooled, authorities: 64 }))
    const together = parts(country(1, { ...dense, authorities: 64, weeks: 5 }))
    expect(alone.length).toBeGreaterThan(100)
    expect(Math.max(...alone)).toBeLessThan(2000)
    expect(Math.max(...together)).toBeGreaterThan(8000)
  })
})
