import { applicationsApi as api } from '../../shared/applications/applications.api.ts';
import { baseOf } from '../../shared/applications/sections/section-base.ts';
import type { UseCase } from '../../shared/kernel/endpoint.ts';
import type { InvalidInput } from '../../shared/kernel/failure.ts';
import { fail } from '../../shared/kernel/result.ts';
import { type Container, createContainer } from '../container/applications.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

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

/** What was read comes back here as text; the use case compares by digests, as a page's form carries them. */
const fromText =
  (run: Container['saveSection']): Container['saveSection'] =>
  (actor, { base, ...input }, call) =>
    run(actor, { ...input, base: base && baseOf(base) }, call);

const isInvalid = (failure: { kind: string }): failure is InvalidInput => failure.kind === 'invalid-input';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(api.startApplication, container.startApplication),
      bind(api.listMyApplications, container.listMyApplications),
      bind(api.viewApplication, container.viewApplication),
      bind(api.saveSection, underData(fromText(container.saveSection))),
      bind(api.submitApplication, container.submitApplication),
      bind(api.viewReceipt, container.viewReceipt),
      bind(api.viewSubmission, container.viewSubmission),
      bind(api.reopenApplication, container.reopenApplication),
      bind(api.withdrawApplication, container.withdrawApplication),
      bind(api.returnApplication, container.returnApplication),
      bind(api.acceptAward, container.acceptAward),
      bind(api.declineAward, container.declineAward),
      bind(api.listRoundApplications, container.listRoundApplications),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
