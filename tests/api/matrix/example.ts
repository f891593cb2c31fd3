import type { Action } from '@vertretbar/domain/access-policy'
import type { About } from './policy-reading.ts'
import { type Position, people, type Viewer } from './region.ts'

/** A request that is as it has to be, but perhaps not for everybody. */
export interface Asked {
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A right, and what it is asked for. */
export interface Taken {
  readonly right: Action
  readonly on: (position: Position) => About
}

/** An example of a route: what is asked at each position, what it is about, and by which rights it is answered. */
export interface Example {
  /** What tells it from other examples of its route. */
  readonly as?: string
  readonly at: readonly Position[]
  readonly ask: (position: Position) => Asked
  /** The right without which nobody even learns that there is something. */
  readonly seenBy?: Taken
  /** Whose it is, where nobody but them and the coordinator may know of it. */
  readonly of?: Viewer
  /** Whose it is, where nobody else may know of it. */
  readonly alone?: Viewer
  /** All the rights that it takes, beside that of the document to ask at all. */
  readonly takes?: readonly Taken[]
  /** The answer to whoever has the rights. */
  readonly status: number
  /** The answer where nothing is there, to whoever may ask for anything anywhere. */
  readonly unknown?: number
}

/** A route that asks for nothing but that one is somebody. */
export const list = (path: string): Example => ({ at: ['own'], ask: () => ({ path }), status: 200 })

/** A booking concerns the person, where they have their post, and where they cover. */
export const bothSides = (position: Position): About => ({
  ...lentFrom(position),
  places: [...lentFrom(position).places, ...lentTo(position).places],
})

/** Somebody, and where they have their post. */
export const lentFrom = (position: Position): About => {
  const { id, authority, area } = people[position]
  return { person: id, places: [{ authority, area }] }
}

/** Where somebody covers. */
export const lentTo = (position: Position): About => ({
  places: [{ authority: people[position].lentTo, area: 'payroll' }],
})

/** Where somebody has their post, without them. */
export const postOf = (position: Position): About => ({ places: lentFrom(position).places })
