import type { Action } from '@vertretbar/domain/access-policy'
import type { Command } from '@vertretbar/domain/command'
import type { MasterData } from '@vertretbar/domain/command/master-data'
import { Id } from '@vertretbar/domain/identifier'
import type { Viewer } from '@vertretbar/usecases/viewer'
import * as z from 'zod'

/** A list of the master data as addresses of its own. */
export interface Resource<Asked extends AskedThing, View extends ViewedThing> {
  readonly path: string
  readonly list: MasterData
  /** The name of a page of it in the description of the API. */
  readonly page: string
  /** What it lists, in words. */
  readonly title: string
  /** What a caller says of one; the id is made here where they leave it out. */
  readonly asked: z.ZodType<Asked>
  readonly view: z.ZodType<View>
  readonly rights: { readonly read: Action; readonly add: Action; readonly change: Action; readonly remove: Action }
  /** All that somebody may know of, as far as they may, in the order of ids. */
  readonly seen: (viewer: Viewer) => readonly View[]
  readonly put: (asked: Asked, id: string) => Command
}

/** What is said of a thing, at least. */
export interface AskedThing {
  readonly id?: string | undefined
}

/** What is told of a thing, at least. */
export interface ViewedThing {
  readonly id: string
}

/** Which of a list. */
export const EntryPath = z.strictObject({ id: Id })

/** One of a list, if somebody may know of it. */
export const seenIn = <View extends ViewedThing>(
  { seen }: Pick<Resource<AskedThing, View>, 'seen'>,
  viewer: Viewer,
  id: string,
): View | undefined => seen(viewer).find((view) => view.id === id)
