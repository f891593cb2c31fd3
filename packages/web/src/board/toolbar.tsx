import type { RegionView } from '@vertretbar/api/contract'
import { dateOf, dayOf } from '@vertretbar/domain/half-day'
import type { ReactNode } from 'react'
import { type Address, spans } from '../address/address.ts'
import type { Go } from '../address/use-address.ts'
import { useSpeech } from '../words/catalogue.ts'
import { inOrder } from './authority-order.ts'
import type { Period } from './period.ts'
import { periodText } from './period-text.ts'

/** Filters, period and view; every choice goes into the address. */
export function Toolbar(props: {
  readonly region: RegionView
  readonly address: Address
  readonly period: Period
  readonly go: Go
  /** What else may be chosen, at the end of the line. */
  readonly children: ReactNode
}) {
  const { region, address, period, go, children } = props
  return (
    <div className="toolbar">
      <Filters region={region} address={address} go={go} />
      <PeriodChoice address={address} period={period} go={go} />
      <div className="tools">{children}</div>
    </div>
  )
}

type FiltersProps = Readonly<Record<'region', RegionView> & Record<'address', Address> & Record<'go', Go>>

function Filters({ region, address, go }: FiltersProps) {
  const { words, language } = useSpeech()
  const areas = region.serviceAreas.map(({ id, name }) => ({ id, name: name[language] }))
  return (
    <search className="filters">
      <Choice
        label={words.area}
        all={words.allAreas}
        options={areas}
        chosen={address.area}
        onChoose={(area) => go({ area })}
      />
      <Choice
        label={words.authority}
        all={words.allAuthorities}
        options={inOrder(region.authorities)}
        chosen={address.authority}
        onChoose={(authority) => go({ authority })}
      />
      <label className="choice is-search">
        <span className="kern-sr-only">{`${words.search}: ${words.searchHint}`}</span>
        <input
          type="search"
          className="kern-form-input__input"
          placeholder={words.search}
          value={address.search}
          onChange={(event) => go({ search: event.target.value }, 'replace')}
        />
      </label>
    </search>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly all: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string | undefined) => void
}

const Choice = ({ label, all, options, chosen, onChoose }: ChoiceProps) => (
  <label className="choice">
    <span className="kern-sr-only">{label}</span>
    <span className="kern-form-input__select-wrapper">
      <select
        className="kern-form-input__select"
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.target.value || undefined)}
      >
        <option value="">{all}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </span>
  </label>
)

function PeriodChoice({
  address,
  period,
  go,
}: {
  readonly address: Address
  readonly period: Period
  readonly go: Go
}) {
  const speech = useSpeech()
  const { words } = speech
  const days = period.last - period.first + 1
  const walk = (by: number): void => go({ from: dateOf(period.first + by) })
  return (
    <fieldset className="period">
      <legend className="kern-sr-only">{words.period}</legend>
      <button type="button" className="plain-button" onClick={() => walk(-days)} aria-label={words.earlier}>
        <span aria-hidden="true">‹</span>
      </button>
      <span className="period-text">{periodText(period, speech)}</span>
      <button type="button" className="plain-button" onClick={() => walk(days)} aria-label={words.later}>
        <span aria-hidden="true">›</span>
      </button>
      <button type="button" className="text-button" onClick={() => go({ from: undefined })}>
        {words.today}
      </button>
      <span className="spans">
        {spans.map((span) => (
          <button
            key={span}
            type="button"
            aria-pressed={address.span === span}
            onClick={() => go({ span, from: keptFrom(address, period) })}
          >
            {words[span]}
          </button>
        ))}
      </span>
    </fieldset>
  )
}

/** Another span begins in the same week; from today on it stays with today. */
const keptFrom = ({ from }: Address, { first }: Period): string | undefined =>
  from === undefined ? undefined : dateOf(Math.min(dayOf(from), first))
