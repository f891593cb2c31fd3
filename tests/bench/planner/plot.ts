/** A line of a plot: its name, and points from left to right. */
export interface Line {
  readonly name: string
  readonly points: readonly (readonly [x: number, y: number])[]
}

/** What a plot shows; both axes are logarithmic. */
export interface Plot {
  readonly title: string
  readonly x: string
  readonly y: string
  readonly lines: readonly Line[]
}

const [width, height] = [640, 400]
const [left, right, top, bottom] = [70, 170, 40, 50]
const colours = ['#1b5e9b', '#b3471d', '#3b7d3b', '#7a4b94', '#555555']

/** A plot as SVG, readable without anything else. */
export function svg({ title, x, y, lines }: Plot): string {
  const points = lines.flatMap((line) => line.points)
  const across = scale(
    points.map(([value]) => value),
    [left, width - right],
  )
  const up = scale(
    points.map(([, value]) => value),
    [height - bottom, top],
  )
  const ticks = [
    ...across.ticks.map(
      (value) => `<text x="${across.at(value)}" y="${height - bottom + 18}" text-anchor="middle">${value}</text>`,
    ),
    ...up.ticks.map(
      (value) => `<text x="${left - 8}" y="${up.at(value) + 4}" text-anchor="end">${value}</text>
<line x1="${left}" x2="${width - right}" y1="${up.at(value)}" y2="${up.at(value)}" stroke="#dddddd"/>`,
    ),
  ]
  const drawn = lines.map(({ name, points: own }, number) => {
    const colour = colours[number % colours.length] ?? '#000000'
    const path = own.map(([one, other]) => `${across.at(one)},${up.at(other)}`).join(' ')
    const dots = own.map(
      ([one, other]) => `<circle cx="${across.at(one)}" cy="${up.at(other)}" r="3" fill="${colour}"/>`,
    )
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}
<text x="${width - right + 12}" y="${top + 20 * number + 12}" fill="${colour}">${name}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>${title}</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="${left}" y="22" font-size="15">${title}</text>
${ticks.join('\n')}
<text x="${(left + width - right) / 2}" y="${height - 10}" text-anchor="middle">${x}</text>
<text x="16" y="${height / 2}" text-anchor="middle" transform="rotate(-90 16 ${height / 2})">${y}</text>
${drawn.join('\n')}
</svg>
`
}

/** What is next to nothing is drawn at a thousandth. */
const magnitude = (value: number): number => Math.log10(Math.max(value, 1e-3))

/** Places values on a logarithmic axis, with a tick at each power of ten. */
function scale(values: readonly number[], [from, to]: readonly [number, number]) {
  const first = Math.floor(Math.min(...values.map(magnitude)))
  const last = Math.max(first + 1, Math.ceil(Math.max(...values.map(magnitude))))
  return {
    at: (value: number): number => Math.round(from + ((magnitude(value) - first) / (last - first)) * (to - from)),
    ticks: Array.from({ length: last - first + 1 }, (_, step) => Number((10 ** (first + step)).toPrecision(1))),
  }
}
