import { dayOf } from '@vertretbar/domain/half-day'
import { useCallback, useId, useRef, useState } from 'react'
import type { Address } from '../address/address.ts'
import type { Go } from '../address/use-address.ts'
import type { BoardData } from '../server/load-board.ts'
import { usePlan } from '../server/use-plan.ts'
import { useSpeech } from '../words/catalogue.ts'
import { answerText } from './answer-text.ts'
import { BoardHeading } from './board-heading.tsx'
import { BoardNews } from './board-news.tsx'
import { GapPanel } from './gap/gap-panel.tsx'
import { gapKey } from './gap-key.ts'
import { Grid } from './grid/grid.tsx'
import { focusActive } from './grid/use-active-cell.ts'
import { Legend, LegendButton } from './legend.tsx'
import { PlanArea } from './plan/plan-area.tsx'
import { GapTables } from './table/gap-table.tsx'
import { NeedTable } from './table/need-table.tsx'
import { PeopleTables } from './table/people-table.tsx'
import { ProposalTable } from './table/proposal-table.tsx'
import { Toolbar } from './toolbar.tsx'
import { type BoardModel, useBoardModel } from './use-board-model.ts'

/** What the board is drawn from. */
export interface BoardProps {
  readonly data: BoardData
  readonly isOutOfTouch: boolean
  readonly address: Address
  readonly go: Go
}

/** The planning board: the answer, the choices, the half-days, and beside them the gap that is open. */
export function Board({ data, isOutOfTouch, address, go }: BoardProps) {
  const [planning, startPlan] = usePlan(address.plan, go)
  const model = useBoardModel({ data, address, planning })
  const { opened, open, close, grid } = useGapFocus(address, go)
  const [showsLegend, setShowsLegend] = useState(false)
  const legendId = useId()
  const gap = [...data.gaps.gaps, ...data.ahead.gaps].find((one) => gapKey(one) === address.gap)
  return (
    <>
      <BoardHeading model={model} data={data}>
        <PlanArea planning={planning} model={model} data={data} go={go} onStart={startPlan} />
      </BoardHeading>
      <Toolbar region={data.region} address={address} period={model.period} go={go}>
        <LegendButton legend={legendId} isShown={showsLegend} onToggle={() => setShowsLegend(!showsLegend)} />
        <ViewButton view={address.view} go={go} />
      </Toolbar>
      {showsLegend ? <Legend id={legendId} /> : null}
      <BoardNews model={model} isOutOfTouch={isOutOfTouch} address={address} />
      <div className={address.gap === undefined ? 'board' : 'board has-panel'}>
        <div className="board-main">
          {address.view === 'table' ? (
            <Tables model={model} onOpen={open} />
          ) : (
            <BoardGrid data={data} model={model} address={address} grid={grid} onOpen={open} onLeave={close} />
          )}
        </div>
        {address.gap === undefined ? null : (
          <GapPanel gap={gap} source={model.source} opened={opened} onClose={close} />
        )}
      </div>
    </>
  )
}

const ViewButton = ({ view, go }: { readonly view: Address['view']; readonly go: Go }) => {
  const { words } = useSpeech()
  return (
    <button type="button" className="text-button" onClick={() => go({ view: view === 'table' ? 'board' : 'table' })}>
      {view === 'table' ? words.asBoard : words.asTable}
    </button>
  )
}

/** Opening a gap moves the focus into it, closing it moves the focus back to where it was opened. */
function useGapFocus({ gap, view }: Address, go: Go) {
  const [opened, setOpened] = useState(0)
  const grid = useRef<HTMLDivElement>(null)
  const open = useCallback(
    (key: string) => {
      setOpened((times) => times + 1)
      go({ gap: key })
    },
    [go],
  )
  const close = useCallback(() => {
    if (gap === undefined) return
    go({ gap: undefined })
    if (view === 'board') focusActive(grid.current)
    else document.querySelector<HTMLElement>(`[data-gap="${CSS.escape(gap)}"]`)?.focus()
  }, [gap, view, go])
  return { opened, open, close, grid }
}

type BoardGridProps = Omit<BoardProps, 'isOutOfTouch' | 'go'> & {
  readonly model: BoardModel
} & Pick<Parameters<typeof Grid>[0], 'grid' | 'onOpen' | 'onLeave'>

function BoardGrid({ data, model, address, grid, onOpen, onLeave }: BoardGridProps) {
  const speech = useSpeech()
  if (model.rows.length === 0) return <p className="nothing">{speech.words.nothingFound}</p>
  return (
    <>
      <p id="grid-keys" className="kern-sr-only">
        {speech.words.boardKeys}
      </p>
      <Grid
        rows={model.rows}
        columns={model.columns}
        layout={model.layout}
        names={model.source.names}
        speech={speech}
        changed={model.changes.marked}
        openGap={address.gap}
        today={dayOf(data.region.today)}
        grid={grid}
        onOpen={onOpen}
        onLeave={onLeave}
      />
    </>
  )
}

function Tables({ model, onOpen }: { readonly model: BoardModel; readonly onOpen: (gap: string) => void }) {
  const { words } = useSpeech()
  const { source, summary, gapsFound, needsFound, rows, columns } = model
  // Gaps that the search does not find are there all the same.
  const isEmpty = summary.gaps.length === 0 && (summary.seesGaps || summary.needs.length === 0)
  const none = isEmpty ? answerText({ ...summary, fragile: 0 }, words) : words.nothingFoundHere
  return (
    <>
      {source.effect === undefined ? null : <ProposalTable effect={source.effect} source={source} />}
      {summary.reach === 'loading' ? (
        <p aria-busy="true">{words.loadingPeriod}</p>
      ) : (
        <>
          {summary.seesGaps || needsFound.length === 0 ? (
            <GapTables gaps={gapsFound} none={none} source={source} onOpen={onOpen} />
          ) : null}
          {needsFound.length === 0 ? null : <NeedTable needs={needsFound} source={source} />}
          <PeopleTables rows={rows} columns={columns} />
        </>
      )}
    </>
  )
}
