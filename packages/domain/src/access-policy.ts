import type { MemberRole } from './member.ts'

/**
 * How far a right reaches: to what concerns oneself, one's authority, one's area of it, also authorities linked to one's
 * own by an agreement, or everything in the region.
 */
export type Scope = 'own' | 'authority' | 'area' | 'partner' | 'region'

type Rights = Readonly<Partial<Record<MemberRole, Scope>>>

const everybody = {
  specialist: 'region',
  'hr-manager': 'region',
  'area-head': 'region',
  controller: 'region',
  coordinator: 'region',
} as const satisfies Rights

/**
 * Who may do and see what: every command, query and kind of content by name, each with the roles that have it and how
 * far. What a row does not name is not allowed. Whoever works at the machine itself is not asked.
 */
export const policy = {
  // Cover. Its subject is the place that asks, or the post of the person who is to be lent.
  'ask-for-cover': { 'hr-manager': 'authority' },
  'take-back-request': { 'hr-manager': 'authority' },
  'answer-request': { specialist: 'own', 'hr-manager': 'authority', 'area-head': 'area', coordinator: 'region' },
  'answer-for-oneself': { specialist: 'own' },
  'lend-by-hr': { 'hr-manager': 'authority' },
  'lend-by-head': { 'area-head': 'area' },
  'refuse-for-somebody': { specialist: 'own', 'hr-manager': 'authority' },
  'write-down-consent': { 'hr-manager': 'authority', 'area-head': 'area', coordinator: 'region' },
  'state-work': { 'hr-manager': 'authority', 'area-head': 'area' },
  'note-hand-over': { specialist: 'own', 'hr-manager': 'authority', 'area-head': 'area' },
  'end-requests': {},

  // Absences and gaps.
  'change-absence': { specialist: 'own', 'hr-manager': 'authority' },
  'mark-gap': { 'hr-manager': 'authority', 'area-head': 'area' },

  // Master data.
  'change-region': { coordinator: 'region' },
  'change-authority': { 'hr-manager': 'authority', coordinator: 'region' },
  'add-specialist': { 'hr-manager': 'authority', coordinator: 'region' },
  'change-specialist': { 'hr-manager': 'authority' },
  'preview-master-data': { 'hr-manager': 'authority', 'area-head': 'area', coordinator: 'region' },
  'change-requirement': { 'hr-manager': 'authority', 'area-head': 'area', coordinator: 'region' },

  // People with access, and what is kept of them.
  'change-member': { 'hr-manager': 'authority', coordinator: 'region' },
  'erase-person': { 'hr-manager': 'authority' },
  'delete-expired': {},

  // Calendar feeds: what one may show, and whose it is.
  subscribe: { specialist: 'own', 'hr-manager': 'authority', 'area-head': 'area' },
  'keep-feed': {
    specialist: 'own',
    'hr-manager': 'own',
    'area-head': 'own',
    controller: 'own',
    coordinator: 'own',
    operator: 'own',
  },

  // Queries, each a kind of address.
  'read-region': everybody,
  'read-availability': everybody,
  'read-gaps': everybody,
  'read-bookings': everybody,
  'read-absences': { specialist: 'own', 'hr-manager': 'authority' },
  'read-candidates': { 'hr-manager': 'authority', 'area-head': 'area', coordinator: 'region' },
  plan: { 'hr-manager': 'authority', 'area-head': 'area', coordinator: 'region' },
  'read-ledger': { 'hr-manager': 'authority', controller: 'authority', coordinator: 'region' },
  'read-audit': { 'hr-manager': 'authority', coordinator: 'region' },
  'verify-audit': { 'hr-manager': 'region', controller: 'region', coordinator: 'region', operator: 'region' },
  'read-members': { 'hr-manager': 'authority', coordinator: 'region' },
  export: { 'hr-manager': 'authority' },
  import: { 'hr-manager': 'authority', coordinator: 'region' },
  'read-oneself': { ...everybody, operator: 'region' },

  // Content of answers.
  'see-person': { specialist: 'own', 'hr-manager': 'authority', 'area-head': 'area' },
  'see-name': { specialist: 'own', 'hr-manager': 'authority', 'area-head': 'area', coordinator: 'region' },
  'see-limits': { specialist: 'own', 'hr-manager': 'authority' },
  'see-presence': { specialist: 'own', 'hr-manager': 'authority', 'area-head': 'area' },
  'see-gap': { 'hr-manager': 'authority', 'area-head': 'area' },
  'see-need': { specialist: 'partner', 'hr-manager': 'partner', 'area-head': 'partner', coordinator: 'region' },
  'see-booking': { specialist: 'own', 'hr-manager': 'authority', 'area-head': 'area', coordinator: 'region' },
  'see-codes': { 'hr-manager': 'authority' },
  'see-agreement': {
    'hr-manager': 'authority',
    'area-head': 'authority',
    controller: 'authority',
    coordinator: 'region',
  },
  'see-requirement': { 'hr-manager': 'authority', 'area-head': 'authority', coordinator: 'region' },
} as const satisfies Readonly<Record<string, Rights>>

/** Something that somebody may do or see. */
export type Action = keyof typeof policy

/** The roles that have a right, each with how far. */
export const rightsTo = (action: Action): Rights => policy[action]
