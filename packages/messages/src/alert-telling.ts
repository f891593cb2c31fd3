import type { Access } from '@vertretbar/domain/access'
import type { Agreement } from '@vertretbar/domain/agreement'
import type { LocalDate } from '@vertretbar/domain/half-day'
import type { RegionNames } from './region-names.ts'
import type { LinkBase } from './screen-link.ts'

/** Whom something is told, and how what it speaks of is called. */
export interface Telling extends LinkBase {
  readonly names: RegionNames
  readonly agreements: readonly Agreement[]
  /** What of it they may know. */
  readonly access: Access
  readonly today: LocalDate
}

/** One thing in a mail: what it is, with marks; a few lines on it; and where to see more. */
export interface AlertEntry {
  readonly title: string
  readonly marks: readonly Mark[]
  readonly lines: readonly string[]
  readonly url: string
}

/** A word or two beside a title; its tone only repeats what it says. */
export interface Mark {
  readonly text: string
  readonly tone: 'danger' | 'warning' | 'plain'
}

/** Where something is: the area and the authority. */
export const placeText = (
  { authority, area }: { readonly authority: string; readonly area: string },
  names: RegionNames,
): string => `${names.area(area)}, ${names.authority(authority)}`

/** Whether there is anything to say. */
export const isSaid = (text: string): boolean => text !== ''

/** Parts one after the other; empty ones are left out. */
export const sentence = (parts: readonly string[]): string => parts.filter(isSaid).join(' ')
