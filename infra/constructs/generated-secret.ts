import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

type GeneratedSecretProps = { readonly description: string; readonly keep: boolean };

/** A random text nobody has seen, which CloudFormation fills in where it is used and no template holds. */
export class GeneratedSecret extends Construct {
  /** A dynamic reference, `{{resolve:secretsmanager:…}}`, resolved when the stack that uses it is deployed. */
  readonly reference: string;

  constructor(scope: Construct, id: string, { description, keep }: GeneratedSecretProps) {
    super(scope, id);
    const secret = new Secret(this, 'Secret', {
      description,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    acknowledge(secret, {
      SMG4: 'Those who use it read it when they are deployed, so it is changed by hand, as docs/operations.md says',
    });
    this.reference = secret.secretValue.unsafeUnwrap();
  }
}
