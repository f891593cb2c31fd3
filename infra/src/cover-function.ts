import { Duration } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { bundleOf } from './bundle.ts'

/** Which entry of `functions` to run, and what its environment schema asks for. */
export interface CoverFunctionProps {
  readonly entry: string
  readonly environment: Readonly<Record<string, string>>
}

/** An entry of `functions` as a Lambda: one bundle, its own log group, and a role that may write only there. @stateless */
export class CoverFunction extends LambdaFunction {
  constructor(scope: Construct, id: string, { entry, environment }: CoverFunctionProps) {
    const logGroup = new LogGroup(scope, `${id}Log`, { retention: RetentionDays.ONE_MONTH })
    // An own role: the one CDK would make carries an AWS-managed policy that may write to every log group.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)
    super(scope, id, {
      code: bundleOf(entry),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      // An HTTP API waits 30 seconds at most (API Gateway quota); a function must give up before that.
      timeout: Duration.seconds(29),
      environment: { NODE_OPTIONS: '--enable-source-maps', ...environment },
      role,
      logGroup,
    })
  }
}
