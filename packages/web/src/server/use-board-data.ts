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
  usePolling(data, async (signal) => setData(await loadBoard({ from, span }, signal)), setFailed)
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

/** Asks every few seconds whether there is a newer version, and only then for all of it. */
function usePolling(
  data: BoardData | undefined,
  reload: (signal: AbortSignal) => Promise<void>,
  tellFailed: (failed: boolean) => void,
): void {
  const latest = useRef(reload)
  latest.current = reload
  const tag = data?.tag
  useEffect(() => {
    if (tag === undefined) return undefined
    let end = (): void => undefined
    const timer = window.setInterval(() => {
      if (document.hidden) return
      end = whileWanted(async (signal) => {
        const answer = await ask<RegionView>('/v1/region', { tag, signal })
        if (answer.kind === 'fresh') await latest.current(signal)
      }, tellFailed)
    }, pollMilliseconds)
    return () => {
      window.clearInterval(timer)
      end()
    }
  }, [tag, tellFailed])
}
