import { randomBytes, randomUUID } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { applicationsUseCases } from '../../../functions/container/applications-use-cases.ts';
import { endorsementsUseCases } from '../../../functions/container/endorsements-use-cases.ts';
import {
  openPartnerships,
  partnershipsUseCases,
} from '../../../functions/container/partnerships-use-cases.ts';
import { applicationStore, applicationWrites } from '../../../shared/applications/application.store.ts';
import { sectionIds } from '../../../shared/applications/application.ts';
import { draftStore } from '../../../shared/applications/draft.store.ts';
import { textDigest } from '../../../shared/applications/snapshot.ts';
import type { Person } from '../../../shared/kernel/actor.ts';
import type { Round } from '../../../shared/programs/round.ts';
import { listedPartnerships } from '../../../shared/reference/partnerships.ts';
import { cursorsWith } from '../../../shared/table/cursor.ts';
import type { Table } from '../../../shared/table/table.ts';
import { putItem, transact } from '../../../shared/table/transact.ts';
import { callAt, done, inDays } from './clock.ts';
import { completeSections } from './complete-sections.ts';
import { courses } from './rounds.ts';

export type Organisation = { readonly id: string; readonly partnershipId: string };
const usualTitle = 'Bread and clay';
/** Who applies, under which title and in which words, where it matters. */
type Applying = Organisation & { readonly title?: string; readonly summary?: string };

/** Organisations and their applications, made by the use cases themselves, at the instant a test needs. */
export const applicationsOn = (table: Table) => {
  const partnerships = openPartnerships(table);
  const directory = partnershipsUseCases({ partnerships, cursors: cursorsWith('set-up') });
  const tokens: string[] = [];
  const newToken = () => {
    const token = randomBytes(32).toString('base64url');
    tokens.push(token);
    return token;
  };
  const engines = {
    table,
    directory: partnerships,
    newToken,
    cursors: cursorsWith('set-up'),
  };
  const act = { ...applicationsUseCases(engines), ...endorsementsUseCases(engines) };
  let taken = 0;

  /** The token of the link that an act has mailed. */
  const linkOf = async (ask: () => Promise<unknown>): Promise<string> => {
    tokens.length = 0;
    await ask();
    const [token] = tokens;
    if (!token) throw new Error('No link was made');
    return token;
  };

  const found = async (owner: Person, legalName: string): Promise<{ id: string }> => {
    const terms = { legalName, kind: 'sister-city-organisation' } as const;
    return done(await directory.createOrganisation(owner, terms, callAt(inDays(-180)))).organisation;
  };

  /** Claims a partnership: the one named, or one that nobody else here has. */
  const claim = async (owner: Person, organisationId: string, named?: string): Promise<string> => {
    const partnershipId = named ?? listedPartnerships[taken]?.id ?? '';
    if (!named) taken += 1;
    done(await directory.claimPartnership(owner, { partnershipId, organisationId }, callAt(inDays(-170))));
    return partnershipId;
  };

  const verify = async (staff: Person, { id: organisationId, partnershipId }: Organisation) => {
    const input = { partnershipId, organisationId, outcome: 'verify', version: 1 } as const;
    done(await directory.settleClaim(staff, input, callAt(inDays(-165))));
  };

  /** A draft with nothing in it yet. */
  const start = async (
    owner: Person,
    { id: organisationId, partnershipId, title = usualTitle }: Applying,
    roundId: string,
    at: Date,
  ) => {
    const input = { roundId, organisationId, partnershipId, title };
    return done(await act.startApplication(owner, input, callAt(at))).id;
  };

  /** A draft with every section complete, unsigned. */
  const fillIn = async (owner: Person, of: Applying, round: Round, at: Date): Promise<string> => {
    const applicationId = await start(owner, of, round.id, at);
    const sections = completeSections(of.title ?? usualTitle, of.summary);
    for (const sectionId of sectionIds) {
      const input = { applicationId, sectionId, version: 0, data: sections[sectionId] };
      done(await act.saveSection(owner, input, callAt(at)));
    }
    return applicationId;
  };

  const digestOf = async (applicationId: string, round: Round): Promise<string> => {
    const draft = await draftStore(table).find(applicationId);
    return textDigest(draft?.sections ?? [], round);
  };

  /** A complete draft that its owner has signed. */
  const fillInAndSign = async (owner: Person, of: Applying, round: Round, at: Date): Promise<string> => {
    const applicationId = await fillIn(owner, of, round, at);
    const digest = await digestOf(applicationId, round);
    const signature = { name: 'Authorised Official', agreed: true, textDigest: digest } as const;
    done(await act.signAsOwner(owner, { applicationId, ...signature }, callAt(at)));
    return applicationId;
  };

  const firsts = new Map<string, Promise<string>>();
  /** Another one like the first that was made for this organisation, partnership and round: thirty writes in one. */
  const likeTheFirst =
    (make: typeof fillIn): typeof fillIn =>
    async (owner, of, round, at) => {
      const like = `${make === fillIn ? 'complete' : 'signed'} ${of.id} ${of.partnershipId} ${round.id} ${of.title} ${of.summary}`;
      const first = firsts.get(like) ?? make(owner, of, round, at);
      firsts.set(like, first);
      return copyApplication(table, await first);
    };
  /** A draft with every section complete, unsigned. */
  const complete = likeTheFirst(fillIn);
  /** A draft that could be submitted now. */
  const sign = likeTheFirst(fillInAndSign);

  const submit = async (owner: Person, of: Applying, round: Round, at: Date): Promise<string> => {
    const applicationId = await sign(owner, of, round, at);
    done(await act.submitApplication(owner, { applicationId }, callAt(at)));
    return applicationId;
  };
  return { act, found, claim, verify, linkOf, start, complete, digestOf, sign, submit };
};
/**
 * The same application under an id of its own, with its sections, signature and history. Its head comes in as a first
 * version does, so that what lies elsewhere beside it, under its organisation and its partnership, is there as well.
 */
const copyApplication = async (table: Table, id: string): Promise<string> => {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `application#${id}` },
    }),
  );
  const head = await applicationStore(table).find(id);
  if (head?.version !== 1) throw new Error('Only what has not moved since its start is copied');
  const copy = randomUUID();
  const beside: Record<string, unknown>[] = JSON.parse(
    JSON.stringify(Items.filter(({ sk }) => sk !== 'application')).replaceAll(id, copy),
  );
  const started = applicationWrites(table, { application: { ...head, id: copy }, events: [] });
  done(
    await transact(table, [...started, ...beside.map((Item) => putItem({ TableName: table.table, Item }))]),
  );
  return copy;
};

/** An instant within the submission time of a round with this course. */
export const whileOpen = (course: keyof typeof courses): Date =>
  course === 'closed' ? inDays(courses.closed.closes - 5) : new Date();
