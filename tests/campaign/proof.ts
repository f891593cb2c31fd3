import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Progress } from './progress.ts'

/** What a suite has stored in the project at `root`, if it has. */
export function storedProgress(root: string, suite: string): Progress | undefined {
  const file = fileOf(root, suite)
  return existsSync(file) ? Progress.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}

/** Stores how far a suite has come; a process that dies meanwhile leaves the state before. */
export function storeProgress(root: string, progress: Progress): void {
  mkdirSync(join(root, '.prove'), { recursive: true })
  replaceFile(fileOf(root, progress.suite), progress)
}

/** Writes `prove.json` from the suites that are through at this commit, and returns those that are not. */
export function writeProof(root: string, commit: string): readonly Progress[] {
  const folder = join(root, '.prove')
  const stored = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => Progress.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .filter((progress) => progress.commit === commit)
  const proven = stored.filter(({ done, count }) => done === count)
  replaceFile(
    join(root, 'prove.json'),
    proven.map(({ suite, seed, count, seconds }) => ({
      suite,
      seed,
      count,
      seconds: Number(seconds.toFixed(1)),
      commit,
    })),
  )
  return stored.filter(({ done, count }) => done < count)
}

function fileOf(root: string, suite: string): string {
  const slug = suite
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return join(root, '.prove', `${slug}.json`)
}

function replaceFile(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, undefined, 2)}\n`)
  renameSync(`${file}.new`, file)
}
