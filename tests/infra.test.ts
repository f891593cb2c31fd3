import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import * as z from 'zod'

// The program that deploys is the program that is tested: it runs once, without network, credentials or Docker.
const assembly = mkdtempSync(join(tmpdir(), 'assembly-'))
execFileSync(process.execPath, [fileURLToPath(new URL('../infra/bin/app.ts', import.meta.url))], {
  env: { CDK_OUTDIR: assembly },
  stdio: 'pipe',
})
afterAll(() => rmSync(assembly, { recursive: true }))

const Resource = z.object({
  Type: z.string(),
  DeletionPolicy: z.string().optional(),
  Properties: z.looseObject({}).default({}),
})
const Template = z.object({ Resources: z.record(z.string(), Resource) })

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ type: z.string(), properties: z.object({ terminationProtection: z.boolean().optional() }).optional() }),
  ),
})

const Report = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      conclusion: z.string(),
      violations: z.array(z.looseObject({})),
      suppressedViolations: z.array(z.object({ acknowledgedId: z.string(), reason: z.string() })).default([]),
    }),
  ),
})

const { artifacts } = Manifest.parse(read('manifest.json'))
const stacks = Object.keys(artifacts).filter((name) => artifacts[name]?.type === 'aws:cloudformation:stack')

describe('the data stack', () => {
  it('holds the table alone: a service that goes cannot take the data along', () => {
    expect(stacks).toEqual(['VertretbarData', 'VertretbarService'])
    expect(typesIn('VertretbarData')).toEqual(['AWS::DynamoDB::GlobalTable'])
    expect(typesIn('VertretbarService')).not.toContain('AWS::DynamoDB::GlobalTable')
  })

  it('keeps its table through a mistaken delete and can go back in time', () => {
    const [table] = resourcesOf('VertretbarData', 'AWS::DynamoDB::GlobalTable')

    expect(artifacts.VertretbarData?.properties).toMatchObject({ terminationProtection: true })
    expect(table).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        Replicas: [
          {
            Region: 'eu-central-1',
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          },
        ],
      },
    })
  })
})

describe('the service stack', () => {
  it('runs its function on Node 24 and ARM, and tells it the table of the data stack', () => {
    expect(resourcesOf('VertretbarService', 'AWS::Lambda::Function')).toMatchObject([
      {
        Properties: {
          Runtime: 'nodejs24.x',
          Architectures: ['arm64'],
          Environment: { Variables: { TABLE: { 'Fn::GetStackOutput': { StackName: 'VertretbarData' } } } },
        },
      },
    ])
  })

  it('has one role, which trusts no policy that AWS may change', () => {
    const [role, ...others] = resourcesOf('VertretbarService', 'AWS::IAM::Role')

    expect(others).toEqual([])
    expect(role?.Properties).not.toHaveProperty('ManagedPolicyArns')
  })

  it('ends every log after a while', () => {
    for (const { Properties } of resourcesOf('VertretbarService', 'AWS::Logs::LogGroup'))
      expect(Properties).toMatchObject({ RetentionInDays: 30 })
  })

  it('bundles a function that starts and answers', () => {
    const asset = readdirSync(assembly).find((name) => name.startsWith('asset.')) ?? ''
    const invoke = `import('${join(assembly, asset, 'index.mjs')}').then(async ({ handler }) =>
      console.log(JSON.stringify(await handler({ version: '2.0', rawPath: '/healthz', rawQueryString: '', headers: {},
        requestContext: { http: { method: 'GET' } } }))))`
    const answer = execFileSync(process.execPath, ['-e', invoke], { env: { TABLE: 'regions' }, encoding: 'utf8' })

    expect(JSON.parse(answer)).toMatchObject({ statusCode: 200, body: '{"status":"ok"}' })
  })
})

describe('the rules of cdk-nag', () => {
  const { pluginReports } = Report.parse(read('validation-report.json'))

  it('find nothing that is not acknowledged with a reason', () => {
    expect(pluginReports).toMatchObject([{ pluginName: 'AwsSolutions', conclusion: 'success', violations: [] }])
    for (const { reason } of pluginReports.flatMap((report) => report.suppressedViolations))
      expect(reason.length).toBeGreaterThan(20)
  })

  it('are set aside for the health route alone', () => {
    expect(pluginReports.flatMap((report) => report.suppressedViolations.map((s) => s.acknowledgedId))).toEqual([
      'AwsSolutions::AwsSolutions-APIG4',
    ])
  })
})

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(assembly, name), 'utf8'))
}

function resourcesOf(stack: string, type: string) {
  const { Resources } = Template.parse(read(`${stack}.template.json`))
  return Object.values(Resources).filter((resource) => resource.Type === type)
}

function typesIn(stack: string): string[] {
  return Object.values(Template.parse(read(`${stack}.template.json`)).Resources).map(({ Type }) => Type)
}
