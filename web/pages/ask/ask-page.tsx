import type { Failure } from '../../../shared/failures.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { PublicAnswer } from '../../../shared/programs/list-questions.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice } from '../../components/notice.tsx';
import { Pager } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { Answers } from './answers.tsx';
import { AskForm } from './ask-form.tsx';

type Props = {
  view: View;
  rounds: readonly SeenRound[];
  roundId: string | undefined;
  answers: Page<PublicAnswer>;
  sent: boolean;
  failure?: Failure | undefined;
};

/** Ask the program office; what it answered in public stands beneath. */
export const AskPage = ({ view, rounds, roundId, answers, sent, failure }: Props) => {
  const { t, language, href } = view;
  const title = t('programs.asking.title');
  return (
    <Layout view={view} title={title} demo={rounds.some(({ demo }) => demo)}>
      <Head title={title} lede={t('programs.asking.lede')} near />
      {sent ? (
        <Notice>
          <p role="status">{t('programs.asking.sent')}</p>
          <p>
            <a href={href('/ask')}>{t('programs.asking.another')}</a>
          </p>
        </Notice>
      ) : (
        <AskForm view={view} rounds={rounds} roundId={roundId} failure={failure} />
      )}
      {rounds.length > 0 && (
        <Band id="by-round" title={t('programs.answers.by-round')}>
          <ul class="points">
            {rounds.map(({ id, name }) => (
              <li>
                <a href={href(`/rounds/${id}/questions`)}>{inLanguage(name, language)}</a>
              </li>
            ))}
          </ul>
        </Band>
      )}
      <Band id="general" title={t('programs.answers.general')}>
        <Answers view={view} answers={answers.items} />
        <Pager view={view} next={answers.next} />
      </Band>
    </Layout>
  );
};
