import * as z from 'zod';
import { isStaff } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { lineSchema } from '../kernel/text.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import type { OfficeDomains } from './office-domain.port.ts';
import { domainKey, domainSchema, type OfficeDomain } from './office-domain.ts';

export const recordSchema = z.strictObject({
  domain: domainSchema,
  evidence: lineSchema(300).pipe(z.string().min(1)),
});
export const withdrawalSchema = z.strictObject({ domain: domainSchema });

type Of = { partnershipId: string };
type Ports = {
  officeDomains: OfficeDomains;
  directory: Pick<PartnershipDirectory, 'find'>;
};
type Output = { domain: string; version: number };

const eventOf = (record: OfficeDomain, type: string, by: string, at: Date): DomainEvent => ({
  id: `${record.partnershipId}/${domainKey(record.domain)}/${record.version}`,
  subject: `partnership#${record.partnershipId}`,
  type,
  at: at.toISOString(),
  by,
  data: { domain: record.domain },
});

const standing = async (officeDomains: Ports['officeDomains'], domain: string, partnershipId: string) =>
  (await officeDomains.of(domain)).find((one) => one.partnershipId === partnershipId);

/** Staff record a domain as the Japanese office's own, and what shows it. Once withdrawn it can be recorded anew. */
export const recordOfficeDomain =
  ({
    officeDomains,
    directory,
  }: Ports): UseCase<Of & z.output<typeof recordSchema>, Output, NotFound | Conflict> =>
  async (actor, { partnershipId, domain, evidence }, { receivedAt }) => {
    if (!isStaff(actor) || !(await directory.find(partnershipId))) return fail({ kind: 'not-found' });
    const from = await standing(officeDomains, domain, partnershipId);
    // A second click finds what the first has recorded.
    if (from?.status === 'recorded') return ok({ domain, version: from.version });
    const record: OfficeDomain = {
      partnershipId,
      domain,
      version: (from?.version ?? 0) + 1,
      status: 'recorded',
      evidence,
      recordedBy: actor.personId,
      recordedAt: receivedAt.toISOString(),
    };
    const events = [eventOf(record, 'office-domain-recorded', actor.personId, receivedAt)];
    const saved = await officeDomains.save({ record, events });
    return saved.ok ? ok({ domain, version: record.version }) : saved;
  };

/** Staff take a record back: answers from this domain count as any other from then on, those given before too. */
export const withdrawOfficeDomain =
  ({
    officeDomains,
  }: Pick<Ports, 'officeDomains'>): UseCase<
    Of & z.output<typeof withdrawalSchema> & { version: number },
    Output,
    NotFound | Conflict | Stale | StepRefused
  > =>
  async (actor, { partnershipId, domain, version }, { receivedAt }) => {
    if (!isStaff(actor)) return fail({ kind: 'not-found' });
    const from = await standing(officeDomains, domain, partnershipId);
    if (!from) return fail({ kind: 'not-found' });
    if (from.status === 'withdrawn') return ok({ domain, version: from.version });
    if (from.version !== version) return fail({ kind: 'stale', current: from.version });
    const record: OfficeDomain = {
      ...from,
      version: from.version + 1,
      status: 'withdrawn',
      withdrawnAt: receivedAt.toISOString(),
    };
    const events = [eventOf(record, 'office-domain-withdrawn', actor.personId, receivedAt)];
    const saved = await officeDomains.save({ record, events });
    return saved.ok ? ok({ domain, version: record.version }) : saved;
  };
