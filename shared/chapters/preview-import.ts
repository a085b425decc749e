import type { Accounts } from '../accounts/account.port.ts';
import { standingAccounts } from '../accounts/standing-accounts.ts';
import type { Withdrawals } from '../alumni/alum.port.ts';
import { jetYearOf } from '../conflicts/jet-years.ts';
import { leads } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound } from '../kernel/failure.ts';
import { allOf } from '../kernel/page.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { jetaaChapter } from '../reference/jetaa-chapters.ts';
import { mostInvitationsADay } from './alum-import.ts';
import type { AlumImports, AlumInvitations } from './alum-invitation.port.ts';
import { type AlumInvitation, alumInvitationId, isAlumInvitationExpired } from './alum-invitation.ts';
import { stillSeen } from './chapter-member.ts';
import type { ChapterMembers } from './chapter-members.port.ts';
import { type Duplicate, findDuplicates, type KnownAlum, servedOf } from './import-duplicates.ts';
import { type ImportRow, type RowProblem, readImport } from './import-rows.ts';

export type PreviewPorts = {
  members: ChapterMembers;
  withdrawals: Pick<Withdrawals, 'all'>;
  accounts: Pick<Accounts, 'many'>;
  invitations: Pick<AlumInvitations, 'many' | 'ofChapter'>;
  imports: Pick<AlumImports, 'mailedOn'>;
};

/** `ready` goes along unless it is left out, `duplicate` only where a person says so, `wrong` never. */
export type PreviewRow = ImportRow & {
  readonly verdict: 'ready' | 'duplicate' | 'wrong';
  readonly duplicates: readonly Duplicate[];
};
export type ImportPreview = {
  readonly rows: readonly PreviewRow[];
  /** Invitations that the chapter may still mail today, UTC. */
  readonly left: number;
};

type Input = { chapterId: string; csv: string };

/** What an import would do, row by row; it changes nothing and nobody gets mail. For the chapter's leads. */
export const previewAlumImport =
  (ports: PreviewPorts): UseCase<Input, ImportPreview, NotFound | InvalidInput> =>
  async (actor, { chapterId, csv }, { receivedAt }) => {
    // Nobody is invited to a chapter that is no more.
    if (!leads(actor, chapterId) || jetaaChapter(chapterId)?.status === 'historic')
      return fail({ kind: 'not-found' });
    return judgeImport(ports, { chapterId, csv }, receivedAt);
  };

/** The rows as they stand at this instant, for looking at them and for acting on them alike. Linear in the chapter's people. */
export const judgeImport = async (
  ports: PreviewPorts,
  { chapterId, csv }: Input,
  now: Date,
): Promise<Result<ImportPreview, InvalidInput>> => {
  const read = readImport(csv, jetYearOf(now));
  if (!read.ok) return fail({ kind: 'invalid-input', fields: read.failure });
  const people = read.value.flatMap(({ person }) => person ?? []);
  const [members, listed, theirs, mailed] = await Promise.all([
    knownMembers(ports, chapterId),
    allOf((position) => ports.invitations.ofChapter(chapterId, position)),
    // The index lags: what stands under this very address is read by key.
    ports.invitations.many(people.map(({ email }) => alumInvitationId(chapterId, email))),
    ports.imports.mailedOn(chapterId, now.toISOString().slice(0, 10)),
  ]);
  const invited = new Map([...listed, ...theirs].map((one) => [one.id, one]));
  const duplicatesOf = findDuplicates([
    ...members,
    ...[...invited.values()].flatMap((one) => knownOf(one, now)),
    ...read.value.flatMap(inFile),
  ]);
  const rows = read.value.map((row): PreviewRow => {
    const { person } = row;
    if (!person) return { ...row, verdict: 'wrong', duplicates: [] };
    const answered = answeredBefore(invited.get(alumInvitationId(chapterId, person.email)), row);
    if (answered)
      return { ...row, person: undefined, verdict: 'wrong', duplicates: [], problems: [answered] };
    // Of two rows of one person the first stands.
    const duplicates = duplicatesOf(person).filter(({ line = 0 }) => line < row.line);
    return { ...row, verdict: duplicates.length > 0 ? 'duplicate' : 'ready', duplicates };
  });
  return ok({ rows, left: Math.max(0, mostInvitationsADay - mailed) });
};

/** Who has said yes or no to this chapter already is not asked by it again. */
const answeredBefore = (before: AlumInvitation | undefined, { typed }: ImportRow): RowProblem | undefined => {
  if (before?.status === 'accepted') return { column: 'email', code: 'joined-already', detail: typed.email };
  if (before?.status === 'declined') return { column: 'email', code: 'declined', detail: typed.email };
  return undefined;
};

const knownOf = (one: AlumInvitation, now: Date): KnownAlum[] =>
  one.status === 'pending' && one.imported && !isAlumInvitationExpired(one, now)
    ? [
        {
          as: 'invited',
          name: one.imported.name,
          addresses: [one.imported.email],
          served: servedOf(one.imported.placements),
        },
      ]
    : [];

const inFile = ({ person, line }: ImportRow): KnownAlum[] =>
  person
    ? [
        {
          ...{ as: 'row', line, name: person.name },
          ...{ addresses: [person.email], served: servedOf(person.placements) },
        },
      ]
    : [];

// Only members whom the leads may see: an address tells nothing of whether somebody else has an account.
const knownMembers = async (
  { members, withdrawals, accounts }: PreviewPorts,
  chapterId: string,
): Promise<readonly KnownAlum[]> => {
  const [listed, gone] = await Promise.all([
    allOf((position) => members.ofChapter(chapterId, position)),
    withdrawals.all(),
  ]);
  const seen = stillSeen(listed, gone);
  const known = await standingAccounts(
    accounts,
    seen.map(({ personId }) => personId),
  );
  return seen.flatMap(({ personId, servedIn }) => {
    const account = known.get(personId);
    if (!account) return [];
    const { name, email, addresses = [] } = account;
    return [{ as: 'member', name, addresses: [email, ...addresses], served: servedIn }];
  });
};
