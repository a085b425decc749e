import type { LetterPreview, PreviewEntry, PreviewedLetter } from '../../../shared/awards/preview-letters.ts';
import { Badge } from '../../components/badge.tsx';
import { keptPairWords } from '../../components/map/kept-pair.tsx';
import { Empty, Notice, Twin } from '../../components/notice.tsx';
import { Pager } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { RoundFrame } from '../staff-reviews/round-frame.tsx';

type Props = { view: View; preview: LetterPreview };

/** Every letter to every recipient, as it would be written now. */
export const PreviewPage = ({ view, preview }: Props) => {
  const { t, href } = view;
  const { round, items, count, kept, next } = preview;
  return (
    <RoundFrame
      view={view}
      round={round}
      here="letters"
      title={t('awards.letters.preview')}
      lede={t(round.announcedAt ? 'awards.preview.lede.announced' : 'awards.preview.lede')}
      kept={kept}
      docket={[{ label: t('awards.preview.applications'), value: view.format.number(count) }]}
    >
      {items.length === 0 ? (
        <div class="gap-4">
          <Empty title={t('awards.preview.none')} level={2}>
            <p>{t('awards.preview.none.text')}</p>
          </Empty>
        </div>
      ) : (
        <div class="column flow gap-4">
          {items.map((entry) => (
            <Entry view={view} entry={entry} />
          ))}
        </div>
      )}
      <Pager view={view} next={next} />
      <p class="gap-3">
        <a class="tap" href={href(`/staff/rounds/${round.id}/letters`)}>
          {t('awards.letters.back')}
        </a>
      </p>
    </RoundFrame>
  );
};

const Entry = ({ view, entry }: { view: View; entry: PreviewEntry }) => {
  const { t } = view;
  const certified = entry.status === 'certified' || entry.status === 'announced';
  return (
    <article class="closing">
      <h2 class="h-md">{keptPairWords(view, entry.application.pair)}</h2>
      <p class="small soft">
        {t(`awards.letters.kind.${entry.kind}`)} ·{' '}
        <Badge is={certified ? 'done' : 'now'}>{t(`awards.state.${entry.status}`)}</Badge>
      </p>
      {entry.letters.length === 0 && (
        <Notice>
          <p>{t('awards.preview.nobody')}</p>
        </Notice>
      )}
      {entry.letters.map((letter) => (
        <Recipient view={view} letter={letter} />
      ))}
    </article>
  );
};

const Recipient = ({ view: { t }, letter }: { view: View; letter: PreviewedLetter }) => {
  const { to, language, lacksJapanese } = letter;
  const other = language === 'en' ? 'ja' : 'en';
  return (
    <section class="flow gap-2" aria-label={to.name || to.address}>
      <p class="small">
        {t('messages.labelled', { label: t('messages.to'), value: `${to.name} <${to.address}>` })}
        {' · '}
        {t(`messages.language.${language}`)}
      </p>
      {lacksJapanese && (
        <Notice>
          <p>{t('awards.preview.lacks')}</p>
        </Notice>
      )}
      <h3 class="h-md" lang={language}>
        {letter.letter.subject}
      </h3>
      <p class="letter__text" lang={language}>
        {letter.letter.text}
      </p>
      <Twin summary={t(`awards.preview.other.${other}`)}>
        <p lang={other}>
          <strong>{letter.other.subject}</strong>
        </p>
        <p class="letter__text" lang={other}>
          {letter.other.text}
        </p>
      </Twin>
    </section>
  );
};
