import type { ApplicationView } from '../../../shared/applications/application-view.ts';
import type { ReceiptSheet } from '../../../shared/applications/view-receipt.ts';
import { instantsOf } from '../../../shared/programs/round.ts';
import { SummaryList } from '../../components/lists.tsx';
import type { View } from '../../view.ts';
import { ApplicationFrame } from './application-frame.tsx';
import { pathOf } from './task-stops.ts';

type Props = { view: View; seen: ApplicationView; receipt: ReceiptSheet };

const Received = ({ view, at, zones }: { view: View; at: string; zones: readonly string[] }) => (
  <ul class="plain">
    {zones.map((zone) => (
      <li>
        <time datetime={at}>{view.format.moment(at, zone)}</time>
      </li>
    ))}
    <li class="small soft">{view.t('sent.receipt.exact', { at })}</li>
  </ul>
);

const NextSteps = ({ view, seen }: Pick<Props, 'view' | 'seen'>) => {
  const { t, format } = view;
  const { round, actions } = seen;
  const closes = instantsOf({ ...round, reviewDue: round.closes }).closes;
  return (
    <section class="band" aria-labelledby="next">
      <h2 class="h-lg" id="next">
        {t('applications.receipt.next')}
      </h2>
      <div class="flow gap-2">
        {actions.includes('reopen') && (
          <p>
            {seen.application.paper
              ? t('paper.receipt.next')
              : t('applications.receipt.next.reopen', { when: format.moment(closes, round.zone) })}
          </p>
        )}
        <p>{t('applications.receipt.next.review')}</p>
      </div>
    </section>
  );
};

/** What is left of the people a submission names: the receipt verifies with or without them. */
const peopleWords = ({ t }: View, { people: { named, kept } }: ReceiptSheet) =>
  t(kept === named ? 'sent.receipt.people.kept' : 'sent.receipt.people.erased', { named, kept });

const Verify = ({ view, seen, receipt }: Props) => {
  const { t } = view;
  const file = `${receipt.number}-${receipt.no}.json`;
  return (
    <section class="band" aria-labelledby="verify">
      <h2 class="h-lg" id="verify">
        {t('applications.receipt.verify')}
      </h2>
      <p class="gap-2">{t('sent.receipt.plain')}</p>
      <ol class="points gap-2">
        <li>{t('sent.receipt.step.download')}</li>
        <li>{t('sent.receipt.step.compute')}</li>
        <li>{t('sent.receipt.step.compare')}</li>
      </ol>
      {receipt.paper && <p class="gap-2">{t('paper.receipt.file')}</p>}
      <p class="gap-2">
        <a
          class="go2 noprint"
          href={view.href(`${pathOf(seen.application.id, 'receipt.json')}?no=${receipt.no}`)}
          download={file}
        >
          {t('applications.receipt.download')}
        </a>
      </p>
      <p class="small soft gap-2">{t('applications.receipt.verify.text')}</p>
      <ul class="plain small soft gap-2">
        <li>
          {t('applications.receipt.command')} <code class="sha">sha256sum {file}</code>
        </li>
        <li>
          {t('sent.receipt.command.ours')}{' '}
          <code class="sha">
            npm run -s verify-receipt -- {file} --sha256 {receipt.sha256}
          </code>
        </li>
      </ul>
      <p class="small soft gap-2">{peopleWords(view, receipt)}</p>
    </section>
  );
};

/** Number, instant on three clocks, SHA-256 and how anyone can check it. Prints on one page. */
export const ReceiptPage = (props: Props) => {
  const { view, seen, receipt } = props;
  const { t, format } = view;
  const zones = [...new Set([seen.round.zone, view.viewerZone ?? 'UTC', 'Asia/Tokyo'])];
  return (
    <ApplicationFrame view={view} seen={seen} title={t('applications.receipt.title')}>
      <h2>{t('applications.receipt.title')}</h2>
      <p class="gap-1">{t(receipt.paper ? 'paper.receipt.lede' : 'applications.receipt.lede')}</p>
      <div class="gap-4">
        <SummaryList
          entries={[
            { label: t('applications.receipt.number'), value: <strong>{receipt.number}</strong> },
            {
              label: t('applications.receipt.version'),
              value: t('applications.receipt.version.no', { no: receipt.no }),
            },
            ...(receipt.paper
              ? [
                  {
                    label: t('paper.receipt.received-on'),
                    value: <strong>{format.date(receipt.paper.receivedOn)}</strong>,
                  },
                ]
              : []),
            {
              label: t(receipt.paper ? 'paper.receipt.entered' : 'applications.receipt.received'),
              value: <Received view={view} at={receipt.at} zones={zones} />,
            },
            { label: t('applications.receipt.sha'), value: <code class="sha">{receipt.sha256}</code> },
          ]}
        />
      </div>
      <p class="small soft gap-2">
        {t(receipt.paper ? 'paper.receipt.mailed' : 'applications.receipt.mailed')}
      </p>
      <Verify {...props} />
      <NextSteps view={view} seen={seen} />
      <p class="gap-3 noprint">
        <a class="tap" href={view.href(pathOf(seen.application.id, 'submitted'))}>
          {t('applications.receipt.read')}
        </a>
      </p>
    </ApplicationFrame>
  );
};
