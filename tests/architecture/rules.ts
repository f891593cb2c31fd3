/** Which workspaces each one may import; whoever imports another way, or is not listed, breaks the architecture. */
export const directions: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  planner: ['domain'],
  messages: ['domain'],
  usecases: ['planner', 'messages', 'domain'],
  store: ['usecases', 'domain'],
  api: ['usecases', 'domain'],
  web: ['api', 'messages', 'domain'],
  cli: ['domain', 'planner', 'messages', 'usecases', 'store', 'api', 'functions'],
  functions: ['domain', 'planner', 'messages', 'usecases', 'store', 'api', 'cli'],
  infra: ['functions'],
}

/** Workspaces whose answers depend on their arguments alone. */
export const pure: readonly string[] = ['domain', 'planner']

/** Packages that only one file of a workspace may load, so that the rest never sees their types or their cost. */
export const confined: readonly {
  readonly to: string
  readonly workspace: string
  readonly packages: readonly string[]
}[] = [
  { workspace: 'domain', packages: ['luxon', 'feiertagejs'], to: 'calendar.ts' },
  { workspace: 'planner', packages: ['highs'], to: 'solver.ts' },
  { workspace: 'usecases', packages: ['papaparse'], to: 'csv-text.ts' },
  { workspace: 'messages', packages: ['ical-generator'], to: 'calendar-feed.ts' },
]

/** What a pure workspace may not touch: clock, randomness, environment, log, timers, network. */
export const impureGlobals: ReadonlySet<string> = new Set(
  `process performance crypto console globalThis navigator
  fetch setTimeout setInterval setImmediate queueMicrotask require`.split(/\s+/),
)

/** The same for single members of otherwise harmless globals. */
export const impureMembers: ReadonlySet<string> = new Set([
  'Date.now',
  'Math.random',
  'Temporal.Now',
  'import.meta.env',
])
