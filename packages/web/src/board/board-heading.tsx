import { dateOf } from '@vertretbar/domain/half-day'
import { dateText } from '@vertretbar/messages/date-text'
import { type ReactNode, useEffect } from 'react'
import type { BoardData } from '../server/load-board.ts'
import { useSpeech } from '../words/catalogue.ts'
import { aheadText, answerText } from './answer-text.ts'
import { periodText } from './period-text.ts'
import type { BoardModel } from './use-board-model.ts'

/** The answer as a sentence, with what comes soon below it. */
export function BoardHeading(props: {
  readonly model: BoardModel
  readonly data: BoardData
  readonly children: ReactNode
}) {
  const { model, data, children } = props
  const speech = useSpeech()
  const { words } = speech
  const { summary, period } = model
  const answer = answerText(summary, words)
  useEffect(() => {
    document.title = `${answer} · ${words.pageName} · ${words.product}`
  }, [answer, words])
  const showsAll = dateOf(period.first) <= data.ahead.from && data.ahead.to <= dateOf(period.last)
  const until = showsAll ? undefined : dateText(data.ahead.to, speech.language)
  return (
    <div className="heading">
      <div className="heading-text">
        <h1 className="answer">{answer}</h1>
        <p className="ahead">
          <span className="ahead-period">{periodText(period, speech)}.</span> {aheadText(summary, until, words)}
        </p>
      </div>
      {children}
    </div>
  )
}
