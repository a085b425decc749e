import { alumInvitationStore } from '../../../../shared/chapters/alum-invitation.store.ts';
import { inviteAlum } from '../../../../shared/chapters/alum-invitation.ts';
import { hashToken } from '../../../../shared/kernel/link-token.ts';
import { messageWrites } from '../../../../shared/messages/message.store.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { always, both, madeUpToken, type Probes } from './probe.ts';

const chapters: Readonly<Record<Side, string>> = {
  austin: 'jetaa-texoma',
  tacoma: 'pacific-northwest-jetaa',
};
const rowsFor = (name: string) =>
  `name,email,placements\nAnn,${name}@people.example,ALT|Imabari|Ehime|2009|2012`;

export const chaptersProbes =
  ({ table }: SeededPlatform): Probes<'chapters'> =>
  ({ byStaff }) => {
    let made = 0;
    /** Somebody asked by a chapter, with the token of their mail. */
    const asked = async (side: Side = 'austin') => {
      made += 1;
      const chapterId = chapters[side];
      const imported = { name: 'Ann', email: `asked-${made}@people.example`, placements: [] };
      const token = (id: string) => `${id}.${madeUpToken}`;
      const of = {
        chapterId,
        importId: 'import-1',
        language: 'en',
        invitedBy: byStaff.personId,
        imported,
      } as const;
      const { id } = inviteAlum(undefined, { ...of, tokenHash: '' }, new Date()).invitation;
      const tokenHash = hashToken('alum-invitation', token(id));
      await alumInvitationStore(table, messageWrites).save([
        inviteAlum(undefined, { ...of, tokenHash }, new Date()),
      ]);
      return { chapterId, invitationId: id, token: token(id) };
    };
    const ofChapter = (ask: (chapterId: string) => object = () => ({})) =>
      both('Austin’s chapter', 'Tacoma’s chapter', async (side) => ({
        params: { chapterId: chapters[side] },
        ...ask(chapters[side]),
      }));
    const byToken = { 'by a token made up': always({ body: { token: `nobody.${madeUpToken}` } }) };
    const mailed = async () => ({ body: { token: (await asked()).token } });
    return {
      listChapters: { all: always({}), 'of a state': always({ query: { state: 'WA' } }) },
      viewChapter: { any: always({ params: { chapterId: 'jetaa-texoma' } }) },
      viewAlumniCounts: { all: always({}) },
      listChapterMembers: ofChapter(),
      viewChapterNumbers: ofChapter(),
      exportChapterMembers: ofChapter(() => ({ body: {} })),
      previewAlumImport: ofChapter(() => ({ body: { csv: rowsFor('looked-at') } })),
      importAlumni: ofChapter(() => {
        made += 1;
        return { body: { csv: rowsFor(`imported-${made}`), rows: [2] } };
      }),
      listAlumInvitations: ofChapter(),
      withdrawAlumInvitation: both('Austin’s chapter', 'Tacoma’s chapter', async (side) => {
        const { chapterId, invitationId } = await asked(side);
        return { params: { chapterId, invitationId } };
      }),
      acceptAlumInvitation: { 'by the token mailed': mailed, ...byToken },
      declineAlumInvitation: { 'by the token mailed': mailed, ...byToken },
    };
  };
