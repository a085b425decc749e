import type { DomainEvent } from '../kernel/event.ts';
import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { Attachment, AttachmentType, ScanState } from './attachment.ts';

/** Places for files, beside the application's sections, and the space they hold together. */
export type Attachments = {
  find(applicationId: string, attachmentId: string): Promise<Attachment | undefined>;
  /** A new place with the bytes it holds; a conflict where it exists, or where there is no room for it. */
  reserve(attachment: Attachment): Promise<Result<void, Conflict | NotFound>>;
  /** The place's next version in place of the one before, with the bytes it holds now. */
  settle(from: Attachment, to: Attachment): Promise<Result<void, Conflict | NotFound>>;
  /** Gives up a place as it was read, and its bytes, while the application stands at that version. */
  release(
    attachment: Attachment,
    of: { applicationVersion: number; events: readonly DomainEvent[] },
  ): Promise<Result<void, Conflict | NotFound>>;
};

/** A form that a browser posts straight to the file store, with one more field `file` after these. */
export type UploadForm = { readonly url: string; readonly fields: Readonly<Record<string, string>> };

/** A file as the store knows it. `versionId` where the store keeps what is overwritten. */
export type StoredFile = {
  readonly size: number;
  readonly etag: string;
  readonly scan: ScanState;
  readonly versionId?: string | undefined;
};

/** The file store. It alone holds bytes; they never pass through our functions. */
export type Files = {
  /** For one key, one type and at most so many bytes, all held to by the store; open for an hour. */
  offerUpload(of: {
    key: string;
    type: string;
    maximumBytes: number;
    /** A path on our own site where the browser goes on after the upload: for pages without scripts. */
    goOnTo?: string | undefined;
  }): Promise<UploadForm>;
  /** What lies there, with what the scanner has said of it; undefined if nothing does. */
  find(key: string): Promise<StoredFile | undefined>;
  /** Whether its content is of this type, by its first bytes and, in a package, by its parts. */
  isSound(of: { key: string; type: AttachmentType; size: number }): Promise<boolean>;
  /** An address that gives the file to whoever holds it, for one minute, under its own name and as a download. */
  address(of: { key: string; name: string; type: string; versionId?: string | undefined }): Promise<string>;
  remove(key: string): Promise<void>;
};
