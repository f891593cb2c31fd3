import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { unversioned } from './progress.ts'

/** Names the code in a folder: its git commit, with a digest of everything that differs from it; `unversioned` without git. */
export function commitOf(root: string): string {
  const git = (args: readonly string[], input?: string) =>
    execFileSync('git', args, { cwd: root, input, maxBuffer: 2 ** 30, stdio: ['pipe', 'pipe', 'ignore'] }).toString(
      'latin1',
    )
  try {
    const head = git(['rev-parse', '--verify', 'HEAD']).trim()
    const changed = git(['diff', '--binary', 'HEAD'])
    const added = git(['ls-files', '--others', '--exclude-standard'])
    if (changed === '' && added === '') return head
    const contents = git(['hash-object', '--no-filters', '--stdin-paths'], added)
    return `${head}+${createHash('sha256').update(`${changed}\n${added}\n${contents}`, 'latin1').digest('hex').slice(0, 12)}`
  } catch {
    return unversioned
  }
}
