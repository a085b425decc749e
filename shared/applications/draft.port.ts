import type { NotFound, Stale } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { SectionId } from './application.ts';
import type { Draft, Section } from './draft.ts';

/** The application as it is being written. */
export type Drafts = {
  /** Head, sections, attachments, sign-off and confirmation in one consistent query; submissions and events stay out. */
  find(applicationId: string): Promise<Draft | undefined>;
  /** One section as it stands. Consistent. */
  section(applicationId: string, id: SectionId): Promise<Section | undefined>;
  /**
   * One plain conditional write: the first version only where there is none, a later one only in place of the one
   * before. Stale with the version that stands, unless what stands is this very text by this very person: then a
   * retry finds its own first try.
   */
  saveSection(applicationId: string, section: Section): Promise<Result<Section, Stale | NotFound>>;
};
