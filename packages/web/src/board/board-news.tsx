import type { Address } from '../address/address.ts'
import { useSpeech } from '../words/catalogue.ts'
import type { BoardModel } from './use-board-model.ts'

/** What happened while the page was open, told once and without moving anything below it. */
export function BoardNews(props: {
  readonly model: BoardModel
  readonly isOutOfTouch: boolean
  readonly address: Address
}) {
  const { model, isOutOfTouch, address } = props
  const { words } = useSpeech()
  const hasNews = model.changes.marked.size > 0
  const found = model.rows.filter(({ kind }) => kind !== 'authority' && kind !== 'deadlines').length
  return (
    <div className="news">
      <div role="status">
        {hasNews ? <p className="news-text">{words.updated}</p> : null}
        {isOutOfTouch ? <p className="news-text">{words.outOfTouch}</p> : null}
        {address.search === '' ? null : <p className="kern-sr-only">{words.rowsFound(found)}</p>}
      </div>
      {hasNews ? (
        <button type="button" className="text-button" onClick={model.changes.unmark}>
          {words.unmark}
        </button>
      ) : null}
    </div>
  )
}
