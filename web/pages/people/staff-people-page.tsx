import type { Invitation } from '../../../shared/accounts/invitation.ts';
import type { ListedPerson } from '../../../shared/accounts/list-people.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import { type JetaaChapter, livingChapters } from '../../../shared/reference/jetaa-chapters.ts';
import type { Typed } from '../../components/form/typed.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Views } from '../../components/lists.tsx';
import { Notice } from '../../components/notice.tsx';
import { Pager } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { ChapterChoice } from './chapter-choice.tsx';
import { HeldRoles } from './held-roles.tsx';
import { InviteForm } from './invite-form.tsx';
import type { OfficeRole } from './office-role.ts';
import { SentInvitations } from './sent-invitations.tsx';

type Props = {
  view: View;
  rounds: readonly SeenRound[];
  /** The round whose reviewers are shown; staff without one. */
  round: SeenRound | undefined;
  /** The chapter whose leads are shown. */
  chapter: JetaaChapter | undefined;
  people: readonly ListedPerson[];
  invitations: Page<Invitation>;
  typed?: Typed | undefined;
  /** An account was deleted on request just now. */
  deleted?: boolean;
  failure?: Failure | undefined;
};

/** Who may do what in the program office's name, and who was asked to. */
export const StaffPeoplePage = (props: Props) => {
  const { view, rounds, round, chapter, people, invitations, typed, deleted, failure } = props;
  const { t, language, href } = view;
  const kind: OfficeRole = chapter ? 'lead' : round ? 'reviewer' : 'staff';
  const scope = chapter?.name ?? (round ? inLanguage(round.name, language) : t('accounts.people.staff'));
  const tabs = [
    { label: t('accounts.people.staff'), path: '/staff/people', here: kind === 'staff' },
    {
      label: t('accounts.people.leads'),
      path: `/staff/people?chapter=${(chapter ?? livingChapters[0])?.id}`,
      here: kind === 'lead',
    },
    ...rounds.map(({ id, name }) => ({
      label: t('accounts.people.reviewers-of', { round: inLanguage(name, language) }),
      path: `/staff/people?round=${id}`,
      here: id === round?.id,
    })),
  ];
  const sent = invitations.items.filter(({ role }) =>
    chapter
      ? role.kind === 'lead' && role.chapterId === chapter.id
      : round
        ? role.kind === 'reviewer' && role.roundId === round.id
        : role.kind === 'staff',
  );
  return (
    <Layout view={view} title={t('accounts.people.title')} demo={round?.demo}>
      <Head title={t('accounts.people.title')} lede={t('accounts.people.lede')} near />
      {deleted && (
        <Notice>
          <p role="status">{t('personal.staff.done')}</p>
        </Notice>
      )}
      <Views label={t('accounts.people.views')} tabs={tabs} href={href} />
      {chapter && <ChapterChoice view={view} chapter={chapter} />}
      <InviteForm view={view} kind={kind} scope={scope} typed={typed} failure={failure} />
      <Band id="pending" title={t('accounts.pending.title')}>
        <SentInvitations view={view} invitations={sent} />
        <Pager view={view} next={invitations.next} />
      </Band>
      <Band id="held" title={t(`accounts.held.${kind}`)}>
        <HeldRoles view={view} people={people} kind={kind} />
      </Band>
    </Layout>
  );
};
