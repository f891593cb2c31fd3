import * as z from 'zod'

/** As much as a list tells at once, unless less is asked for. */
const mostOnPage = 200

/** Where a list goes on, and how much of it is told at once. */
export const PageQuery = z.strictObject({
  cursor: z
    .string()
    .max(400)
    .regex(/^[A-Za-z0-9_-]+$/, { error: 'cursor' })
    .optional()
    .describe('The `next` of the page before; its content is nobody’s business.'),
  limit: z.coerce
    .number()
    .pipe(z.int().min(1).max(mostOnPage))
    .default(mostOnPage)
    .describe('How many things a page holds at most.'),
})
type PageQuery = z.infer<typeof PageQuery>

/** What a page says of the next one; missing on the last. */
export const Next = z.string().max(400).optional().describe('The `cursor` of the next page.')

/** Some of a list, and where it goes on. */
interface Page<Thing> {
  readonly items: readonly Thing[]
  readonly next?: string
}

/**
 * The page of a list in the order of its ids. The cursor names the last thing that was told, so that who walks on while
 * others write misses nothing that stays, and is told nothing twice.
 */
export function pageOf<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  { cursor, limit }: PageQuery,
): Page<Thing> {
  const last = cursor === undefined ? '' : textOf(cursor)
  const rest = things.filter(({ id }) => id > last)
  const items = rest.slice(0, limit)
  const end = items.at(-1)
  return { items, ...(end !== undefined && rest.length > limit && { next: cursorOf(end.id) }) }
}

/** A cursor that holds a text. */
export const cursorOf = (text: string): string => Buffer.from(text).toString('base64url')

/** The text that a cursor holds. */
export const textOf = (cursor: string): string => Buffer.from(cursor, 'base64url').toString()
