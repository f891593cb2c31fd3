import * as z from 'zod'

/** How far a suite has come in its proof: the first `done` of its `count` cases hold at this commit. */
export const Progress = z
  .strictObject({
    suite: z.string(),
    /** The base seed of its cases; null where the cases are a list of their own. */
    seed: z.int().nullable(),
    count: z.int().positive(),
    done: z.int().nonnegative(),
    seconds: z.number().nonnegative(),
    commit: z.string(),
    /** Which run wrote this: two suites of one name would otherwise take each other's progress for their own. */
    run: z.string(),
  })
  .readonly()
export type Progress = z.infer<typeof Progress>

/** Where a suite starts: after what it has stored if that speaks of the same cases of the same code, else at its first case. */
export function startOf(planned: Omit<Progress, 'done' | 'seconds'>, stored: Progress | undefined): Progress {
  const fresh = { ...planned, done: 0, seconds: 0 }
  if (stored === undefined) return fresh
  if (stored.run === planned.run)
    throw new Error(`Two suites would store their progress as "${planned.suite}"; rename one.`)
  const same = (['suite', 'seed', 'count', 'commit'] as const).every((key) => stored[key] === planned[key])
  return same && planned.commit !== unversioned ? { ...planned, done: stored.done, seconds: stored.seconds } : fresh
}

/** The commit of a tree that git does not know: nothing proves that it stayed the same, so nothing is resumed. */
export const unversioned = 'unversioned'

/** Runs the cases that are left, in order; saves after every chunk, so that an end at any time costs one chunk at most. */
export async function runChunks(
  start: Progress,
  runCase: (index: number) => void | Promise<void>,
  save: (progress: Progress) => void,
): Promise<Progress> {
  const size = Math.ceil(start.count / 100)
  let progress = start
  while (progress.done < progress.count) {
    const end = Math.min(progress.done + size, progress.count)
    const startedAt = performance.now()
    for (let index = progress.done; index < end; index += 1) await runCase(index)
    progress = { ...progress, done: end, seconds: progress.seconds + (performance.now() - startedAt) / 1000 }
    save(progress)
  }
  return progress
}
