import type { Access } from './access.ts'
import type { Action } from './access-policy.ts'
import { personOf } from './access-subject.ts'
import { canonicalText } from './canonical-text.ts'
import { fileCollections, membersOf, refusalKey } from './change.ts'
import { MasterData } from './command/master-data.ts'
import type { Command } from './command.ts'
import { mayGive } from './command-access.ts'
import { fileFor } from './own-file.ts'
import type { Problem } from './problem.ts'
import type { Region } from './region.ts'
import type { RegionIndex } from './region-index.ts'
import type { Absence } from './specialist.ts'

/** The lists of a region file. */
export const fileLists = [...fileCollections, 'refusals'] as const
type FileList = (typeof fileLists)[number]

/** What a file itself says, and the lists that are to lose what it does not name. */
export interface SaidByFile {
  readonly said: Region
  readonly replaces: readonly FileList[]
}

/** A place at which a file would do what its bearer may not. */
export interface ForbiddenPlace {
  readonly pointer: string
  readonly code: 'forbidden'
}

interface Bearer {
  readonly index: RegionIndex
  readonly access: Access
}

/**
 * Every place of a file that its bearer must not bring in. Asked before the file meets the store, whose answers would
 * tell of others: each thing takes the right of the command that changes it alone, unless it stands as it may be taken
 * out. Bookings, refusals and marks come about by their own commands, never by a file.
 */
export function barsOf(bearer: Bearer, file: SaidByFile): (ForbiddenPlace | Problem)[] {
  const theirs = fileFor(bearer.index, bearer.access)
  const texts = new Map(
    fileCollections.map((list) => [list, new Map(membersOf(theirs, list).map((one) => [one.id, canonicalText(one)]))]),
  )
  const isOther = (list: (typeof fileCollections)[number], thing: { readonly id: string }): boolean =>
    texts.get(list)?.get(thing.id) !== canonicalText(thing)
  const refusals = new Set(theirs.refusals.map(refusalKey))
  return [
    ...headBars(bearer, file),
    ...commandsOf(file.said).flatMap(({ list, position, thing, command }) =>
      isOther(list, thing) && !mayGive(bearer.index, command, bearer.access).ok
        ? [forbidden(`/${list}/${position}`)]
        : [],
    ),
    ...file.said.absences.flatMap((one, position) =>
      isOther('absences', one) ? absenceBars(bearer, file, { ...one, position }) : [],
    ),
    ...(['bookings', 'gapMarks'] as const).flatMap((list) =>
      membersOf(file.said, list).flatMap((one, position) =>
        isOther(list, one) ? [forbidden(`/${list}/${position}`)] : [],
      ),
    ),
    ...file.said.refusals.flatMap((one, position) =>
      refusals.has(refusalKey(one)) ? [] : [forbidden(`/refusals/${position}`)],
    ),
    ...file.replaces.flatMap((list) =>
      mayReplace(bearer, list) && !losesForbidden(bearer, file, list) ? [] : [forbidden(`/${list}`)],
    ),
  ]
}

const forbidden = (pointer: string): ForbiddenPlace => ({ pointer, code: 'forbidden' })

/** The day and the schema of a region are part of its head. */
function headBars({ index, access }: Bearer, { said, replaces }: SaidByFile): ForbiddenPlace[] {
  const isOther = (field: 'asOf' | '$schema'): boolean =>
    said[field] !== index.region[field] && (said[field] !== undefined || replaces.length > 0)
  const fields = (['$schema', 'asOf'] as const).filter(isOther)
  const isHeadOther = canonicalText(said.region) !== canonicalText(index.region.region)
  return mayGive(index, { kind: 'put-head', head: said.region }, access).ok
    ? []
    : [...fields, ...(isHeadOther ? ['region'] : [])].map((field) => forbidden(`/${field}`))
}

interface PlacedCommand {
  readonly list: MasterData
  readonly position: number
  readonly thing: { readonly id: string }
  readonly command: Command
}

const placed = <Thing extends { readonly id: string }>(
  list: MasterData,
  things: readonly Thing[],
  commandFor: (thing: Thing) => Command,
): PlacedCommand[] => things.map((thing, position) => ({ list, position, thing, command: commandFor(thing) }))

/** Each thing of the master data as the command that puts it. */
function commandsOf(said: Region): PlacedCommand[] {
  const kind = 'put-entry'
  return [
    ...placed('serviceAreas', said.serviceAreas, (member) => ({ kind, in: 'serviceAreas', member })),
    ...placed('products', said.products, (member) => ({ kind, in: 'products', member })),
    ...placed('authorities', said.authorities, (member) => ({ kind, in: 'authorities', member })),
    ...placed('agreements', said.agreements, (member) => ({ kind, in: 'agreements', member })),
    ...placed('specialists', said.specialists, (member) => ({ kind, in: 'specialists', member })),
    ...placed('requirements', said.requirements, (member) => ({ kind, in: 'requirements', member })),
  ]
}

/** Somebody who is not there, and somebody of whom the bearer may not know, are told alike. */
function absenceBars(
  { index, access }: Bearer,
  { said }: SaidByFile,
  { id, specialist, position }: Absence & { readonly position: number },
): (ForbiddenPlace | Problem)[] {
  const stored = index.region.specialists.find((one) => one.id === specialist)
  const brought = said.specialists.find((one) => one.id === specialist)
  const isHidden = stored === undefined ? brought === undefined : !access.may('see-person', personOf(stored))
  if (isHidden)
    return [
      { pointer: `/absences/${position}/specialist`, code: 'unknown-reference', to: 'specialist', id: specialist },
    ]
  const mayChange = [stored, brought].every((one) => one === undefined || access.may('change-absence', personOf(one)))
  return mayChange && mayGive(index, { kind: 'withdraw-absence', absence: id }, access).ok
    ? []
    : [forbidden(`/absences/${position}`)]
}

/** The right over each thing that a list is about, wherever it is. */
const rightsOver: Readonly<Record<FileList, Action>> = {
  serviceAreas: 'change-region',
  products: 'change-region',
  authorities: 'change-region',
  agreements: 'change-region',
  specialists: 'change-specialist',
  requirements: 'change-requirement',
  absences: 'change-absence',
  bookings: 'see-codes',
  refusals: 'see-codes',
  gapMarks: 'see-codes',
}

/** Who has no say over all of a list must not learn, by what they leave out of it, whether there is anything else. */
const mayReplace = ({ index, access }: Bearer, list: FileList): boolean =>
  index.region.authorities.every(({ id: authority }) => access.may(rightsOver[list], { places: [{ authority }] }))

/** Which things a list would lose is told to nobody who may not take one of them away. */
function losesForbidden({ index, access }: Bearer, { said }: SaidByFile, list: FileList): boolean {
  if (list === 'refusals') {
    const named = new Set(said.refusals.map(refusalKey))
    return index.region.refusals.some((one) => !named.has(refusalKey(one)))
  }
  const named = new Set(membersOf(said, list).map(({ id }) => id))
  return membersOf(index.region, list).some(({ id }) => {
    if (named.has(id)) return false
    if (isMasterData(list)) return !mayGive(index, { kind: 'remove-entry', in: list, id }, access).ok
    return list !== 'absences' || !mayGive(index, { kind: 'withdraw-absence', absence: id }, access).ok
  })
}

const isMasterData = (list: FileList): list is MasterData => MasterData.options.some((one) => one === list)
