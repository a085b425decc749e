import type { ApplicationView } from '../../../shared/applications/application-view.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import { ApplicationFrame } from './application-frame.tsx';
import { pathOf } from './task-stops.ts';

type Entry = ApplicationView['history'][number];
type Props = { view: View; seen: ApplicationView };

/** What happened, in words; its own type where no words are kept for it. */
const eventWords = ({ t, format }: View, { type, data }: Entry): string => {
  const answer = `applications.event.answer.${data.answer}`;
  const key = `applications.event.${type}`;
  return isMessageKey(key)
    ? t(key, {
        no: Number(data.no ?? 0),
        amount: format.money(Number(data.amountCents ?? 0)),
        answer: isMessageKey(answer) ? t(answer) : '',
      })
    : type;
};

const byStaff =
  /^application-(entered-on-paper|signature-recorded|returned|extended|extension-ended|review-begun|shortlisted|awarded|waitlisted|declined|read|acceptance-recorded|refusal-recorded)$/;

const whoWords = ({ t, actor }: View, { by, type }: Entry): string => {
  if (actor.kind === 'person' && by === actor.personId) return t('applications.history.you');
  if (by.startsWith('system:')) return t('applications.history.system');
  if (by.startsWith('link:'))
    return t(by === 'link:sign-off' ? 'applications.history.official' : 'applications.history.office');
  return t(byStaff.test(type) ? 'applications.history.staff' : 'applications.history.member');
};

/** Every submission keeps its receipt, and any two versions can be compared. */
const EarlierVersions = ({ view, seen }: Props) => {
  const { t, href } = view;
  const { id, submission } = seen.application;
  // Staff compare versions on their own page, where no person is named.
  if (!submission || seen.as === 'scribe') return null;
  const earlier = seen.history.flatMap(({ type, data }) => {
    const no = Number(data.no);
    return type === 'application-submitted' && no < submission.no ? [no] : [];
  });
  return (
    <>
      <p class="gap-3">
        <a class="tap" href={href(pathOf(id, 'history/compare'))}>
          {t('sent.compare.link')}
        </a>
      </p>
      {earlier.length > 0 && (
        <section class="band" aria-labelledby="earlier">
          <h2 class="h-lg" id="earlier">
            {t('sent.history.earlier')}
          </h2>
          <p class="gap-2">{t('sent.history.earlier.text')}</p>
          <ul class="plain gap-2">
            {earlier.map((no) => (
              <li>
                <a class="tap" href={href(`${pathOf(id, 'receipt')}?no=${no}`)}>
                  {t('sent.history.earlier.no', { no })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

type TrailProps = { view: View; trail: NonNullable<ApplicationView['eligibilityCheck']>; zone: string };

/** The check made before it was started: what was asked then, and how it stood. */
const Trail = ({ view, trail, zone }: TrailProps) => {
  const { t, language, format } = view;
  const at = format.moment(trail.at, zone);
  return (
    <section class="gap-4" aria-labelledby="trail">
      <h2 id="trail">{t('rounds.trail.title')}</h2>
      <p class="gap-1">{t('rounds.trail.lede', { at, form: trail.formNo })}</p>
      <div class="gap-3">
        <Table
          caption={t('rounds.trail.title')}
          soft
          rows={trail.findings}
          columns={[
            {
              head: t('rounds.trail.condition'),
              names: true,
              cell: ({ sentence }) => inLanguage(sentence, language),
            },
            { head: t('rounds.trail.standing'), cell: ({ standing }) => t(`rounds.trail.${standing}`) },
          ]}
        />
      </div>
    </section>
  );
};

/** The applicant's own history, newest first. */
export const HistoryPage = ({ view, seen }: Props) => {
  const { t } = view;
  const zone = view.viewerZone ?? seen.round.zone;
  return (
    <ApplicationFrame view={view} seen={seen} title={t('applications.history.title')}>
      <h2>{t('applications.history.title')}</h2>
      <p class="gap-1">{t('applications.history.lede')}</p>
      <div class="gap-3">
        <Table
          caption={t('applications.history.title')}
          soft
          rows={seen.history.toReversed()}
          columns={[
            { head: t('applications.history.what'), names: true, cell: (entry) => eventWords(view, entry) },
            { head: t('applications.history.who'), cell: (entry) => whoWords(view, entry) },
            {
              head: t('applications.history.when'),
              cell: ({ at }) => <Time view={view} at={at} as="moment" zone={zone} />,
            },
          ]}
        />
      </div>
      <EarlierVersions view={view} seen={seen} />
      {seen.eligibilityCheck && <Trail view={view} trail={seen.eligibilityCheck} zone={zone} />}
    </ApplicationFrame>
  );
};
