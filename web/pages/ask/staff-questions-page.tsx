import type { Page } from '../../../shared/kernel/page.ts';
import {
  askerOf,
  type Question,
  type QuestionStatus,
  questionStatuses,
} from '../../../shared/programs/question.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Views } from '../../components/lists.tsx';
import { Empty } from '../../components/notice.tsx';
import { Pager, Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; status: QuestionStatus; questions: Page<Question> };

/** What was asked, newest first, by whether it is answered. */
export const StaffQuestionsPage = ({ view, status, questions }: Props) => {
  const { t, href } = view;
  const title = t('programs.questions.title');
  return (
    <Layout view={view} title={title}>
      <Head title={title} lede={t('programs.questions.lede')} near />
      <Views
        label={t('programs.questions.views')}
        href={href}
        tabs={questionStatuses.map((one) => ({
          label: t(`programs.questions.${one}`),
          path: `/staff/questions?status=${one}`,
          here: one === status,
        }))}
      />
      {questions.items.length === 0 ? (
        <Empty title={t(`programs.questions.none.${status}`)} level={2} />
      ) : (
        <Table
          caption={t(`programs.questions.${status}`)}
          soft
          dense
          cards
          rows={questions.items}
          columns={[
            {
              head: t('programs.asking.text'),
              names: true,
              cell: ({ id, text, asker }) => (
                <a href={href(`/staff/questions/${id}`)} lang={asker.language}>
                  {text.length > 90 ? `${[...text].slice(0, 90).join('')}…` : text}
                </a>
              ),
            },
            {
              head: t('programs.questions.from'),
              cell: (question) => {
                const asker = askerOf(question);
                return asker ? asker.name || asker.email : t('personal.name');
              },
            },
            {
              head: t('programs.questions.at'),
              cell: ({ askedAt }) => <Time view={view} at={askedAt} zone={view.viewerZone ?? 'UTC'} />,
            },
            {
              head: t('programs.questions.seen-by'),
              cell: ({ answer }) =>
                answer
                  ? t(answer.isPublic ? 'programs.questions.public' : 'programs.questions.private')
                  : t('site.none'),
            },
          ]}
        />
      )}
      <Pager view={view} next={questions.next} />
    </Layout>
  );
};
