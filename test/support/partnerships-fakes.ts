import type { Call } from '../../shared/kernel/endpoint.ts';
import { fail, ok } from '../../shared/kernel/result.ts';
import type { ClaimChange } from '../../shared/partnerships/claim.ts';
import type { Partnerships } from '../../shared/partnerships/partnership.port.ts';
import {
  type Claim,
  type Organisation,
  type Partnership,
  partnershipSchema,
} from '../../shared/partnerships/partnership.ts';
import { listedPartnership } from '../../shared/reference/partnerships.ts';

export const at = new Date('2027-01-04T12:00:00.000Z');

export const aCall = (over: Partial<Call> = {}): Call => ({
  receivedAt: at,
  idempotencyKey: 'key-1',
  ...over,
});

export const anOrganisation = (over: Partial<Organisation> = {}): Organisation => ({
  id: 'org-austin',
  version: 1,
  legalName: 'Austin–Oita Committee',
  kind: 'sister-city-organisation',
  createdAt: '2027-01-01T00:00:00.000Z',
  ...over,
});

export const aClaim = (over: Partial<Claim> = {}): Claim => ({
  partnershipId: 'austin-tx-oita',
  organisationId: 'org-austin',
  version: 1,
  status: 'claimed',
  claimedBy: 'ada',
  claimedAt: '2027-01-02T00:00:00.000Z',
  ...over,
});

export const aProposed = (over: Partial<Partnership> = {}): Partnership => ({
  id: 'added-1',
  us: { name: 'Bozeman', region: 'MT' },
  jp: { name: 'Yamanouchi', region: 'Nagano', nameJa: '山ノ内町' },
  standing: 'proposed',
  ...over,
});

type Standing = {
  partnerships?: readonly Partnership[];
  claims?: readonly Claim[];
  organisations?: readonly Organisation[];
};

/** The area's storage in memory, with the store's conditions. `events` lists what was written beside the state. */
export const fakePartnerships = (standing: Standing = {}) => {
  const added = new Map((standing.partnerships ?? []).map((one) => [one.id, one]));
  const organisations = new Map((standing.organisations ?? [anOrganisation()]).map((one) => [one.id, one]));
  const keyOf = (one: Pick<Claim, 'partnershipId' | 'organisationId'>) =>
    `${one.partnershipId}/${one.organisationId}`;
  const claims = new Map((standing.claims ?? []).map((one) => [keyOf(one), one]));
  const owners = new Map<string, string>();
  const events: string[] = [];

  const find = (id: string) => {
    const listed = listedPartnership(id);
    return listed ? partnershipSchema.parse({ ...listed, standing: 'reference' }) : added.get(id);
  };
  const write = ({ claim, events: made }: ClaimChange) => {
    if ((claims.get(keyOf(claim))?.version ?? 0) !== claim.version - 1) return fail({ kind: 'conflict' });
    claims.set(keyOf(claim), claim);
    events.push(...made.map(({ type }) => type));
    return ok(undefined);
  };
  const partnerships: Partnerships = {
    find: async (id) => find(id),
    many: async (ids) => [...new Set(ids)].flatMap((id) => find(id) ?? []),
    organisation: async (id) => organisations.get(id),
    organisations: async (ids) => ids.flatMap((id) => organisations.get(id) ?? []),
    claim: async (partnershipId, organisationId) => claims.get(keyOf({ partnershipId, organisationId })),
    claimsOf: async (id) => [...claims.values()].filter(({ organisationId }) => organisationId === id),
    claimsOn: async (id) => [...claims.values()].filter(({ partnershipId }) => partnershipId === id),
    confirmed: async () => [...added.values()].filter((one) => one.standing === 'confirmed'),
    openClaims: async () => ({ items: [...claims.values()].filter(({ status }) => status === 'claimed') }),
    found: async ({ organisation, events: made }, { personId }) => {
      if (organisations.has(organisation.id)) return fail({ kind: 'conflict' });
      organisations.set(organisation.id, organisation);
      owners.set(organisation.id, personId);
      events.push(...made.map(({ type }) => type));
      return ok(undefined);
    },
    enrol: async ({ organisation, events: made }, claimed) => {
      if (organisations.has(organisation.id)) return fail({ kind: 'conflict' });
      organisations.set(organisation.id, organisation);
      events.push(...made.map(({ type }) => type));
      return write(claimed);
    },
    saveClaim: async (change) => write(change),
    propose: async ({ partnership, events: made }, claimed) => {
      if (added.has(partnership.id)) return fail({ kind: 'conflict' });
      added.set(partnership.id, partnership);
      events.push(...made.map(({ type }) => type));
      return write(claimed);
    },
    confirm: async ({ partnership, events: made }) => {
      if (added.get(partnership.id)?.standing !== 'proposed') return fail({ kind: 'conflict' });
      added.set(partnership.id, partnership);
      events.push(...made.map(({ type }) => type));
      return ok(undefined);
    },
  };
  return { partnerships, added, claims, organisations, owners, events };
};
