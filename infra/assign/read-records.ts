import { createReadStream } from 'node:fs';
import { InputError } from '../command/input-error.ts';

/**
 * Hands every record of a CSV file to `take`, its fields in the order of `columns` whatever their order in the file, with
 * the number of the line it starts on. Streaming: memory holds one chunk. Comma, quotes doubled inside quotes, LF or CRLF,
 * a byte order mark, spaces around fields: all understood; blank lines are passed over. test/bench/read-scores.ts measures
 * it beside csv-parse, and test/infra/assign checks that the two read alike.
 */
export const readRecords = async (
  path: string,
  columns: readonly string[],
  take: (fields: readonly string[], line: number) => void,
): Promise<void> => {
  let places: readonly number[] | undefined;
  let line = 1;
  const record = (fields: readonly string[], at: number) => {
    if (fields.length === 1 && fields[0]?.trim() === '') return;
    if (!places) {
      places = placesOf(path, columns, fields.map(trimmed));
      return;
    }
    if (fields.length !== columns.length)
      throw new InputError(`${path}:${at}: ${fields.length} fields, but the header names ${columns.length}`);
    take(
      places.map((place) => trimmed(fields[place] ?? '')),
      at,
    );
  };

  let rest = '';
  const feed = (text: string, isLast: boolean) => {
    rest += text;
    let from = 0;
    let quote = rest.indexOf('"');
    while (from < rest.length) {
      let end = rest.indexOf('\n', from);
      if (end < 0 && !isLast) break;
      if (end < 0) end = rest.length;
      const start = line;
      if (quote >= 0 && quote < from) quote = rest.indexOf('"', from);
      if (quote < 0 || quote > end) {
        record(rest.slice(from, end).split(','), start);
        line += 1;
      } else {
        const whole = endOfQuoted(rest, from, isLast);
        if (whole === undefined && isLast)
          throw new InputError(`${path}:${start}: a quote is opened and never closed`);
        if (whole === undefined) break;
        end = whole;
        const text = rest.slice(from, end);
        const fields = quotedFields(text.endsWith('\r') ? text.slice(0, -1) : text);
        if (!fields) throw new InputError(`${path}:${start}: a quote stands where none may be`);
        record(fields, start);
        line += text.split('\n').length;
      }
      from = end + 1;
    }
    rest = rest.slice(from);
  };

  try {
    let isFirst = true;
    for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
      const text: string = chunk;
      feed(isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text, false);
      isFirst = false;
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  feed('', true);
  if (!places) throw new InputError(`${path}:1: no header; it has to name ${columns.join(',')}`);
};

const trimmed = (text: string) => text.trim();

const placesOf = (path: string, columns: readonly string[], header: readonly string[]) => {
  const unknown = header.find((name) => !columns.includes(name));
  if (unknown !== undefined)
    throw new InputError(`${path}:1: unknown column “${unknown}”; there are ${columns.join(',')}`);
  return columns.map((name) => {
    const place = header.indexOf(name);
    if (place < 0) throw new InputError(`${path}:1: column “${name}” is missing`);
    if (header.lastIndexOf(name) !== place) throw new InputError(`${path}:1: column “${name}” stands twice`);
    return place;
  });
};

/** Where a record with quotes ends: the first line end outside of them. */
const endOfQuoted = (text: string, from: number, isLast: boolean): number | undefined => {
  let isInside = false;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') isInside = !isInside;
    else if (char === '\n' && !isInside) return at;
  }
  return isLast && !isInside ? text.length : undefined;
};

const field = /\s*(?:"((?:[^"]|"")*)"\s*|([^",]*))(,|$)/y;

const quotedFields = (text: string): string[] | undefined => {
  const fields: string[] = [];
  for (field.lastIndex = 0; ; ) {
    const match = field.exec(text);
    if (!match) return undefined;
    const [, quoted, plain = '', comma] = match;
    fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (comma === '') return fields;
  }
};
