import { fileURLToPath } from 'node:url'
import { App, Validations } from 'aws-cdk-lib'
import recommendedFeatureFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' }
import { AwsSolutionsChecks } from 'cdk-nag'
import { DataStack } from '../src/data-stack.ts'
import { ServiceStack } from '../src/service-stack.ts'

const app = new App({
  // The CDK CLI names its own output folder; without it, `node bin/app.ts` writes where the CLI would.
  outdir: process.env.CDK_OUTDIR ?? fileURLToPath(new URL('../cdk.out', import.meta.url)),
  context: recommendedFeatureFlags,
  analyticsReporting: false,
  autoSynth: false,
})

// The data of German authorities stays in Germany; the account is the deployer's.
const env = { region: 'eu-central-1' }

const { table } = new DataStack(app, 'VertretbarData', { env, terminationProtection: true })
new ServiceStack(app, 'VertretbarService', { env, table })

Validations.of(app).addPlugins(new AwsSolutionsChecks(app))

app.synth()
