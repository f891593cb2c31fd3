import type { Best } from './draft.ts'
import type { Option } from './options.ts'
import type { CoverProblem } from './problem.ts'

/** Parts that were solved to proof, by what they look like: many a question differs from the one before in one part. */
export type PartMemory = Map<string, Pick<Best, 'isAssigned' | 'levels'>>

/** What a part looks like: its rules in numbers, and where the search begins. Equal parts have equal solutions. */
export const partKey = (
  { options, limits, needs, handOvers }: CoverProblem,
  before: (option: Option) => boolean = () => false,
): string =>
  JSON.stringify([
    options.length,
    options.flatMap((option, number) => (before(option) ? [number] : [])),
    limits.map(({ options: limited, most }) => [most, limited]),
    needs,
    handOvers,
  ])
