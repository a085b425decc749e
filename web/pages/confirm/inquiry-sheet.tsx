import type { Child } from 'hono/jsx';
import type { ConfirmationAnswer, ConfirmationStatus } from '../../../shared/applications/confirmation.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { Layout } from '../../components/layout.tsx';
import { usNameOf } from '../../components/map/kept-pair.tsx';
import { type LetterProps, momentInJapan, Plan } from './plan.tsx';

const Row = ({ label, children }: { label: string; children: Child }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** The question as an office circulates it: number and date, to whom, from whom, what about. */
const Inquiry = ({ view, sheet }: LetterProps) => {
  const { t, format } = view;
  const { asked, organisation, number, pair } = sheet;
  return (
    <section class="sheet__half" aria-labelledby="inquiry">
      <p class="sheet__no">
        {t('counterpart.sheet.number', { number })}
        <br />
        <time datetime={asked.at}>{format.eraDate(asked.at, 'Asia/Tokyo')}</time>
      </p>
      <p lang="ja">{t('counterpart.sheet.to', { office: asked.office })}</p>
      <p class="letter__from">{t('applications.letter.from')}</p>
      <h1 class="sheet__title" id="inquiry">
        {t('counterpart.sheet.inquiry', { us: usNameOf(view, pair) })}
      </h1>
      <p>{t('counterpart.sheet.request', { organisation, until: momentInJapan(view, asked.expiresAt) })}</p>
      <p class={view.language === 'ja' ? 'letter__ki' : 'label gap-2'}>{t('applications.letter.ki')}</p>
      <Plan view={view} sheet={sheet} />
      {view.language === 'ja' && <p class="letter__end">{t('applications.letter.end')}</p>}
    </section>
  );
};

/** Which box is ticked once an answer is in. */
const given: Partial<Record<ConfirmationStatus, ConfirmationAnswer>> = {
  confirmed: 'confirm',
  'changes-proposed': 'propose-changes',
  declined: 'decline',
};

/** The answer half: empty to be filled in by hand, or with what was saved or sent. */
const Answer = ({ view, sheet }: LetterProps) => {
  const { t, format } = view;
  const words = sheet.answer ?? sheet.kept;
  const chosen = sheet.answer ? given[sheet.status] : sheet.kept?.action;
  const days =
    words?.arrivesOn && words.leavesOn
      ? t('counterpart.days', { from: format.eraDate(words.arrivesOn), to: format.eraDate(words.leavesOn) })
      : t('counterpart.sheet.days.blank');
  const space = <span class="sheet__space" />;
  return (
    <section class="sheet__half sheet__half--answer" aria-labelledby="reply">
      <p class="sheet__no">
        {sheet.answer ? format.eraDate(sheet.answer.at, 'Asia/Tokyo') : t('counterpart.sheet.date.blank')}
      </p>
      <p>{t('counterpart.sheet.reply.to')}</p>
      <p class="letter__from" lang="ja">
        {sheet.asked.office}
      </p>
      <h2 class="sheet__title" id="reply">
        {t('counterpart.sheet.reply')}
      </h2>
      <p>{t('counterpart.sheet.reply.text', { number: sheet.number })}</p>
      <dl class="form-ja gap-2">
        <Row label={t('applications.letter.action')}>
          <ul class="plain">
            {(['confirm', 'propose-changes', 'decline'] as const).map((action) => (
              <li>{`${action === chosen ? '☑' : '□'} ${t(`applications.letter.action.${action}`)}`}</li>
            ))}
          </ul>
        </Row>
        <Row label={t('counterpart.answered.days')}>{days}</Row>
        <Row label={t('counterpart.field.hosts')}>
          {words?.hosts ? <span class="words">{words.hosts}</span> : space}
        </Row>
        <Row label={t('counterpart.field.hopes')}>
          {words?.hopes ? <span class="words">{words.hopes}</span> : space}
        </Row>
        <Row label={t('applications.letter.note')}>
          {words?.note ? <span class="words">{words.note}</span> : space}
        </Row>
        <Row label={t('counterpart.field.name')}>{words?.name || space}</Row>
        <Row label={t('counterpart.field.approver')}>{words?.approver || space}</Row>
      </dl>
      <p class="small gap-2">{t('counterpart.sheet.return')}</p>
    </section>
  );
};

/** 照会・回答書 on A4: the question and an answer half, to be circulated, stamped and filed. */
export const InquirySheet = ({ view, sheet }: LetterProps) => {
  const { t } = view;
  return (
    <Layout view={view} title={t('applications.letter.reply.sheet')} demo={sheet.round.demo} bare>
      <div class="sheet gap-4">
        <p class="noprint">
          <a class="tap" href={view.href('/confirm')}>
            {t('counterpart.sheet.back')}
          </a>
          <br />
          <span class="small soft">{t('counterpart.sheet.how')}</span>
        </p>
        <p class="sheet__name">{t('applications.letter.reply.sheet')}</p>
        <p class="small soft">{inLanguage(sheet.round.name, view.language)}</p>
        <Inquiry view={view} sheet={sheet} />
        <Answer view={view} sheet={sheet} />
      </div>
    </Layout>
  );
};
