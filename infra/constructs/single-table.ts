import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, StreamViewType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { indexNames } from '../../shared/table/index-names.ts';

type SingleTableProps = {
  /** Said, so that CloudFormation refuses to replace a table that holds people's work. */
  readonly tableName: string;
  /** Deletion is refused by the table and by the stack. */
  readonly keep: boolean;
};

/** The one table: on demand, restorable to any second of 35 days, with the stream that the relay reads. */
export class SingleTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { tableName, keep }: SingleTableProps) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      tableName,
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: keep,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      stream: StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'expiresAt',
    });
    for (const indexName of Object.values(indexNames))
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: `${indexName}pk`, type: AttributeType.STRING },
        sortKey: { name: `${indexName}sk`, type: AttributeType.STRING },
        projectionType: ProjectionType.ALL,
      });
  }

  /** Items and the named indexes, nothing of the table itself. No Scan: no request may read everything. */
  grantItems(grantee: IGrantable): void {
    const { tableArn } = this.table;
    const allow = (actions: string[], resources: string[]) =>
      grantee.grantPrincipal.addToPrincipalPolicy(
        new PolicyStatement({ actions: actions.map((action) => `dynamodb:${action}`), resources }),
      );
    allow(
      ['BatchGetItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
      [tableArn],
    );
    allow(
      ['Query'],
      Object.values(indexNames).map((name) => `${tableArn}/index/${name}`),
    );
  }

  /** The stream alone, for its one reader. */
  grantStream(grantee: IGrantable): void {
    if (!this.table.tableStreamArn) throw new Error('The table has no stream');
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
          (action) => `dynamodb:${action}`,
        ),
        resources: [this.table.tableStreamArn],
      }),
    );
  }
}
