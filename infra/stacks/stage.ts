import type { StackProps } from 'aws-cdk-lib';

/** What differs between one running Shimai and another. Nothing is looked up; all of it is said in `infra/app.ts`. */
export type StageProps = {
  readonly stage: 'dev' | 'prod';
  /**
   * `https://host`, no slash at the end: links, redirects and origin checks are made of it. It is said, not derived,
   * because the functions behind CloudFront cannot wait for the name CloudFront will get.
   */
  readonly publicOrigin: string;
  /** The sender's address; its domain becomes the SES identity. */
  readonly mailFrom: string;
  /** A certificate for publicOrigin's host, in us-east-1. Without one the site has CloudFront's own name. */
  readonly certificateArn?: string | undefined;
  /** Whom alarms reach. Without it they are only seen in the console. */
  readonly alarmMail?: string | undefined;
  /** Where the build has put the bundles and assets. */
  readonly build: string;
};

export const isProduction = ({ stage }: StageProps): boolean => stage === 'prod';

/** `shimai-<stage>-<part>`, and no end of a production stack by mistake. */
export const stackProps = (stage: StageProps, part: string, description: string): StackProps => ({
  stackName: `shimai-${stage.stage}-${part}`,
  description,
  terminationProtection: isProduction(stage),
});
