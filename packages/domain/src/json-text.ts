import { type JSONPath, visit } from 'jsonc-parser'
import { type Problem, pointerTo } from './problem.ts'
import { accept, type Result, refuse } from './result.ts'
import { readUtf8 } from './utf8-text.ts'

/** No document of ours nests deeper than ten; more is an attack on the reader's stack. */
const deepest = 64

/**
 * The value of a JSON text in UTF-8 (RFC 8259). Refused with their place: broken UTF-8, broken JSON, nesting beyond 64
 * levels, a field that stands twice in one object, of which `JSON.parse` would silently keep the last, and `__proto__`.
 */
export function readJson(bytes: Uint8Array): Result<unknown, readonly Problem[]> {
  const decoded = readUtf8(bytes)
  if (!decoded.ok) return refuse([{ pointer: '', code: 'not-utf8', byte: decoded.refusal }])
  const text = decoded.value
  const problems = scan(text)
  if (problems.length > 0) return refuse(problems)
  try {
    return accept(JSON.parse(text))
  } catch {
    return refuse([{ pointer: '', code: 'not-json', line: 1, column: 1 }])
  }
}

class TooDeep extends Error {}

function scan(text: string): Problem[] {
  const problems: Problem[] = []
  const fieldsSeen: Set<string>[] = []
  let depth = 0
  const enter = (path: () => JSONPath): void => {
    depth += 1
    if (depth <= deepest) return
    problems.push({ pointer: pointerTo(path()), code: 'too-deep', levels: deepest })
    throw new TooDeep()
  }
  try {
    visit(
      text,
      {
        onObjectBegin: (_offset, _length, _line, _column, path) => {
          enter(path)
          fieldsSeen.push(new Set())
        },
        onObjectProperty: (field, _offset, _length, line, column, path) => {
          const seen = fieldsSeen.at(-1)
          if (seen?.has(field))
            problems.push({
              pointer: pointerTo([...path(), field]),
              code: 'duplicate-field',
              line: line + 1,
              column: column + 1,
            })
          // A record schema would drop this one silently, for assigning it would change the object's prototype.
          if (field === '__proto__')
            problems.push({ pointer: pointerTo([...path(), field]), code: 'unknown-field', known: [] })
          seen?.add(field)
        },
        onObjectEnd: () => {
          depth -= 1
          fieldsSeen.pop()
        },
        onArrayBegin: (_offset, _length, _line, _column, path) => enter(path),
        onArrayEnd: () => {
          depth -= 1
        },
        onError: (_error, _offset, _length, line, column) =>
          problems.push({ pointer: '', code: 'not-json', line: line + 1, column: column + 1 }),
      },
      { disallowComments: true, allowTrailingComma: false },
    )
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    return problems.slice(-1)
  }
  // After the first syntax error the rest of the text is guesswork.
  const broken = problems.find(({ code }) => code === 'not-json')
  return broken ? [broken] : problems
}
