/**
 * The package's types are marked CommonJS while Node loads its ES module, whose default export is the loader itself;
 * read as they are, they would name a `default` within the default.
 */
declare module 'highs' {
  import type { Highs } from 'highs/legacy-types'

  export default function loadHighs(): Promise<Highs>
}
