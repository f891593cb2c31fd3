import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AssetHashType, DockerImage } from 'aws-cdk-lib'
import { type AssetCode, Code } from 'aws-cdk-lib/aws-lambda'
import { buildSync } from 'esbuild'

/**
 * The code of an entry of `functions` as one ES module with its source map; equal sources give an equal asset.
 *
 * CDK's `NodejsFunction` would start a package manager for each function, and Docker where it finds none.
 */
export function bundleOf(entry: string): AssetCode {
  return Code.fromAsset(fileURLToPath(new URL('functions/src', workspaceRoot)), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('never-used'),
      local: {
        tryBundle(folder) {
          for (const file of bundle(entry)) writeFileSync(join(folder, basename(file.path)), file.contents)
          return true
        },
      },
    },
  })
}

const workspaceRoot = new URL('../../', import.meta.url)

// Built in memory for one fixed path: the source map names sources relative to it, wherever the asset is written.
function bundle(entry: string) {
  return buildSync({
    entryPoints: [fileURLToPath(import.meta.resolve(`@vertretbar/functions/${entry}`))],
    outfile: fileURLToPath(new URL('dist/index.mjs', workspaceRoot)),
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'error',
  }).outputFiles
}
