import type { PlanJobView } from '@vertretbar/api/contract'
import { useCallback, useEffect, useState } from 'react'
import type { Go } from '../address/use-address.ts'
import { type PlanJob, withKeys } from '../board/told-plan.ts'
import { ask, NoAnswer } from './ask.ts'

/** Where a plan stands: none asked for, being asked for, known to the server, no longer there, or out of reach. */
export type Planning = Unknown<'none'> | Unknown<'asking'> | Unknown<'gone'> | Unknown<'unreachable'> | Known

interface Unknown<Kind> {
  readonly kind: Kind
}

interface Known {
  readonly kind: 'known'
  readonly job: PlanJob
}

const pauseMilliseconds = 1000

/**
 * The plan of an id, followed until all is known of it; `start` asks for another one, which begins where this one ended,
 * and puts its id into the address.
 */
export function usePlan(id: string | undefined, go: Go): readonly [Planning, (from: string, to: string) => void] {
  const [planning, setPlanning] = useState<Planning>({ kind: 'none' })
  useEffect(() => {
    if (id === undefined) {
      setPlanning({ kind: 'none' })
      return undefined
    }
    const wish = new AbortController()
    follow(id, wish.signal, setPlanning).catch((error: unknown) => {
      if (!wish.signal.aborted) setPlanning({ kind: wasRefused(error) ? 'gone' : 'unreachable' })
    })
    return () => wish.abort()
  }, [id])
  const before = planning.kind === 'known' && planning.job.plan !== undefined ? planning.job.id : undefined
  const start = useCallback(
    (from: string, to: string) => {
      setPlanning({ kind: 'asking' })
      request({ from, to, before }).then(
        (job) => go({ plan: job }),
        () => setPlanning({ kind: 'unreachable' }),
      )
    },
    [go, before],
  )
  return [planning, start]
}

/** Asks for a plan and tells the id of its job. */
async function request(asked: Pick<PlanJob['request'], 'from' | 'to' | 'before'>): Promise<string> {
  const answer = await ask<PlanJobView>('/v1/plans', { body: asked })
  if (answer.kind === 'fresh') return answer.body.id
  throw new NoAnswer(304)
}

/** Plans are kept for a day; an id that means nothing to the server is that of an older one. */
const wasRefused = (error: unknown): boolean => error instanceof NoAnswer && error.status >= 400 && error.status < 500

/** Tells every change of a job until its end. */
async function follow(id: string, signal: AbortSignal, tell: (planning: Planning) => void): Promise<void> {
  let tag: string | undefined
  let plan: PlanJob['plan']
  let hasEnded = false
  while (!hasEnded && !signal.aborted) {
    const answer = await ask<PlanJobView>(`/v1/plans/${encodeURIComponent(id)}`, { tag, signal })
    if (signal.aborted) return
    if (answer.kind === 'fresh') {
      tag = answer.tag
      // A plan changes no more until its reasons are there: whoever draws it is spared to do so as they come further.
      const job = withKeys(answer.body)
      plan = job.explanation === undefined ? (plan ?? job.plan) : job.plan
      tell({ kind: 'known', job: { ...job, plan } })
      hasEnded = answer.body.state === 'done' || answer.body.state === 'failed'
    }
    if (!hasEnded) await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds))
  }
}
