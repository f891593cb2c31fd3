import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, longest first: begun last, one of them would run on alone while nothing else is left. */
const longest = [
  'tests/privacy/non-interference.test.ts',
  'tests/commands/model.test.ts',
  'tests/commands/races.test.ts',
  'tests/api/malformed.test.ts',
  'tests/store/region.test.ts',
  'tests/commands/faults.test.ts',
  'tests/planner.test.ts',
  'tests/privacy/erasure.test.ts',
  'tests/imports-of-others.test.ts',
  'tests/commands/lost-answers.test.ts',
]

const place = ({ moduleId }: TestSpecification): number => {
  const index = longest.findIndex((file) => moduleId.endsWith(file))
  return index === -1 ? longest.length : index
}

/** Begins with the longest of the files to run, so that all workers end at about the same time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is the sequencer that sorts here, no array
    const usual = await super.sort(files)
    return usual.toSorted((a, b) => place(a) - place(b))
  }
}
