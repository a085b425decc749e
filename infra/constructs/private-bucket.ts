import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  type CorsRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

type PrivateBucketProps = {
  /** Refuse to delete it, and keep what is overwritten for 90 days. */
  readonly keep: boolean;
  readonly cors?: CorsRule[];
  /** Tell EventBridge what comes and goes. @default false */
  readonly events?: boolean;
  /** What lies under these prefixes is deleted after so many days. */
  readonly expiring?: readonly { readonly prefix: string; readonly days: number }[];
};

/** A bucket nobody reads but by a signed address or CloudFront: no public access, TLS only, encrypted. */
export class PrivateBucket extends Bucket {
  constructor(
    scope: Construct,
    id: string,
    { keep, cors = [], events = false, expiring = [] }: PrivateBucketProps,
  ) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      cors,
      versioned: keep,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      lifecycleRules: [
        { id: 'unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        ...expiring.map(({ prefix, days }) => ({
          id: `expiring-${prefix.replaceAll('/', '')}`,
          prefix,
          expiration: Duration.days(days),
          noncurrentVersionExpiration: Duration.days(1),
        })),
        ...(keep ? [{ id: 'overwritten', noncurrentVersionExpiration: Duration.days(90) }] : []),
      ],
    });
    // On the resource itself: the construct's own way of it brings a function that sets it after each deployment.
    if (events && this.node.defaultChild instanceof CfnBucket)
      this.node.defaultChild.notificationConfiguration = {
        eventBridgeConfiguration: { eventBridgeEnabled: true },
      };
    acknowledge(this, {
      S1: 'A log of reads would keep visitors’ addresses; files are reached by signed addresses or CloudFront alone',
    });
  }

  /** To write, read and remove single files, and read what a scanner has said of them; never to list who has sent some. */
  grantObjects(role: IRole): void {
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: [
          's3:AbortMultipartUpload',
          's3:DeleteObject',
          's3:GetObject',
          's3:GetObjectTagging',
          's3:PutObject',
        ],
        resources: [this.arnForObjects('*')],
      }),
    );
    // The finding names the export that the role's stack will import.
    const stack = Stack.of(this);
    const imported: { 'Fn::ImportValue': string } = stack.resolve(stack.exportValue(this.bucketArn));
    acknowledge(role, {
      [`IAM5[Resource::${imported['Fn::ImportValue']}/*]`]:
        'Every file of this one bucket, and no listing of them',
    });
  }
}
