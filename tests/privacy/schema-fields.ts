import * as z from 'zod'

/** A JSON Schema, as far as it tells which fields there are. */
interface Node {
  readonly $ref?: string | undefined
  readonly description?: string | undefined
  readonly properties?: Readonly<Record<string, Node>> | undefined
  readonly items?: Node | undefined
  readonly prefixItems?: readonly Node[] | undefined
  readonly anyOf?: readonly Node[] | undefined
  readonly oneOf?: readonly Node[] | undefined
  readonly allOf?: readonly Node[] | undefined
}
const Node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    description: z.string().optional(),
    properties: z.record(z.string(), Node).optional(),
    // Nothing more may follow: a list of so many members says so by a plain no.
    items: z.union([Node, z.boolean().transform(() => undefined)]).optional(),
    prefixItems: z.array(Node).optional(),
    anyOf: z.array(Node).optional(),
    oneOf: z.array(Node).optional(),
    allOf: z.array(Node).optional(),
  }),
)

/** A field of a schema: the path to it, where it lies in parts that have no name, and what is said of it. */
export interface Field {
  readonly path: string
  readonly description: string | undefined
}

/** Schemas by name, as JSON Schema. */
export type Definitions = Readonly<Record<string, unknown>>

/** The fields of every schema that has fields; those of schemas with names of their own are told there. */
export const fieldsByName = (definitions: Definitions): ReadonlyMap<string, readonly Field[]> =>
  new Map(
    Object.entries(definitions).flatMap(([name, schema]) => {
      const fields = fieldsIn(Node.parse(schema), '')
      return fields.length === 0 ? [] : [[name, unique(fields)]]
    }),
  )

const unique = (fields: readonly Field[]): Field[] => [...new Map(fields.map((field) => [field.path, field])).values()]

function fieldsIn(node: Node, path: string): Field[] {
  const inner = [node.items, ...(node.prefixItems ?? []), ...alternatives(node)].filter((one) => one !== undefined)
  const own = Object.entries(node.properties ?? {})
  if (own.length > 0 || inner.some(hasFields))
    return [
      ...own.flatMap(([name, field]) => fieldsIn(field, path === '' ? name : `${path}.${name}`)),
      ...inner.flatMap((one) => (hasFields(one) ? fieldsIn(one, path) : [])),
    ]
  return path === '' ? [] : [{ path, description: descriptionOf(node) }]
}

const alternatives = ({ anyOf = [], oneOf = [], allOf = [] }: Node): readonly Node[] => [...anyOf, ...oneOf, ...allOf]

const hasFields = (node: Node): boolean =>
  node.properties !== undefined ||
  (node.items !== undefined && hasFields(node.items)) ||
  alternatives(node).some(hasFields)

/** A list says of its members what they are. */
const descriptionOf = ({ description, items }: Node): string | undefined => description ?? items?.description

/** The names of all schemas that some of them lead to. */
export function reachable(definitions: Definitions, from: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (schema: unknown): void => {
    for (const [, name = ''] of JSON.stringify(schema).matchAll(
      /"\$ref":"#\/(?:components\/schemas|\$defs)\/([^"]+)"/g,
    ))
      if (!found.has(name)) {
        found.add(name)
        visit(definitions[name] ?? {})
      }
  }
  visit(from)
  return found
}
