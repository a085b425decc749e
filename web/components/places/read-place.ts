import type { FieldProblem } from '../../../shared/kernel/failure.ts';
import { findMunicipalities } from '../../../shared/reference/municipalities.ts';
import { type Meant, townsMeant } from '../../../shared/reference/towns-meant.ts';

/** What a form sends instead of a town's code where the words are the prefecture's: anywhere in it. */
export const anywhere = 'prefecture';

/** A place as its fields were sent, without the group's name: `text`, `prefecture`, `said`, `code`, `now.text` and so on. */
type Sent = Readonly<Record<string, string | undefined>>;

export type ReadPlace = {
  /** For the schema: fields that are empty are left out. */
  readonly place: Readonly<Record<string, string>>;
  /** What keeps it from being read, by its field within the group. */
  readonly problem?: FieldProblem;
  /** What the page would ask about these words and has not asked yet. */
  readonly question?: FieldProblem;
};

const filled = (row: Sent): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(row).flatMap(([name, value]) => (value ? [[name, value]] : [])));

/** A picked town stands for the words it was picked for and for no others. */
const pickedFor = (text: string, { said, code }: { said: string | undefined; code: string | undefined }) =>
  said === text ? code : undefined;

export const readPlace = (text: string, sent: Sent): ReadPlace => {
  const { prefecture = '', said, code } = sent;
  const meant = townsMeant(text, prefecture || undefined);
  const picked = pickedFor(text, { said, code });
  const asked = said === text;
  if (picked === anywhere) return { place: filled({ text, prefecture: prefecture || meant.named }) };
  if (meant.towns.length === 0 && !meant.named && text.trim() !== '')
    return withPresentTown({ text, prefecture }, meant, sent, asked);
  const open = meant.town === undefined && !picked && !asked && meant.towns.length > 0;
  return {
    place: filled({ text, prefecture, code: picked }),
    ...(open && { question: { path: 'text', code: 'which-town' } }),
  };
};

/** Of a town that is on no list: the one that it is part of by now. */
const withPresentTown = (
  said: { text: string; prefecture: string },
  { beside }: Meant,
  sent: Sent,
  asked: boolean,
): ReadPlace => {
  const now = (sent['now.text'] ?? '').trim();
  if (now === '')
    return { place: filled(said), ...(!asked && { question: { path: 'text', code: 'unknown-town' } }) };
  const prefecture = said.prefecture || beside;
  const picked = pickedFor(sent['now.text'] ?? '', { said: sent['now.said'], code: sent['now.code'] });
  const code = picked || townsMeant(now, prefecture).town?.code;
  if (code || picked === '') return { place: filled({ ...said, code }) };
  const found = findMunicipalities(now, prefecture);
  const problem = { path: 'now.text', code: found.length > 0 ? 'several-towns' : 'no-such-town' };
  return { place: filled(said), problem };
};
