import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

type UploadedAssetsProps = {
  /** The folder that holds `assets/`, whose files carry a hash of their content in their names. */
  readonly build: string;
  readonly bucket: IBucket;
};

/** The built static files under `assets/` of a bucket. Old ones stay: a page opened yesterday still asks for them. */
export class UploadedAssets extends Construct {
  constructor(scope: Construct, id: string, { build, bucket }: UploadedAssetsProps) {
    super(scope, id);
    const folder = join(build, 'assets');
    if (!existsSync(folder)) throw new Error(`No static files in ${folder}: run npm run build first`);
    const copy = new BucketDeployment(this, 'Copy', {
      sources: [Source.asset(folder)],
      destinationBucket: bucket,
      destinationKeyPrefix: 'assets',
      prune: false,
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
      logGroup: new LogGroup(this, 'Log', {
        retention: RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    });
    const handler = copy.handlerRole.node.scope;
    if (handler) acknowledge(handler, whyTheCopyMay(bucket));
  }
}

/** The library brings its own function, role and all; it runs while a deployment does, and touches two buckets. */
const whyTheCopyMay = (bucket: IBucket): Readonly<Record<string, string>> => {
  const own = 'The library’s own function, which runs during a deployment only';
  const stack = Stack.of(bucket);
  const {
    'Fn::GetAtt': [assets],
  }: { 'Fn::GetAtt': [string, string] } = stack.resolve(bucket.bucketArn);
  const staged = 'arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*';
  const actions = ['GetBucket', 'GetObject', 'List', 'Abort', 'DeleteObject'].map(
    (verb) => `Action::s3:${verb}*`,
  );
  return {
    L1: own,
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]': own,
    ...Object.fromEntries(
      [...actions, `Resource::${staged}`, `Resource::<${assets}.Arn>/*`].map((finding) => [
        `IAM5[${finding}]`,
        own,
      ]),
    ),
  };
};
