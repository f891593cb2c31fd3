/** Takes every step in turn, also after one that failed, for none needs another; then throws what went wrong. */
export async function everyStep(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = []
  for (const step of steps) {
    try {
      await step()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 1) throw new AggregateError(failures, 'several steps failed')
  for (const failure of failures) throw failure
}
