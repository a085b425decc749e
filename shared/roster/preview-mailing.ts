import type { Application } from '../applications/application.ts';
import type { Jobs } from '../jobs/job.port.ts';
import { type SeenJob, seenJob } from '../jobs/view-job.ts';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { Language } from '../kernel/text.ts';
import type { Compose, Letter } from '../messages/message.port.ts';
import type { Round } from '../programs/round.ts';
import type { Cursors } from '../table/cursor.ts';
import { type ChosenPorts, chosenApplications } from './chosen-applications.ts';
import { messageTo, type Recipients, recipientIds, recipientsOf } from './mail-to.ts';
import type { Mailings } from './mailing.port.ts';
import type { Mailing } from './mailing.ts';

type Ports = ChosenPorts & {
  mailings: Pick<Mailings, 'find'>;
  jobs: Pick<Jobs, 'find'>;
  people: Recipients;
  compose: Compose;
  cursors: Cursors;
};

export type PreviewedMail = {
  readonly to: { readonly name: string; readonly address: string };
  readonly language: Language;
  readonly letter: Letter;
};
export type MailingPreview = {
  readonly round: Round;
  readonly mailing: Mailing;
  readonly items: readonly {
    readonly application: Pick<Application, 'id' | 'title' | 'pair'>;
    readonly mails: readonly PreviewedMail[];
  }[];
  /** Of those this person may know of: the mail goes to nobody else. */
  readonly applications: number;
  readonly messages: number;
  readonly job?: SeenJob | undefined;
  readonly next?: string | undefined;
};

/** Applications a page: each means its people's accounts. */
const perPage = 20;

/**
 * Every message as it would be written now, to each recipient, page by page, and how many there are. Linear in what is
 * filtered: heads by key, and once for each organisation who belongs to it.
 */
export const previewMailing =
  (
    ports: Ports,
  ): UseCase<{ mailingId: string; cursor?: string | undefined }, MailingPreview, NotFound | InvalidInput> =>
  async (actor, { mailingId, cursor }, { receivedAt: now }) => {
    const mailing = isStaff(actor) ? await ports.mailings.find(mailingId) : undefined;
    if (!isStaff(actor) || !mailing) return fail({ kind: 'not-found' });
    const scope = `mailing:${mailingId}:${actor.personId}`;
    const after = cursor && ports.cursors.open(scope, cursor);
    if (cursor && !after)
      return fail({ kind: 'invalid-input', fields: [{ path: 'cursor', code: 'invalid' }] });
    const [found, job] = await Promise.all([
      chosenApplications(ports)(actor, mailing.roundId, mailing.filter),
      mailing.asked && ports.jobs.find(mailing.asked.jobId),
    ]);
    if (!found) return fail({ kind: 'not-found' });
    const { round } = found;
    const chosen = found.chosen.map(({ head }) => head);
    const start = after ? chosen.findIndex(({ id }) => id === after) + 1 : 0;
    const page = chosen.slice(start, start + perPage);
    const [counts, accounts] = await Promise.all([
      countsOf(ports, chosen, mailing),
      Promise.all(page.map(({ organisationId }) => recipientsOf(ports.people, organisationId, mailing.to))),
    ]);
    const items = page.map((application, at) => {
      const { id, title, pair } = application;
      const mails = (accounts[at] ?? []).map((account): PreviewedMail => {
        const of = { mailing, round, application, hold: true, by: 'system:preview', now };
        const { message } = messageTo(account, of);
        const to = { name: account.name, address: account.email };
        return { to, language: account.language, letter: ports.compose(message) };
      });
      return { application: { id, title, pair }, mails };
    });
    const last = page.at(-1)?.id;
    const more = last !== undefined && start + perPage < chosen.length;
    return ok({
      ...{ round, mailing, items, applications: chosen.length, messages: counts },
      ...(job && { job: seenJob(job, now) }),
      ...(more && { next: ports.cursors.seal(scope, last) }),
    });
  };

/** Organisations asked about at once. */
const atOnce = 50;

const countsOf = async (
  { people }: Pick<Ports, 'people'>,
  chosen: readonly Pick<Application, 'organisationId'>[],
  { to }: Mailing,
): Promise<number> => {
  const organisations = [...new Set(chosen.map(({ organisationId }) => organisationId))];
  const counts = new Map<string, number>();
  for (let at = 0; at < organisations.length; at += atOnce)
    await Promise.all(
      organisations
        .slice(at, at + atOnce)
        .map(async (id) => counts.set(id, (await recipientIds(people, id, to)).length)),
    );
  return chosen.reduce((sum, { organisationId }) => sum + (counts.get(organisationId) ?? 0), 0);
};
