import { Aws, CfnOutput, Stack } from 'aws-cdk-lib';
import { UserPoolEmail } from 'aws-cdk-lib/aws-cognito';
import { HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { GeneratedSecret } from '../constructs/generated-secret.ts';
import { MalwareProtection } from '../constructs/malware-protection.ts';
import { PrivateBucket } from '../constructs/private-bucket.ts';
import { SignIn } from '../constructs/sign-in.ts';
import { SingleTable } from '../constructs/single-table.ts';
import { domainOf } from './mail.ts';
import { isProduction, type StageProps, stackProps } from './stage.ts';

/** What must outlive every deployment: the table, the files, the people, the secrets. */
export class DataStack extends Stack {
  readonly table: SingleTable;
  readonly files: PrivateBucket;
  readonly signIn: SignIn;
  readonly originSecret: GeneratedSecret;
  readonly sealKey: GeneratedSecret;

  constructor(scope: Construct, stage: StageProps) {
    super(scope, 'data', stackProps(stage, 'data', 'What Shimai keeps: table, files, people, secrets'));
    const keep = isProduction(stage);
    const { publicOrigin, mailFrom } = stage;
    this.table = new SingleTable(this, 'Table', { tableName: `shimai-${stage.stage}`, keep });
    this.files = new PrivateBucket(this, 'Files', {
      keep,
      // As shared/roster/export.ts says on the page.
      expiring: [{ prefix: 'exports/', days: 7 }],
      cors: [
        {
          allowedOrigins: [publicOrigin],
          allowedMethods: [HttpMethods.POST],
          allowedHeaders: ['*'],
          maxAge: 3600,
        },
      ],
      events: true,
    });
    new MalwareProtection(this, 'Scanner', { bucket: this.files });
    this.signIn = new SignIn(this, 'SignIn', {
      stage: stage.stage,
      publicOrigin,
      // Cognito's own sender stops at 50 mails a day: enough to try, not to open a round.
      email: keep
        ? UserPoolEmail.withSES({
            fromEmail: mailFrom,
            fromName: 'Shimai',
            sesVerifiedDomain: domainOf(mailFrom),
            sesRegion: Aws.REGION,
          })
        : UserPoolEmail.withCognito(),
      keep,
    });
    this.originSecret = new GeneratedSecret(this, 'OriginSecret', {
      description: 'What CloudFront says to the gateway, and the gateway to nobody',
      keep,
    });
    this.sealKey = new GeneratedSecret(this, 'SealKey', {
      description: 'Seals cursors and sign-in state',
      keep,
    });
    new CfnOutput(this, 'TableName', { value: this.table.table.tableName });
  }
}
