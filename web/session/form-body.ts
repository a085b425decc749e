/** Why a body is no form of ours. */
export type BodyProblem = { readonly status: 400 | 413 | 415 };
const largestBody = 1_000_000;
/** Several times what the longest page of ours sends. */
const mostFields = 2000;

const decode = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));

/** The fields of a form as browsers send it. Throws nothing: what is no form, too large or no UTF-8 is a problem. */
export const readFormBody = async (
  request: Request,
): Promise<{ entries: [string, string][] } | { problem: BodyProblem }> => {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) return { problem: { status: 413 } };
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength === 0) return { entries: [] };
  if (bytes.byteLength > largestBody) return { problem: { status: 413 } };
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return { problem: { status: 415 } };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const pairs = text.split('&').filter((pair) => pair !== '');
    if (pairs.length > mostFields) return { problem: { status: 413 } };
    return {
      entries: pairs.map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [decode(name), decode(value.join('='))];
      }),
    };
  } catch {
    return { problem: { status: 400 } };
  }
};
