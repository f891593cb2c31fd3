import type { TypedProblem } from '../refusal.ts'

/** A name that a filter gives, if there is nothing of that name: a slip must not look like an empty list. */
export const unknownName = (
  to: 'specialist' | 'authority',
  id: string | undefined,
  known: readonly { readonly id: string }[],
): TypedProblem[] =>
  id === undefined || known.some((one) => one.id === id)
    ? []
    : [{ typed: `--${to}`, code: 'unknown-reference', to, id }]
