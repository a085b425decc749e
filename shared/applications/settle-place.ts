import type { Attachments, Files } from './attachment.port.ts';
import { type Attachment, fileKey, type ScanState } from './attachment.ts';

type Ports = {
  attachments: Pick<Attachments, 'find' | 'settle'>;
  files: Pick<Files, 'find' | 'isSound' | 'remove'>;
};

/** What a scanner has said of the file with this ETag, told by an event: its tag may be a moment behind. */
export type ScanSaid = { readonly etag: string; readonly scan: ScanState };

const tries = 3;

/**
 * Notes what has come to a place: its true size, whether it is what it was announced as, what the scanner says. The
 * bytes held for it become those that came. A form is open for an hour, so another file may follow: what lies there
 * last counts, and is scanned anew; one for which there is no room any more is deleted. Answers with the place as it
 * stands then.
 */
export const settlePlace =
  ({ attachments, files }: Ports) =>
  async (place: Attachment, now: Date, said?: ScanSaid): Promise<Attachment> => {
    let current = place;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const next = await noted(files, current, { now, said });
      if (next === current || (await attachments.settle(current, next)).ok) return next;
      const again = await attachments.find(place.applicationId, place.id);
      if (!again) return current;
      const isTooMuch = again.version === current.version && next.held > current.held;
      if (isTooMuch && attempt === tries - 1) await files.remove(fileKey(place));
      current = again;
    }
    return current;
  };

const noted = async (
  files: Ports['files'],
  place: Attachment,
  { now, said }: { now: Date; said: ScanSaid | undefined },
): Promise<Attachment> => {
  const key = fileKey(place);
  const found = await files.find(key);
  if (!found) return place;
  const { size, etag } = found;
  const known = place.arrived?.etag === etag ? place.arrived : undefined;
  const heard = said?.etag === etag ? said.scan : (known?.scan ?? 'waiting');
  const scan = found.scan === 'waiting' ? heard : found.scan;
  if (known?.scan === scan) return place;
  const sound = known?.sound ?? (await files.isSound({ key, type: place.type, size }));
  const arrived = { size, etag, sound, scan, at: known?.at ?? now.toISOString() };
  return { ...place, version: place.version + 1, held: size, arrived };
};
