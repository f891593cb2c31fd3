/** What the parts of the API are about, by the first word of their addresses. */
export const tagTexts: Readonly<Record<string, string>> = {
  absences: 'When people are away, never why',
  agreements: 'Under which agreement authorities help each other',
  audit: 'What was done, by whom and when, and the proof that nothing was changed',
  authorities: 'Who takes part',
  availability: 'Who is there when',
  bookings: 'Cover: requested, agreed to, worked and settled',
  candidates: 'Who may cover, and what stands against it',
  'data-protection': 'Which data on people are kept, what for and how long',
  erasures: 'Removing all that is kept of a person',
  exports: 'Files of what is stored',
  gaps: 'Where people are missing',
  imports: 'Bringing in files',
  installation: 'What may be asked without signing in',
  invitations: 'How a login becomes that of a member',
  ledger: 'What was settled',
  me: 'What a member may do, and all that is kept of them',
  members: 'Who has access',
  plans: 'The best cover, its proof and its reasons',
  previews: 'What a change would bring about',
  products: 'Specialist software',
  region: 'The cooperation as a whole',
  requirements: 'How many people have to be there, and when',
  'service-areas': 'Fields of work and their roles',
  specialists: 'The people who do the work',
}

/** What parameters mean, by their names; the same name means the same everywhere. */
export const parameterTexts: Readonly<Record<string, string>> = {
  id: 'Id, as lists and earlier answers name it',
  from: 'First day; today if missing',
  to: 'Last day; the horizon of the region after the first if missing',
  year: 'Calendar year',
  status: 'Only those in this state',
  specialist: 'Only those of this person',
  authority: 'Only those of this authority',
  area: 'Only those of this service area',
}
