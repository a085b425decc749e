import type { PublicAnswer } from '../../../shared/programs/list-questions.ts';
import { Empty } from '../../components/notice.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';

/** Questions and answers, each in the language it was asked in. */
export const Answers = ({ view, answers }: { view: View; answers: readonly PublicAnswer[] }) => {
  const { t } = view;
  if (answers.length === 0)
    return (
      <Empty title={t('programs.answers.none')}>
        <p>{t('programs.answers.none.text')}</p>
      </Empty>
    );
  return (
    <div class="flow measure">
      {answers.map(({ id, question, answer, answeredAt, language }) => (
        <article class="flow" id={id}>
          <h3 lang={language}>{question}</h3>
          {answer.split(/\n{2,}/).map((paragraph) => (
            <p lang={language}>{paragraph}</p>
          ))}
          <p class="small soft">
            {t('programs.answers.at')} <Time view={view} at={answeredAt} zone={view.viewerZone ?? 'UTC'} />
          </p>
        </article>
      ))}
    </div>
  );
};
