import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Leaves findings of cdk-nag standing on this construct and what it holds: rule → why that is right here. */
export const acknowledge = (construct: IConstruct, reasons: Readonly<Record<string, string>>): void => {
  for (const [rule, reason] of Object.entries(reasons))
    Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason });
};
