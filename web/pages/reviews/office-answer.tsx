import type { OfficeAnswer } from '../../../shared/reviews/office-answer.ts';
import type { ReadableApplication } from '../../../shared/reviews/readable-application.ts';
import type { Entry } from '../../components/lists.tsx';
import type { MessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import { FileLink } from './file-link.tsx';
import { Words } from './words.tsx';

const said = {
  'not-requested': 'counterpart.beside.waiting',
  requested: 'counterpart.beside.waiting',
  'awaiting-approval': 'counterpart.beside.awaiting',
  revoked: 'counterpart.beside.revoked',
  'changes-proposed': 'reviews.text.counterpart.changes-proposed',
  confirmed: 'reviews.text.counterpart.confirmed',
  declined: 'reviews.text.counterpart.declined',
} as const satisfies Record<OfficeAnswer['status'], MessageKey>;

const words = (view: View, label: string, text: string): readonly Entry[] =>
  text === ''
    ? []
    : [
        {
          label,
          value: (
            <span class="words">
              <Words view={view} text={text} />
            </span>
          ),
        },
      ];

/** From where it came, and what is known of that; never that it was verified. */
const trustWords = ({ t }: View, { trust, domain }: OfficeAnswer): string | undefined => {
  if (!trust) return undefined;
  if (domain === '') return t(`counterpart.beside.${trust.kind}.hidden`);
  const evidence = trust.kind === 'recorded' ? trust.evidence : '';
  return t(`counterpart.beside.${trust.kind}`, { domain, evidence });
};

/** What the office in Japan said, as it stands now; without it, as it stood when the application was sent. */
export const answerEntries = (
  view: View,
  { confirmation }: Pick<ReadableApplication, 'confirmation'>,
  answer: OfficeAnswer | undefined,
): Entry[] => {
  const { t, format } = view;
  const label = t('reviews.text.counterpart');
  if (answer) {
    const trust = trustWords(view, answer);
    return [
      { label, value: t(said[answer.status]) },
      ...(trust ? [{ label: t('counterpart.beside.label'), value: trust }] : []),
      ...(answer.arrivesOn
        ? [
            {
              label: t('counterpart.ask.days'),
              value: t('counterpart.days', {
                from: format.date(answer.arrivesOn),
                to: format.date(answer.leavesOn),
              }),
            },
          ]
        : []),
      ...words(view, t('counterpart.ask.hosts'), answer.hosts),
      ...words(view, t('counterpart.ask.hopes'), answer.hopes),
      ...words(view, t('reviews.text.counterpart.note'), answer.note),
    ];
  }
  if (!confirmation) return [];
  const known = ['requested', 'changes-proposed', 'confirmed', 'declined'] as const;
  const status = known.find((one) => one === confirmation.status) ?? 'requested';
  return [
    { label, value: t(`reviews.text.counterpart.${status}`) },
    ...words(view, t('reviews.text.counterpart.note'), confirmation.note ?? ''),
  ];
};

type Paper = { view: View; text: Pick<ReadableApplication, 'attachments'>; filesAt: string };

/** The office's signed answer that came on paper: what the applicant uploaded as such, and that nobody has verified it. */
export const paperEntries = ({ view, text, filesAt }: Paper): Entry[] =>
  text.attachments
    .filter(({ standsFor }) => standsFor === 'office-answer')
    .map((file) => ({
      label: view.t('files.beside.label'),
      value: (
        <>
          <FileLink view={view} file={file} filesAt={filesAt} />
          <br />
          <small class="soft">{view.t('files.beside.trust')}</small>
        </>
      ),
    }));
