import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export type RunbookAlarmProps = {
  readonly metric: IMetric;
  /** The alarm rings when the metric reaches this. */
  readonly reaches: number;
  /** Periods in a row. @default 1 */
  readonly periods?: number;
  /** What has happened, in one sentence. */
  readonly says: string;
  /** The heading in docs/operations.md that says what to do, as its anchor. */
  readonly runbook: string;
  readonly topic: ITopic;
};

/** An alarm that says what has happened and where to read what to do. No data is no trouble. */
export class RunbookAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: RunbookAlarmProps) {
    super(scope, id, {
      metric: props.metric,
      threshold: props.reaches,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${props.says} See docs/operations.md#${props.runbook}`,
    });
    this.addAlarmAction(new SnsAction(props.topic));
    this.addOkAction(new SnsAction(props.topic));
  }
}
