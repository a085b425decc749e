import { applicationsApi as api } from '../../shared/applications/applications.api.ts';
import type { UseCase } from '../../shared/kernel/endpoint.ts';
import type { InvalidInput } from '../../shared/kernel/failure.ts';
import { fail } from '../../shared/kernel/result.ts';
import { type Container, createContainer } from '../container/applications.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

/** A link's holder has no account: the token in the body is all that says who asks. */
const asHolder =
  <Input, Output, Failure>(
    run: UseCase<Input, Output, Failure>,
  ): UseCase<Input & { token: string }, Output, Failure> =>
  (_public, input, call) =>
    run({ kind: 'link', token: input.token }, input, call);

/** The use case knows a section's own fields; in a body they stand under `data`. */
const underData =
  <Input, Output, Failure extends { kind: string }>(
    run: UseCase<Input, Output, Failure | InvalidInput>,
  ): UseCase<Input, Output, Failure | InvalidInput> =>
  async (actor, input, call) => {
    const done = await run(actor, input, call);
    if (done.ok || !isInvalid(done.failure)) return done;
    const fields = done.failure.fields.map(({ path, code }) => ({
      path: path === '' ? 'data' : `data.${path}`,
      code,
    }));
    return fail({ kind: 'invalid-input', fields });
  };

const isInvalid = (failure: { kind: string }): failure is InvalidInput => failure.kind === 'invalid-input';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(api.startApplication, container.startApplication),
      bind(api.listMyApplications, container.listMyApplications),
      bind(api.viewApplication, container.viewApplication),
      bind(api.saveSection, underData(container.saveSection)),
      bind(api.submitApplication, container.submitApplication),
      bind(api.viewReceipt, container.viewReceipt),
      bind(api.viewSubmission, container.viewSubmission),
      bind(api.reopenApplication, container.reopenApplication),
      bind(api.withdrawApplication, container.withdrawApplication),
      bind(api.returnApplication, container.returnApplication),
      bind(api.acceptAward, container.acceptAward),
      bind(api.declineAward, container.declineAward),
      bind(api.requestSignOff, container.requestSignOff),
      bind(api.signAsOwner, container.signAsOwner),
      bind(api.viewSignOff, asHolder(container.viewSignOff)),
      bind(api.signByLink, asHolder(container.signByLink)),
      bind(api.requestConfirmation, container.requestConfirmation),
      bind(api.viewConfirmation, asHolder(container.viewConfirmation)),
      bind(api.answerConfirmation, asHolder(container.answerConfirmation)),
      bind(api.listRoundApplications, container.listRoundApplications),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
