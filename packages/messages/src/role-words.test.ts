import type { Grant } from '@vertretbar/domain/member'
import { describe, expect, it } from 'vitest'
import { type NamedRoles, rolesText } from './role-words.ts'

const names = {
  authorities: [
    { id: 'elm', name: 'Samtgemeinde Elm' },
    { id: 'asse', name: 'Gemeinde Asse' },
  ],
  areas: [{ id: 'audit', name: { de: 'Rechnungsprüfung', en: 'Audit' } }],
} satisfies Partial<NamedRoles>

const hr = (authority: string): Grant => ({ role: 'hr-manager', authority })

describe('roles in words', () => {
  const coordinator: Grant = { role: 'coordinator' }
  const head: Grant = { role: 'area-head', authority: 'elm', area: 'audit' }
  it.each<readonly [string, readonly Grant[], string, string]>([
    ['one place by name', [hr('elm')], 'Personalverwaltung Samtgemeinde Elm', 'HR management Samtgemeinde Elm'],
    [
      'several places by their number',
      [hr('elm'), hr('asse')],
      'Gemeinsame Personalstelle (2 Behörden)',
      'Joint HR office (2 authorities)',
    ],
    [
      'an area with its authority',
      [head],
      'Leitung Rechnungsprüfung Samtgemeinde Elm',
      'Head of Audit Samtgemeinde Elm',
    ],
    ['the region without a place', [coordinator], 'Koordinierungsstelle', 'Coordinator'],
    [
      'several roles one after the other',
      [coordinator, { role: 'controller', authority: 'asse' }],
      'Koordinierungsstelle, Kämmerei Gemeinde Asse',
      'Coordinator, Controller Gemeinde Asse',
    ],
    [
      'the same role twice as once',
      [hr('elm'), hr('elm')],
      'Personalverwaltung Samtgemeinde Elm',
      'HR management Samtgemeinde Elm',
    ],
    ['a place that is gone by its id', [hr('gone')], 'Personalverwaltung gone', 'HR management gone'],
    ['none as nothing', [], '', ''],
  ])('name %s', (_, roles, german, english) => {
    expect(rolesText({ ...names, roles }, 'de')).toBe(german)
    expect(rolesText({ ...names, roles }, 'en')).toBe(english)
  })

  it('name a specialist by themselves, and by their authority where they are no longer known', () => {
    const roles: readonly Grant[] = [{ role: 'specialist', authority: 'elm' }]
    expect(rolesText({ ...names, roles, specialist: { displayName: 'SE P1' } }, 'de')).toBe('Fachkraft SE P1')
    expect(rolesText({ ...names, roles }, 'en')).toBe('Specialist Samtgemeinde Elm')
  })
})
