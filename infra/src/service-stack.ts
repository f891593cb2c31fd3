import { Stack, type StackProps } from 'aws-cdk-lib'
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { Api } from './api.ts'

/** What the service needs from the data stack. */
export interface ServiceStackProps extends StackProps {
  readonly table: ITableV2
}

/** Everything that may be deleted and deployed again without a loss. @stateless */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { table, ...props }: ServiceStackProps) {
    super(scope, id, props)
    new Api(this, 'Api', { table })
  }
}
