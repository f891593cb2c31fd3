import type { RegionView } from '@vertretbar/api/contract'
import { useEffect, useRef, useState } from 'react'
import { isWithin, periodOf } from '../board/period.ts'
import { ask } from './ask.ts'
import { type BoardData, loadBoard, type Wanted } from './load-board.ts'

/** How far the data of the board have come; while others are loaded, those that are there stay. */
export interface Loading {
  readonly data: BoardData | undefined
  /** The last question found no answer. */
  readonly failed: boolean
  readonly retry: () => void
}

/** Open screens ask so often whether the region has changed. */
const pollMilliseconds = 5000

/** The data of the board, kept up to date while the page is in sight. */
export function useBoardData({ from, span }: Wanted): Loading {
  const [data, setData] = useState<BoardData>()
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const isThere = data !== undefined && reaches(data, { from, span })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (isThere) return undefined
    return whileWanted(async (signal) => setData(await loadBoard({ from, span }, signal)), setFailed)
  }, [from, span, isThere, attempt])
  usePolling({
    tag: data?.tag,
    isThere,
    reload: async (signal) => setData(await loadBoard({ from, span }, signal)),
    tellFailed: setFailed,
  })
  return { data, failed, retry: () => setAttempt((number) => number + 1) }
}

function reaches({ region, days }: BoardData, { from, span }: Wanted): boolean {
  const period = periodOf(from ?? region.today, span)
  return isWithin(days, period.first) && isWithin(days, period.last)
}

/** Carries out a question until it is no longer wanted, and tells whether it found an answer. */
function whileWanted(question: (signal: AbortSignal) => Promise<void>, tellFailed: (failed: boolean) => void) {
  const wish = new AbortController()
  question(wish.signal).then(
    () => tellFailed(false),
    () => {
      if (!wish.signal.aborted) tellFailed(true)
    },
  )
  return () => wish.abort()
}

interface Polled {
  readonly tag: string | undefined
  /** The days that are wanted are loaded. */
  readonly isThere: boolean
  readonly reload: (signal: AbortSignal) => Promise<void>
  readonly tellFailed: (failed: boolean) => void
}

/** Asks every few seconds whether there is a newer version, and loads all again then, or if the wanted days are not there. */
function usePolling(polled: Polled): void {
  const latest = useRef(polled)
  latest.current = polled
  const { tag, tellFailed } = polled
  useEffect(() => {
    if (tag === undefined) return undefined
    let end = (): void => undefined
    const timer = window.setInterval(() => {
      if (document.hidden) return
      end = whileWanted(async (signal) => {
        const answer = await ask<RegionView>('/v1/region', { tag, signal })
        const { isThere, reload } = latest.current
        // Days that could not be loaded are asked for again though nothing has changed: else they would stay away.
        if (answer.kind === 'fresh' || !isThere) await reload(signal)
      }, tellFailed)
    }, pollMilliseconds)
    return () => {
      window.clearInterval(timer)
      end()
    }
  }, [tag, tellFailed])
}
