import * as z from 'zod'
import { isLive } from './booking.ts'
import { BrokenCover, brokenCover } from './broken-cover.ts'
import { canonicalText } from './canonical-text.ts'
import { type Collection, canonical, collections, fileCollections, membersOf, refusalKey } from './change.ts'
import type { GapMark } from './gap-mark.ts'
import type { LocalDate } from './half-day.ts'
import { placedProblem } from './import-place.ts'
import type { Problem, Referent } from './problem.ts'
import type { Region } from './region.ts'
import { regionProblems } from './region-rules.ts'
import type { CoverRefusal } from './requirement.ts'
import { accept, type Result, refuse } from './result.ts'

/** `upsert` adds and changes by id; `replace` also removes what the file does not name. */
export const ImportMode = z.enum(['upsert', 'replace'])
export type ImportMode = z.infer<typeof ImportMode>

/** How many members of a list an import touches, and how many it leaves as they are. */
export const ImportCounts = z
  .strictObject({
    added: z.int().min(0),
    changed: z.int().min(0),
    removed: z.int().min(0),
    unchanged: z.int().min(0),
  })
  .readonly()
  .meta({ id: 'ImportCounts' })
export type ImportCounts = z.infer<typeof ImportCounts>

/** What an import would change, and the live cover it would break. */
export const ImportPreview = z
  .strictObject({
    head: z.enum(['added', 'changed', 'unchanged']),
    lists: z.record(z.enum([...fileCollections, 'refusals']), ImportCounts).readonly(),
    broken: z.array(BrokenCover).readonly(),
  })
  .readonly()
  .meta({ id: 'ImportPreview' })
export type ImportPreview = z.infer<typeof ImportPreview>

/** The region as an import would leave it, in canonical order, and how it gets there. */
export interface ImportPlan {
  readonly next: Region
  readonly preview: ImportPreview
}

/**
 * What a file makes of the region that is stored, or every reason why it must not: the two together keep the rules of a
 * region file, and what live bookings refer to stays. A file may refer to what only the store has.
 */
export function planImport(
  current: Region | undefined,
  incoming: Region,
  { mode, today }: { readonly mode: ImportMode; readonly today: LocalDate },
): Result<ImportPlan, readonly Problem[]> {
  const merged =
    current === undefined || mode === 'replace' ? withAccessOf(current, incoming) : withKept(current, incoming)
  const problems = [
    ...mergeProblems(merged, incoming),
    ...(current === undefined ? [] : droppedReferents(current, merged)),
  ]
  if (problems.length > 0) return refuse(problems)
  const next = canonical(merged)
  const changeOf = (name: Collection): ImportCounts => counts(keyed(current, name), keyed(next, name))
  return accept({
    next,
    preview: {
      head: current === undefined ? 'added' : headText(current) === headText(next) ? 'unchanged' : 'changed',
      lists: {
        serviceAreas: changeOf('serviceAreas'),
        products: changeOf('products'),
        authorities: changeOf('authorities'),
        agreements: changeOf('agreements'),
        specialists: changeOf('specialists'),
        requirements: changeOf('requirements'),
        absences: changeOf('absences'),
        bookings: changeOf('bookings'),
        gapMarks: changeOf('gapMarks'),
        refusals: counts(keyedRefusals(current), keyedRefusals(next)),
      },
      broken: current === undefined ? [] : brokenCover(current, next, today),
    },
  })
}

/** What is wrong with a file once it is put into a region by its ids, with its places in the file. */
export const upsertProblems = (current: Region, incoming: Region): Problem[] =>
  mergeProblems(withKept(current, incoming), incoming)

const mergeProblems = (merged: Region, incoming: Region): Problem[] =>
  regionProblems(merged).map((problem) => placedProblem(problem, { incoming, merged }))

/** All that a region is beside its lists. */
const headText = ({ $schema, asOf, region }: Region): string => canonicalText({ $schema, asOf, region })

/**
 * The members of the file in its own order, so that a position in them is a place in the file, and after them those of
 * the store that the file does not name. An id that stands twice in the file stays twice, to be found.
 * A file that says neither its day nor its schema leaves those of the store.
 */
function withKept(stored: Region, incoming: Region): Region {
  const current = withoutGoneNeeds(stored, incoming)
  const named = new Set(incoming.refusals.map(refusalKey))
  const upserted = (name: Collection): readonly { readonly id: string }[] => {
    const ids = new Set(membersOf(incoming, name).map(({ id }) => id))
    return [...membersOf(incoming, name), ...membersOf(current, name).filter(({ id }) => !ids.has(id))]
  }
  const { $schema, asOf } = current
  return {
    ...($schema === undefined ? {} : { $schema }),
    ...(asOf === undefined ? {} : { asOf }),
    ...incoming,
    ...Object.fromEntries(collections.map((name) => [name, upserted(name)])),
    refusals: [...incoming.refusals, ...current.refusals.filter((refusal) => !named.has(refusalKey(refusal)))],
  }
}

/** What was said of the gaps of a need goes with the need, as it does where one requirement alone is put. */
function withoutGoneNeeds(current: Region, { requirements }: Region): Region {
  const needs = new Map(requirements.map((one) => [one.id, one.needs.length]))
  const isLeft = ({ requirement, need }: CoverRefusal | GapMark): boolean =>
    need < (needs.get(requirement) ?? Number.POSITIVE_INFINITY)
  const { refusals, gapMarks } = current
  return { ...current, refusals: refusals.filter(isLeft), ...(gapMarks && { gapMarks: gapMarks.filter(isLeft) }) }
}

/** No file says who has access, so none takes it away. */
const withAccessOf = (current: Region | undefined, incoming: Region): Region => ({
  ...incoming,
  ...(current?.members && { members: current.members }),
  ...(current?.feeds && { feeds: current.feeds }),
})

/** A booking that the file states is held to its references like any other; one that it drops still protects them. */
function droppedReferents(current: Region, merged: Region): Problem[] {
  const stated = new Set(merged.bookings.map(({ id }) => id))
  const dropped = current.bookings.filter((booking) => isLive(booking) && !stated.has(booking.id))
  const found = dropped.flatMap(({ id: booking, specialist, authority, area, agreement }) =>
    [
      missing(merged, 'specialists', { to: 'specialist', id: specialist, booking }),
      missing(merged, 'authorities', { to: 'authority', id: authority, booking }),
      missing(merged, 'serviceAreas', { to: 'area', id: area, booking }),
      ...(agreement === undefined ? [] : [missing(merged, 'agreements', { to: 'agreement', id: agreement, booking })]),
    ].flat(),
  )
  return [...Map.groupBy(found, ({ pointer, id }) => `${pointer} ${id}`).values()].flatMap((alike) => alike.slice(0, 1))
}

const missing = (
  merged: Region,
  list: Collection,
  referent: { readonly to: Referent; readonly id: string; readonly booking: string },
) =>
  membersOf(merged, list).some(({ id }) => id === referent.id)
    ? []
    : [{ pointer: `/${list}`, code: 'needed-by-booking' as const, ...referent }]

const keyed = (region: Region | undefined, name: Collection): ReadonlyMap<string, string> =>
  new Map((region === undefined ? [] : membersOf(region, name)).map((member) => [member.id, canonicalText(member)]))

const keyedRefusals = (region: Region | undefined): ReadonlyMap<string, string> =>
  new Map(region?.refusals.map((refusal) => [refusalKey(refusal), canonicalText(refusal)]))

function counts(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ImportCounts {
  const keys = [...after.keys()]
  return {
    added: keys.filter((key) => !before.has(key)).length,
    changed: keys.filter((key) => before.has(key) && before.get(key) !== after.get(key)).length,
    removed: [...before.keys()].filter((key) => !after.has(key)).length,
    unchanged: keys.filter((key) => before.get(key) === after.get(key)).length,
  }
}
