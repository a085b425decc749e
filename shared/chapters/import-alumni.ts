import { leads } from '../kernel/actor.ts';
import type { Call, UseCase } from '../kernel/endpoint.ts';
import type { Conflict, InvalidInput, NotFound } from '../kernel/failure.ts';
import { deriveId } from '../kernel/ids.ts';
import { hashToken, type NewToken } from '../kernel/link-token.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Language } from '../kernel/text.ts';
import { queueMessage } from '../messages/message-steps.ts';
import { jetaaChapter } from '../reference/jetaa-chapters.ts';
import { type AlumImport, beginImport, endImport, mostInvitationsADay } from './alum-import.ts';
import type { AlumImports, AlumInvitations } from './alum-invitation.port.ts';
import { type AlumInvitation, alumInvitationId, inviteAlum } from './alum-invitation.ts';
import type { ChapterFailure } from './chapter.errors.ts';
import type { Imported } from './import-rows.ts';
import { judgeImport, type PreviewPorts } from './preview-import.ts';

type WritingPorts = {
  invitations: Pick<AlumInvitations, 'many' | 'save'>;
  imports: Pick<AlumImports, 'find' | 'end'>;
  newToken: NewToken;
};
type Ports = WritingPorts & PreviewPorts & { imports: Pick<AlumImports, 'begin'> };
type Input = { chapterId: string; csv: string; rows: readonly number[]; language: Language };
type Output = { importId: string; invited: number };
type Failures = NotFound | InvalidInput | Conflict | ChapterFailure;

/** Four writes each, below a transaction's hundred. */
const atOnce = 20;

/**
 * Invites the people of the chosen rows, each by one mail, to confirm and consent. All of them or nobody: what was chosen is
 * kept whole in one write, and the invitations are made from it. Cut short, the same key, or `continueAlumImport`, goes on.
 */
export const importAlumni =
  (ports: Ports): UseCase<Input, Output, Failures> =>
  async (actor, { chapterId, csv, rows, language }, call) => {
    if (!leads(actor, chapterId) || jetaaChapter(chapterId)?.status === 'historic')
      return fail({ kind: 'not-found' });
    // Going back, ticking another row and sending that is another import, though the browser sends the same key.
    const chosenRows = JSON.stringify([csv, rows, language]);
    const id = deriveId(actor.personId, 'alum-import', chapterId, call.idempotencyKey, chosenRows);
    const before = await ports.imports.find(chapterId, id);
    if (before) return finish(ports, before, call);

    const judged = await judgeImport(ports, { chapterId, csv }, call.receivedAt);
    if (!judged.ok) return judged;
    const chosen = chosenPeople(judged.value.rows, rows);
    if (!chosen.ok) return chosen;
    const begun = beginImport(
      { id, chapterId, by: actor.personId, language, people: [...chosen.value] },
      call.receivedAt,
    );
    const saved = await ports.imports.begin(begun, mostInvitationsADay);
    if (saved.ok) return finish(ports, begun.imported, call);
    const first = await ports.imports.find(chapterId, id);
    return first
      ? finish(ports, first, call)
      : fail({ kind: 'invitations-spent', most: mostInvitationsADay });
  };

/** Goes on with an import that was cut short; one that is whole stays as it is. For any lead of the chapter. */
export const continueAlumImport =
  (ports: WritingPorts): UseCase<{ chapterId: string; importId: string }, Output, NotFound | Conflict> =>
  async (actor, { chapterId, importId }, call) => {
    const begun = leads(actor, chapterId) && (await ports.imports.find(chapterId, importId));
    return begun ? finish(ports, begun, call) : fail({ kind: 'not-found' });
  };

type Judged = { readonly line: number; readonly person: Imported | undefined };

/** A row that cannot be invited refuses them all: nobody is left wondering who went out. */
const chosenPeople = (
  judged: readonly Judged[],
  rows: readonly number[],
): Result<readonly Imported[], InvalidInput> => {
  if (rows.length === 0) return fail({ kind: 'invalid-input', fields: [{ path: 'rows', code: 'required' }] });
  const byLine = new Map(judged.map(({ line, person }) => [line, person]));
  const lines = [...new Set(rows)];
  const wrong = lines.filter((line) => !byLine.get(line));
  if (wrong.length > 0)
    return fail({
      kind: 'invalid-input',
      fields: wrong.map((line) => ({ path: 'rows', code: 'wrong-row', detail: String(line) })),
    });
  return ok(lines.flatMap((line) => byLine.get(line) ?? []));
};

/** Writes what is lacking of it, twenty at a time, and says when all is there. What somebody answered meanwhile stays. */
const finish = async (
  ports: WritingPorts,
  begun: AlumImport,
  call: Call,
): Promise<Result<Output, Conflict | NotFound>> => {
  const done = ok({ importId: begun.id, invited: begun.count });
  if (begun.status === 'written') return done;
  for (let at = 0; at < begun.people.length; at += atOnce) {
    const written = await writeSome(ports, begun, begun.people.slice(at, at + atOnce), call);
    if (!written.ok) return written;
  }
  const ended = await ports.imports.end(endImport(begun, call.receivedAt));
  // Whoever went on with it in the same moment has ended it.
  return ended.ok || ended.failure.kind === 'conflict' ? done : ended;
};

const writeSome = async (
  { invitations, newToken }: WritingPorts,
  begun: AlumImport,
  people: readonly Imported[],
  { receivedAt }: Call,
): Promise<Result<void, Conflict | NotFound>> => {
  const { id: importId, chapterId, language, by: invitedBy } = begun;
  const standing = await invitations.many(people.map(({ email }) => alumInvitationId(chapterId, email)));
  const byId = new Map(standing.map((one) => [one.id, one]));
  const changes = people.flatMap((imported) => {
    const earlier = byId.get(alumInvitationId(chapterId, imported.email));
    if (earlier && !maySendAnew(earlier, importId)) return [];
    // The id stands in the token, so that the link is found by key.
    const token = `${alumInvitationId(chapterId, imported.email)}.${newToken()}`;
    const tokenHash = hashToken('alum-invitation', token);
    const change = inviteAlum(
      earlier,
      { chapterId, importId, tokenHash, language, invitedBy, imported },
      receivedAt,
    );
    return [{ ...change, mail: mailOf(change.invitation, imported, token, receivedAt) }];
  });
  return changes.length > 0 ? invitations.save(changes) : ok(undefined);
};

const maySendAnew = ({ importId, status }: AlumInvitation, now: string) =>
  importId !== now && (status === 'pending' || status === 'withdrawn');

const mailOf = (
  { id, version, chapterId, language, expiresAt, invitedBy }: AlumInvitation,
  { email, name }: Imported,
  linkToken: string,
  at: Date,
) =>
  queueMessage(
    {
      id: deriveId('message', 'alum-invitation', id, String(version)),
      kind: 'alum-invitation',
      about: `alum-invitation#${id}`,
      to: { address: email, name },
      language,
      values: {
        chapter: jetaaChapter(chapterId)?.name ?? chapterId,
        until: expiresAt,
        linkPath: 'alumni/invitations',
      },
      linkToken,
    },
    invitedBy,
    at,
  );
