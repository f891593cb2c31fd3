import type { ApiEnvironment } from '@vertretbar/functions/environment'
import { Validations } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { CoverFunction } from './cover-function.ts'

/** The table whose regions the API reads and changes. */
export interface ApiProps {
  readonly table: ITableV2
}

/** Answers HTTP: an HTTP API before the one function that serves every route. @stateless */
export class Api extends Construct {
  constructor(scope: Construct, id: string, { table }: ApiProps) {
    super(scope, id)
    const environment = { TABLE: table.tableName } satisfies ApiEnvironment
    const handler = new CoverFunction(this, 'Handler', { entry: 'api', environment })
    table.grantReadWriteData(handler)

    const http = new HttpApi(this, 'Http', { apiName: 'Vertretbar', createDefaultStage: false })
    new HttpStage(this, 'Stage', {
      httpApi: http,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', { retention: RetentionDays.ONE_MONTH }),
        ),
        format: accessLogFormat,
      },
    })
    const health = new HttpRoute(this, 'Health', {
      httpApi: http,
      routeKey: HttpRouteKey.with('/healthz', HttpMethod.GET),
      integration: new HttpLambdaIntegration('HealthToHandler', handler),
    })
    Validations.of(health).acknowledge({
      id: 'AwsSolutions::AwsSolutions-APIG4',
      reason:
        'Load balancers and people on call ask for the health of the service without signing in; it reads nothing.',
    })
  }
}

// The route, not the path: a path may hold a feed's secret token. No caller address: the log is not about people.
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    requestTime: '$context.requestTime',
    routeKey: '$context.routeKey',
    status: '$context.status',
    responseLatency: '$context.responseLatency',
    integrationError: '$context.integrationErrorMessage',
  }),
)
