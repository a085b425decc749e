import { Duration, Stack } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { RunbookAlarm, type RunbookAlarmProps } from '../constructs/runbook-alarm.ts';
import type { ApiStack } from './api.ts';
import type { BackgroundStack } from './background.ts';
import type { PagesStack } from './pages.ts';
import { type StageProps, stackProps } from './stage.ts';

type OperationsStackProps = {
  readonly stage: StageProps;
  readonly api: ApiStack;
  readonly pages: PagesStack;
  readonly background: BackgroundStack;
};

const period = Duration.minutes(5);

/** Whom to call and when: each alarm's first step is a heading of docs/operations.md. */
export class OperationsStack extends Stack {
  constructor(scope: Construct, { stage, api, pages, background }: OperationsStackProps) {
    super(scope, 'operations', stackProps(stage, 'operations', 'Alarms, and whom they reach'));
    const topic = new Topic(this, 'Alarms', { displayName: `Shimai ${stage.stage}`, enforceSSL: true });
    if (stage.alarmMail) topic.addSubscription(new EmailSubscription(stage.alarmMail));
    const alarm = (id: string, props: Omit<RunbookAlarmProps, 'topic'>) =>
      new RunbookAlarm(this, id, { ...props, topic });

    for (const [name, queue] of Object.entries(background.deadLetters))
      alarm(`${name}-dead-letters`, {
        metric: queue.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM }),
        reaches: 1,
        says: `Work of "${name}" failed too often and was set aside.`,
        runbook: `${name}-dead-letters`,
      });
    for (const handler of [...api.functions, ...pages.functions, ...background.functions])
      alarm(`${handler.spec.name}-errors`, {
        metric: handler.metricErrors({ period, statistic: Stats.SUM }),
        reaches: 1,
        says: `The function "${handler.spec.name}" failed or timed out.`,
        runbook: 'function-errors',
      });
    alarm('relay-age', {
      metric: background.relay.metric('IteratorAge', { period, statistic: Stats.MAXIMUM }),
      reaches: Duration.minutes(15).toMilliseconds(),
      periods: 2,
      says: 'Events wait for the relay longer than 15 minutes.',
      runbook: 'relay-age',
    });
    alarm('gateway-5xx', {
      metric: api.api.metricServerError({ period, statistic: Stats.SUM }),
      reaches: 5,
      says: 'The gateway answered with server errors.',
      runbook: 'gateway-5xx',
    });
    const reputation = (metricName: string) =>
      new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: Stats.MAXIMUM });
    // SES reviews an account at 5% bounces or 0.1% complaints.
    alarm('bounce-rate', {
      metric: reputation('Reputation.BounceRate'),
      reaches: 0.03,
      says: 'Too many letters bounce.',
      runbook: 'bounce-rate',
    });
    alarm('complaint-rate', {
      metric: reputation('Reputation.ComplaintRate'),
      reaches: 0.0008,
      says: 'Too many readers call our letters spam.',
      runbook: 'complaint-rate',
    });
  }
}
