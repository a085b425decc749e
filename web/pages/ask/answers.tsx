import type { PublicAnswer } from '../../../shared/programs/list-questions.ts';
import { Empty } from '../../components/notice.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; answers: readonly PublicAnswer[]; level?: 2 | 3 };

/** Questions and answers, each in the language it was asked in. */
export const Answers = ({ view, answers, level = 3 }: Props) => {
  const { t } = view;
  if (answers.length === 0)
    return (
      <Empty title={t('programs.answers.none')} level={level}>
        <p>{t('programs.answers.none.text')}</p>
      </Empty>
    );
  return (
    <div class="flow measure">
      {answers.map(({ id, question, answer, answeredAt, language }) => (
        <article class="flow" id={id}>
          {level === 2 ? (
            <h2 class="h-lg" lang={language}>
              {question}
            </h2>
          ) : (
            <h3 lang={language}>{question}</h3>
          )}
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
