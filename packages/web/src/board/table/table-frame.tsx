import { type ReactNode, useId } from 'react'

/** A table with its caption; a wide one scrolls sideways in its frame, which the keyboard can reach for that. */
export function TableFrame(props: {
  readonly caption: string
  readonly columns: readonly string[]
  /** The columns of numbers, which stand to the right. */
  readonly numeric?: readonly string[]
  readonly className?: string
  readonly children: ReactNode
}) {
  const { caption, columns, numeric = [], className = '', children } = props
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a stop of its own a keyboard could not scroll it
    <section className={`table-scroll ${className}`} aria-labelledby={id} tabIndex={0}>
      <table className="kern-table kern-table--small">
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={numeric.includes(column) ? numericHeader : 'kern-table__header'}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

const numericHeader = 'kern-table__header kern-table__header--numeric'
