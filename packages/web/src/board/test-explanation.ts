import type { AssignmentReasons, Help, LevelChanges } from '@vertretbar/domain/explanation'

/** For tests only: the six levels, unchanged but for what is said. */
export const changes = (of: Partial<LevelChanges> = {}): LevelChanges => ({
  criticalShortage: 0,
  normalShortage: 0,
  handOvers: 0,
  halfDays: 0,
  effort: 0,
  fairness: 0,
  ...of,
})

/** For tests only: why a person covers the city's payroll on two half-days. */
export const reasonsWith = (fields: Partial<AssignmentReasons> = {}): AssignmentReasons => ({
  assignment: {
    specialist: 'p',
    authority: 'city',
    area: 'payroll',
    halfDays: ['2026-12-17/am', '2026-12-17/pm'],
  },
  passed: [],
  shortNotice: [],
  part: changes(),
  ...fields,
})

/** For tests only: an access that covers the city's payroll on one half-day. */
export const helpWith = (fields: Partial<Help> = {}): Help => ({
  measure: { kind: 'access', specialist: 'p', authority: 'city', product: 'a' },
  removed: { criticalShortage: 1, normalShortage: 0 },
  proven: true,
  covered: [{ requirement: 'r', need: 0, halfDay: '2026-12-17/am', people: 1 }],
  opened: [],
  ...fields,
})
