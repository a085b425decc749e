import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { AttributeValue as StreamValue } from 'aws-lambda';
import { environments } from '../../shared/environment.ts';
import { changeOf } from '../../shared/messages/change.store.ts';
import { taskQueue } from '../../shared/messages/task.queue.ts';

export const createContainer = (env: NodeJS.ProcessEnv) => {
  const urls = environments.relay.parse(env);
  const client = new SQSClient();
  return {
    // Lambda's stream values and the SDK's are the same JSON; only binary ones differ, and no item here has any.
    changeOf: (image: Record<string, StreamValue> | undefined) =>
      changeOf(image as Record<string, AttributeValue> | undefined),
    queues: {
      mail: taskQueue(client, urls.MAIL_QUEUE_URL),
      job: taskQueue(client, urls.JOB_QUEUE_URL),
      optimise: taskQueue(client, urls.OPTIMISE_QUEUE_URL),
      study: taskQueue(client, urls.STUDY_QUEUE_URL),
      roster: taskQueue(client, urls.ROSTER_QUEUE_URL),
      matches: taskQueue(client, urls.MATCHES_QUEUE_URL),
      export: taskQueue(client, urls.EXPORT_QUEUE_URL),
      files: taskQueue(client, urls.FILES_QUEUE_URL),
      erasure: taskQueue(client, urls.ERASURE_QUEUE_URL),
    },
  };
};
