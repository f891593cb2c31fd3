import { type Action, policy, type Scope } from '@vertretbar/domain/access-policy'
import type { Viewer } from './region.ts'

/** What a request is about: a person, and the places that have to do with it. */
export interface About {
  readonly person?: string
  readonly places: readonly { readonly authority: string; readonly area?: string }[]
}

/** The policy read as it is written, for somebody with one role at `own`, in its payroll if that is an area's. */
export function mayDo(viewer: Viewer, action: Action, about: About | undefined): boolean {
  const row: Readonly<Partial<Record<Viewer, Scope>>> = policy[action]
  const scope = row[viewer]
  const authorities = (about?.places ?? []).map(({ authority }) => authority)
  if (scope === undefined) return false
  switch (scope) {
    case 'region':
      return true
    case 'own':
      return about?.person === 'own.viewer'
    case 'authority':
      return authorities.includes('own')
    case 'area':
      return (about?.places ?? []).some(({ authority, area }) => authority === 'own' && area === 'payroll')
    case 'partner':
      return authorities.includes('own') || authorities.includes('partner')
  }
}

/** Whether a role has a right to anything at all. */
export const hasAtAll = (viewer: Viewer, action: Action): boolean => viewer in policy[action]
