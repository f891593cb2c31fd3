import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

/** For tests only: a page as a browser takes it, and all that it had to complain about. */
export interface ReadPage {
  readonly faults: readonly string[]
  /** What stands in the body, the texts of tags one after the other. */
  readonly words: string
  readonly links: readonly string[]
  /** The names of all tags. */
  readonly tags: readonly string[]
  /** The addresses from which a browser would load something by itself. */
  readonly loads: readonly string[]
  /** The texts of the cells of all tables, row by row. */
  readonly rows: readonly (readonly string[])[]
}

/** For tests only: reads a page by the rules of the HTML standard. */
export function readPage(page: string): ReadPage {
  const faults: string[] = []
  const document = parse(page, { onParseError: ({ code, startLine }) => faults.push(`${code} in line ${startLine}`) })
  const elements = elementsIn(document)
  const body = elements.filter(({ tagName }) => tagName === 'body')
  return {
    faults,
    words: normal(body.map(textIn).join('')),
    links: elements.flatMap((element) => (element.tagName === 'a' ? attributes(element, ['href']) : [])),
    tags: elements.map(({ tagName }) => tagName),
    loads: elements.flatMap((element) =>
      element.tagName === 'a' ? [] : attributes(element, ['href', 'src', 'srcset', 'action', 'background', 'data']),
    ),
    rows: elements
      .filter(({ tagName }) => tagName === 'tr')
      .map((row) => row.childNodes.filter((cell) => 'tagName' in cell).map((cell) => normal(textIn(cell)))),
  }
}

/** For tests only: words with one space between them. */
export const normal = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const elementsIn = (node: Tree.Node): Tree.Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsIn) : []),
]

const textIn = (node: Tree.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textIn).join('') : ''

const attributes = ({ attrs }: Tree.Element, names: readonly string[]): string[] =>
  attrs.filter(({ name }) => names.includes(name)).map(({ value }) => value)
