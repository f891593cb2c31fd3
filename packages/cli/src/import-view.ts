import type { BreakCode, BrokenCover } from '@vertretbar/domain/broken-cover'
import type { ImportCounts, ImportPreview } from '@vertretbar/domain/import'
import { halfDayText } from '@vertretbar/messages/date-text'
import { reasonWords } from '@vertretbar/messages/reason-words'
import type { ImportOutcome } from '@vertretbar/usecases/import-region'
import type { Surroundings } from './command.ts'
import { styled, table } from './table.ts'

/** What an import changes and breaks, and whether it was carried out. */
export async function importView(
  { preview, isApplied, kept }: ImportOutcome,
  file: string,
  surroundings: Surroundings,
): Promise<string> {
  const { texts, page } = surroundings
  const isIdle = changes(preview).every(([, { added, changed, removed }]) => added + changed + removed === 0)
  const parts = [styled(isApplied ? texts.imported(file) : texts.dryRun(file), 'bold', page)]
  if (isIdle) parts.push(texts.nothingChanges)
  else parts.push(await countsTable(preview, surroundings))
  if (preview.broken.length > 0) parts.push(await brokenTable(preview.broken, surroundings))
  if (kept !== undefined) parts.push(texts.keptAt(kept))
  if (!isApplied && !isIdle) parts.push(texts.applyHint)
  return parts.join('\n\n')
}

type ListName = keyof Surroundings['texts']['lists']

const none: ImportCounts = { added: 0, changed: 0, removed: 0, unchanged: 0 }

/** The head of the region is a list of one. */
const changes = ({ head, lists }: ImportPreview): (readonly [ListName, ImportCounts])[] => [
  ['head', { ...none, [head]: 1 }],
  ['serviceAreas', lists.serviceAreas],
  ['products', lists.products],
  ['authorities', lists.authorities],
  ['agreements', lists.agreements],
  ['specialists', lists.specialists],
  ['requirements', lists.requirements],
  ['absences', lists.absences],
  ['bookings', lists.bookings],
  ['refusals', lists.refusals],
  ['gapMarks', lists.gapMarks],
]

function countsTable(preview: ImportPreview, { texts, language, page }: Surroundings): Promise<string> {
  const rows = changes(preview).map(([name, { added, changed, removed, unchanged }]) => [
    texts.lists[name],
    ...[added, changed, removed, unchanged].map((number) => (number === 0 ? '–' : number.toLocaleString(language))),
  ])
  return table([texts.list, texts.added, texts.changed, texts.removed, texts.unchanged], rows, page)
}

/** The live cover that a change breaks, half-day by half-day, with the reasons. */
export async function brokenTable(
  broken: readonly BrokenCover[],
  { texts, language, page }: Pick<Surroundings, 'texts' | 'language' | 'page'>,
): Promise<string> {
  const reason = (code: BreakCode): string => (code === 'removed' ? texts.bookingGone : reasonWords[language][code])
  const rows = broken.flatMap(({ specialist, authority, area, halfDays }) =>
    halfDays.map(({ halfDay, codes }) => [
      specialist,
      `${authority}, ${area}`,
      halfDayText(halfDay, language),
      codes.map(reason).join(', '),
    ]),
  )
  const set = await table([texts.who, texts.where, { kept: texts.when }, texts.whyBroken], rows, page)
  return `${styled(texts.brokenHeading(broken.length), 'bold', page)}\n${set}`
}
