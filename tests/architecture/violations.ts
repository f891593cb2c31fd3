import { builtinModules } from 'node:module'
import { basename, join, normalize } from 'node:path/posix'
import { factsOf } from './module-facts.ts'
import { confined, directions, pure } from './rules.ts'

/** The sources of the workspaces by path from the root, such as `packages/domain/src/gap.ts`. */
export type Sources = ReadonlyMap<string, string>

/** Everything in the sources that breaks the architecture, one sentence each; none if it holds. */
export function violations(sources: Sources): string[] {
  return [...sources].flatMap(([path, source]) => {
    const { imports, impurities } = factsOf(path, source)
    const module = { path, workspace: workspaceOf(path), isTest: path.endsWith('.test.ts') }
    const found = [
      ...placed(module),
      ...imports.flatMap((request) => [
        ...directed(module, request),
        ...resolved(module, request, sources),
        ...kept(module, request),
        ...alone(module, request),
        ...tested(module, request),
      ]),
      ...(pure.includes(module.workspace) && !module.isTest ? impurities.map((place) => `is not pure: ${place}`) : []),
    ]
    return found.map((what) => `${path} ${what}`)
  })
}

interface Module {
  readonly path: string
  readonly workspace: string
  readonly isTest: boolean
}

function placed({ path, workspace }: Module): string[] {
  return [
    ...(directions[workspace] ? [] : [`lies in ${workspace}, whose imports no rule allows`]),
    ...(/^index\.tsx?$/.test(basename(path)) ? ['is a barrel'] : []),
  ]
}

function directed({ workspace }: Module, request: string): string[] {
  const target = /^@vertretbar\/([^/]+)/.exec(request)?.[1]
  if (target === undefined || target === workspace) return []
  return directions[workspace]?.includes(target) ? [] : [`imports ${request} against the direction`]
}

function resolved({ path }: Module, request: string, sources: Sources): string[] {
  const target = targetOf(path, request)
  // A request with a placeholder in it stands for whatever the folder holds.
  if (target === undefined || target.includes('*')) return []
  if (workspaceOf(target) !== workspaceOf(path) && request.startsWith('.'))
    return [`leaves its workspace by ${request}`]
  return sources.has(target) || !/\.tsx?$/.test(target) ? [] : [`imports ${request}, which does not exist`]
}

function kept({ path, workspace, isTest }: Module, request: string): string[] {
  if (isTest) return []
  return confined
    .filter((rule) => rule.workspace === workspace && rule.packages.includes(packageOf(request)))
    .filter((rule) => basename(path) !== rule.to)
    .map((rule) => `imports ${request}, which belongs into ${rule.to}`)
}

function alone({ workspace, isTest }: Module, request: string): string[] {
  const builtin = request.startsWith('node:') || builtinModules.includes(request)
  return pure.includes(workspace) && !isTest && builtin ? [`is not pure: imports ${request}`] : []
}

/** `test-region.ts` and its like build what tests look at: no shipped module may stand on them. */
function tested({ path, isTest }: Module, request: string): string[] {
  if (isTest || basename(path).startsWith('test-')) return []
  return basename(request).startsWith('test-') ? [`imports ${request}, which is for tests only`] : []
}

function workspaceOf(path: string): string {
  const [top = '', next = ''] = path.split('/')
  return top === 'packages' ? next : top
}

function targetOf(path: string, request: string): string | undefined {
  if (request.startsWith('.')) return normalize(join(path, '..', request))
  const [, workspace, subpath] = /^@vertretbar\/([^/]+)(?:\/(.+))?$/.exec(request) ?? []
  if (workspace === undefined) return undefined
  const folder = workspace === 'functions' || workspace === 'infra' ? workspace : `packages/${workspace}`
  return `${folder}/src/${subpath ?? ''}.ts`
}

function packageOf(request: string): string {
  return request
    .split('/')
    .slice(0, request.startsWith('@') ? 2 : 1)
    .join('/')
}
