import type { Alert } from '@vertretbar/domain/alert'
import type { AlertEntry, Telling } from './alert-telling.ts'
import { coverEntry } from './cover-entry.ts'
import { endEntry } from './end-entry.ts'
import { gapEntry } from './gap-entry.ts'

/** What a mail says of an alert: place, dates and what is missing; nobody's name, and nothing that they may not know. */
export function entryOf(alert: Alert, telling: Telling): AlertEntry {
  switch (alert.kind) {
    case 'gap-new':
    case 'gap-worse':
    case 'gap-due':
    case 'gap-filled':
    case 'gap-urgent':
      return gapEntry(alert, telling)
    case 'cover':
    case 'answer-wanted':
    case 'statement-wanted':
    case 'access-missing':
      return coverEntry(alert, telling)
    case 'agreement-ends':
    case 'authorisation-ends':
    case 'software-changes':
      return endEntry(alert, telling)
  }
}
