import type { Conflict, NotFound } from '../kernel/failure.ts';
import type { Result } from '../kernel/result.ts';
import type { ArrivedFile, Attachment } from './attachment.ts';

/** Places for files, beside the application's sections. */
export type Attachments = {
  add(attachment: Attachment): Promise<Result<void, Conflict | NotFound>>;
  /** Gone is gone: removing what is not there is no failure. */
  remove(applicationId: string, attachmentId: string): Promise<void>;
};

/** A form that a browser posts straight to the file store, with one more field `file` after these. */
export type UploadForm = { readonly url: string; readonly fields: Readonly<Record<string, string>> };

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
  /** What lies there, with its first bytes; undefined if nothing does. One small read. */
  arrived(key: string): Promise<ArrivedFile | undefined>;
  /** An address that gives the file to whoever holds it, for five minutes, under its own name and as a download. */
  address(of: { key: string; name: string; type: string }): Promise<string>;
  remove(key: string): Promise<void>;
};
