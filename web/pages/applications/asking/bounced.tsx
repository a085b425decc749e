import type { SectionId } from '../../../../shared/applications/application.ts';
import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import type { View } from '../../../view.ts';
import { pathOf } from '../task-stops.ts';

type Props = {
  view: View;
  seen: ApplicationView;
  asked: { email: string; bouncedAt?: string | undefined } | undefined;
  /** Where the address stands. */
  section: SectionId;
};

/** The mail came back: which address, and where to correct it. Nothing while it has not. */
export const Bounced = ({ view, seen, asked, section }: Props) => {
  const { t, format } = view;
  if (!asked?.bouncedAt) return null;
  const when = format.moment(asked.bouncedAt, view.viewerZone ?? seen.round.zone);
  return (
    <section class="errors gap-4" role="alert" aria-labelledby="bounced">
      <h3 id="bounced">{t('counterpart.bounced.title', { email: asked.email })}</h3>
      <p>{t('counterpart.bounced.text', { when })}</p>
      <p>
        <a class="tap" href={view.href(pathOf(seen.application.id, section))}>
          {t('counterpart.bounced.correct')}
        </a>
      </p>
    </section>
  );
};
