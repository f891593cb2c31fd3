import type { WriteStream } from 'node:tty'

/** Says on a terminal at once, elsewhere once a second, what the work is at; a terminal's line goes when it ends. */
export interface Progress {
  readonly at: (stage: string) => void
  readonly end: () => void
}

/** Work shorter than this needs no word, and longer work no more than one in this time. */
const patienceMilliseconds = 1000

/** Progress on a stream, counted from now. */
export function progressOn(stream: Pick<WriteStream, 'write'> & { readonly isTTY?: boolean }): Progress {
  let saidAt = performance.now()
  let stage = ''
  let said = ''
  const say = (): void => {
    if (stage === said) return
    said = stage
    saidAt = performance.now()
    stream.write(stream.isTTY ? `\r\u001B[2K${stage}` : `${stage}\n`)
  }
  // Work that leaves the event loop free is announced when the second is over, even within one stage.
  const timer = setTimeout(say, patienceMilliseconds)
  timer.unref()
  return {
    at: (next) => {
      if (next === stage) return
      stage = next
      if (stream.isTTY || performance.now() - saidAt > patienceMilliseconds) say()
    },
    end: () => {
      clearTimeout(timer)
      if (stream.isTTY && stage !== '') stream.write('\r\u001B[2K')
    },
  }
}
