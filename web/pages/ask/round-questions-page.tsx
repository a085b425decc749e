import type { Page } from '../../../shared/kernel/page.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { PublicAnswer } from '../../../shared/programs/list-questions.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Pager } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { Answers } from './answers.tsx';

type Props = { view: View; round: SeenRound; answers: Page<PublicAnswer> };

/** What was asked about one round and answered for everyone. */
export const RoundQuestionsPage = ({ view, round, answers }: Props) => {
  const { t, language, href } = view;
  const title = t('programs.answers.title');
  const name = inLanguage(round.name, language);
  return (
    <Layout view={view} title={`${title}, ${name}`} demo={round.demo}>
      <Head over={name} title={title} lede={t('programs.answers.lede')} near />
      <Answers view={view} answers={answers.items} level={2} />
      <Pager view={view} next={answers.next} />
      <p class="acts gap-4">
        <a class="go" href={href(`/ask?round=${round.id}`)}>
          {t('programs.ask.own')}
        </a>
        <a href={href(`/rounds/${round.id}`)}>{t('programs.answers.back')}</a>
      </p>
    </Layout>
  );
};
