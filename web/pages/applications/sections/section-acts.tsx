import type { SectionId } from '../../../../shared/applications/application.ts';
import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import type { SectionData } from '../../../../shared/applications/sections/section-form.ts';
import type { Failure } from '../../../../shared/failures.ts';
import { Icon } from '../../../components/icon.tsx';
import type { View } from '../../../view.ts';
import { askedSections, pathOf } from '../task-stops.ts';

type Section = ApplicationView['sections'][number];
export type SectionPageProps = {
  view: View;
  seen: ApplicationView;
  section: Section;
  /** What the fields hold: what is stored, or what was typed where that was refused. */
  data: SectionData;
  /** The refusal of what was typed; nothing of it is stored. */
  failure?: Failure | undefined;
  /** Whether what is stored is shown with its problems. */
  checked?: boolean;
  /** What another editor had changed when this was saved, and who. */
  merged?: { readonly by: string; readonly names: readonly string[] } | undefined;
  /** A row to open, `lines.3`, or a list to open a new row of, `lines`. */
  open?: string | undefined;
};

/** The section after this one; none after the last. */
export const nextSection = (seen: ApplicationView, id: SectionId): SectionId | undefined => {
  const asked = askedSections(seen);
  return asked[asked.findIndex((one) => one.id === id) + 1]?.id;
};

/** When it was last saved. */
export const SavedLine = ({ view, seen, section }: Pick<SectionPageProps, 'view' | 'seen' | 'section'>) =>
  section.savedAt ? (
    <p class="saved gap-15">
      <Icon name="check" />
      {view.t('applications.section.saved-at', {
        when: view.format.moment(section.savedAt, view.viewerZone ?? seen.round.zone),
        version: section.version,
      })}
    </p>
  ) : null;

/** The way on past what is missing. */
export const GoOn = ({ view, seen, section }: SectionPageProps) => {
  const next = nextSection(seen, section.id);
  const path = pathOf(seen.application.id, next ?? 'check');
  return (
    <p class="gap-2">
      <a class="tap" href={view.href(path)}>
        {next
          ? view.t('applications.section.go-on', { section: view.t(`applications.section.${next}`) })
          : view.t('applications.section.go-on.check')}
      </a>
    </p>
  );
};

/** The section's two buttons, with what comes next and that nobody hears of it. */
export const Save = ({ view, seen, section }: SectionPageProps) => {
  const { t } = view;
  const next = nextSection(seen, section.id);
  const mail = t('applications.mail.nobody.save');
  return (
    <div class="gap-6">
      <div class="acts">
        <button class="go" type="submit" name="do" value="continue">
          {t('applications.section.save-continue')}
        </button>
        <button class="linkish" type="submit" name="do" value="return">
          {t('applications.section.save-return')}
        </button>
      </div>
      <p class="small soft gap-1">
        {next
          ? t('applications.section.next', { section: t(`applications.section.${next}`), mail })
          : t('applications.section.last', { mail })}
      </p>
    </div>
  );
};
