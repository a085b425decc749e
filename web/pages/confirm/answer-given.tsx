import type { ConfirmationStatus } from '../../../shared/applications/confirmation.ts';
import type { MessageKey } from '../../messages/translate.ts';
import { type LetterProps, momentInJapan, Plan } from './plan.tsx';

const answered = {
  confirmed: 'applications.letter.action.confirm',
  'changes-proposed': 'applications.letter.action.propose-changes',
  declined: 'applications.letter.action.decline',
} as const satisfies Partial<Record<ConfirmationStatus, MessageKey>>;

const isAnswered = (status: ConfirmationStatus): status is keyof typeof answered =>
  Object.hasOwn(answered, status);

/** 照会・回答書: question and answer on one sheet, for the office's files. */
export const AnswerGiven = (props: LetterProps) => {
  const { view, sheet } = props;
  const { t } = view;
  const { answer, status, asked } = sheet;
  if (!answer) return null;
  return (
    <>
      <h1>{t('applications.letter.reply.title')}</h1>
      <p class="gap-2 noprint">{t('applications.letter.reply.lede')}</p>
      <h2 class="gap-4">{t('applications.letter.reply.sheet')}</h2>
      <div class="gap-2">
        <Plan {...props} />
      </div>
      <dl class="form-ja gap-4">
        <div>
          <dt>{t('applications.ask.office')}</dt>
          <dd lang="ja">{asked.office}</dd>
        </div>
        <div>
          <dt>{t('applications.letter.answer')}</dt>
          <dd>
            <strong>{isAnswered(status) ? t(answered[status]) : t('site.none')}</strong>
          </dd>
        </div>
        <div>
          <dt>{t('applications.letter.reply.at')}</dt>
          <dd>
            <time datetime={answer.at}>{momentInJapan(view, answer.at)}</time>
          </dd>
        </div>
        <div>
          <dt>{t('applications.letter.name')}</dt>
          <dd>{answer.name}</dd>
        </div>
        {answer.approver && (
          <div>
            <dt>{t('applications.letter.approver')}</dt>
            <dd>{answer.approver}</dd>
          </div>
        )}
        {answer.arrivesOn && (
          <div>
            <dt>{t('counterpart.answered.days')}</dt>
            <dd>
              {t('counterpart.days', {
                from: view.format.eraDate(answer.arrivesOn),
                to: view.format.eraDate(answer.leavesOn),
              })}
            </dd>
          </div>
        )}
        {answer.hosts && (
          <div>
            <dt>{t('counterpart.field.hosts')}</dt>
            <dd class="words">{answer.hosts}</dd>
          </div>
        )}
        {answer.hopes && (
          <div>
            <dt>{t('counterpart.field.hopes')}</dt>
            <dd class="words">{answer.hopes}</dd>
          </div>
        )}
        {answer.note && (
          <div>
            <dt>{t('applications.letter.note')}</dt>
            <dd class="words">{answer.note}</dd>
          </div>
        )}
      </dl>
      <p class="small soft gap-3">{t('applications.letter.reply.again')}</p>
    </>
  );
};
