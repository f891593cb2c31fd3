import type { Access } from '@vertretbar/domain/access'
import type { Snapshot } from './ports.ts'

/** Who is told something: the region as it stands, what they may see of it, and when they ask (ms since 1970). */
export interface Viewer {
  readonly snapshot: Snapshot
  readonly access: Access
  readonly now: number
}
