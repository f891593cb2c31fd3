import { type Expression, parseSync, type Span, Visitor } from 'oxc-parser'
import { impureGlobals, impureMembers } from './rules.ts'

/** What the architecture asks about a module, read from its syntax tree. */
export interface ModuleFacts {
  /** Every module named in an import, export, dynamic import, import type or `import.meta.resolve`. */
  readonly imports: readonly string[]
  /** Every place that reads the clock, draws a random number or reaches outside, as written. */
  readonly impurities: readonly string[]
}

/** Reads a TypeScript module; throws if it does not parse, or names a module by anything but a constant. */
export function factsOf(path: string, source: string): ModuleFacts {
  const { program, module, errors } = parseSync(path, source)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  const text = ({ start, end }: Span) => source.slice(start, end)
  const imports = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ]
  const impurities: string[] = []
  const request = (node: Expression | undefined) => {
    if (node?.type === 'Literal' && typeof node.value === 'string') imports.push(node.value)
    else if (node?.type === 'TemplateLiteral') imports.push(node.quasis.map(({ value }) => value.cooked).join('*'))
    else throw new Error(`${path}: ${node ? text(node) : 'import()'} does not name a module by a constant`)
  }
  new Visitor({
    ImportExpression: ({ source: named }) => request(named),
    TSImportType: ({ source: named }) => void imports.push(named.value),
    CallExpression(call) {
      const { callee, arguments: given } = call
      if (callee.type === 'Identifier' && (impureGlobals.has(callee.name) || callee.name === 'Date'))
        impurities.push(text(call))
      if (text(callee) === 'import.meta.resolve' && given[0]?.type !== 'SpreadElement') request(given[0])
    },
    NewExpression(made) {
      // `new Date()` is the clock, `new Date(milliseconds)` is arithmetic.
      if (text(made.callee) === 'Date' && made.arguments.length === 0) impurities.push(text(made))
    },
    MemberExpression(member) {
      const impure = member.object.type === 'Identifier' && impureGlobals.has(member.object.name)
      if (impure || impureMembers.has(text(member))) impurities.push(text(member))
    },
  }).visit(program)
  return { imports, impurities }
}
