import type {
  AlumInvitationEntry,
  AlumInvitationList,
} from '../../../shared/chapters/list-alum-invitations.ts';
import type { ImportPreview } from '../../../shared/chapters/preview-import.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { JetaaChapter } from '../../../shared/reference/jetaa-chapters.ts';
import { Badge, type State } from '../../components/badge.tsx';
import { Form } from '../../components/form/form.tsx';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Empty, Notice } from '../../components/notice.tsx';
import { Pager, Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { ChapterViews } from './chapter-views.tsx';
import { ImportForm } from './import-form.tsx';
import { ImportPreviewForm } from './import-preview.tsx';

type Props = {
  view: View;
  chapter: JetaaChapter;
  list: AlumInvitationList;
  /** How many were invited just now. */
  invited: number | undefined;
  csv: string;
  preview: ImportPreview | undefined;
  failure: Failure | undefined;
};

const marks = {
  pending: 'wait',
  accepted: 'done',
  declined: 'shut',
  withdrawn: 'shut',
  expired: 'shut',
} as const satisfies Record<AlumInvitationEntry['status'], State>;

const Withdraw = ({ view, one }: { view: View; one: AlumInvitationEntry }) => (
  <Form view={view}>
    <input type="hidden" name="act" value="withdraw" />
    <input type="hidden" name="id" value={one.id} />
    <button class="linkish" type="submit">
      {view.t('chapters.invitation.withdraw')}
      <span class="sr"> {one.name}</span>
    </button>
  </Form>
);

const Sent = ({ view, list: { items, next } }: Pick<Props, 'view' | 'list'>) => {
  const { t } = view;
  const zone = view.viewerZone ?? 'UTC';
  if (items.length === 0) return <Empty title={t('chapters.invitations.none')} level={3} />;
  return (
    <>
      <Table
        caption={t('chapters.invitations.title')}
        soft
        dense
        cards
        rows={items}
        columns={[
          {
            head: t('chapters.column.person'),
            names: true,
            cell: ({ name, email }) =>
              name ? (
                <>
                  {name} <small class="under soft">{email}</small>
                </>
              ) : (
                t('chapters.invitation.forgotten')
              ),
          },
          {
            head: t('accounts.column.state'),
            cell: ({ status }) => <Badge is={marks[status]}>{t(`chapters.invitation.${status}`)}</Badge>,
          },
          {
            head: t('accounts.column.sent'),
            cell: ({ createdAt }) => <Time view={view} at={createdAt} zone={zone} />,
          },
          {
            head: t('accounts.column.until'),
            cell: ({ expiresAt }) => <Time view={view} at={expiresAt} zone={zone} />,
          },
          {
            head: t('accounts.column.act'),
            cell: (one) => one.status === 'pending' && <Withdraw view={view} one={one} />,
          },
        ]}
      />
      <Pager view={view} next={next} />
    </>
  );
};

const Unfinished = ({ view, list: { unfinished } }: Pick<Props, 'view' | 'list'>) => (
  <>
    {unfinished.map(({ id, count }) => (
      <Notice>
        <p>{view.t('chapters.import.unfinished', { count })}</p>
        <Form view={view}>
          <input type="hidden" name="act" value="continue" />
          <input type="hidden" name="id" value={id} />
          <p class="acts">
            <button class="go2" type="submit">
              {view.t('chapters.import.continue')}
            </button>
          </p>
        </Form>
      </Notice>
    ))}
  </>
);

/** People a chapter asks to register: a file with its preview, and what became of those it asked. */
export const ChapterInvitationsPage = (props: Props) => {
  const { view, chapter, list, invited, csv, preview, failure } = props;
  const { t } = view;
  return (
    <Layout view={view} title={t('chapters.invitations.page', { chapter: chapter.name })}>
      <Head
        over={<span lang="en">{chapter.name}</span>}
        title={t('chapters.tab.invitations')}
        lede={t('chapters.invitations.lede')}
        near
      />
      <ChapterViews view={view} chapter={chapter} here="invitations" />
      {invited !== undefined && (
        <Notice>
          <p role="status">{t('chapters.import.done', { count: invited })}</p>
        </Notice>
      )}
      <Unfinished view={view} list={list} />
      {preview ? (
        <ImportPreviewForm view={view} csv={csv} preview={preview} failure={failure} />
      ) : (
        <ImportForm view={view} csv={csv} failure={failure} />
      )}
      <Band id="sent" title={t('chapters.invitations.title')} lede={t('chapters.invitations.kept')}>
        <Sent view={view} list={list} />
      </Band>
    </Layout>
  );
};
