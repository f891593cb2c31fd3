import { describe, expect, it } from 'vitest'
import { severityOf } from './severity.ts'

describe('a gap comes', () => {
  it.each([
    ['critical', 0, 'urgent'],
    ['critical', 2, 'urgent'],
    ['critical', 3, 'soon'],
    ['critical', 10, 'soon'],
    ['critical', 11, 'later'],
    ['normal', 0, 'urgent'],
    ['normal', 1, 'urgent'],
    ['normal', 2, 'soon'],
    ['normal', 10, 'soon'],
    ['normal', 11, 'later'],
  ] as const)('%s in %i working days: %s', (criticality, workingDays, severity) => {
    expect(severityOf(criticality, workingDays)).toBe(severity)
  })
})
