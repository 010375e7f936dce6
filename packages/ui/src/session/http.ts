import { HttpError } from '../errors/http-error.ts';

/** Reads a plain JSON endpoint of the server. */
export async function getJson<T>(path: string): Promise<T> {
  return readAnswer<T>(await fetch(path, { headers: { accept: 'application/json' } }));
}

/** A file that the server made. */
export interface DownloadedFile {
  name: string;
  content: Blob;
}

/** Reads a file whole, with the name that the server gave it. */
export async function getFile(path: string): Promise<DownloadedFile> {
  const response = await fetch(path);
  if (!response.ok) throw new HttpError(response, parse(await response.text()));
  const [, name = 'download'] =
    /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return { name, content: await response.blob() };
}

/** Posts JSON to a plain endpoint, with the header that a form on another site cannot send. */
export async function postJson<T>(path: string, body: Record<string, unknown>): Promise<T> {
  const headers = { accept: 'application/json', 'content-type': 'application/json', 'x-commons': '1' };
  return readAnswer<T>(await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function readAnswer<T>(response: Response): Promise<T> {
  const text = await response.text();
  const body = parse(text);
  if (!response.ok || body === undefined) throw new HttpError(response, body);
  return body as T;
}

/** `undefined` for an answer that is no JSON, such as the page of a proxy. */
function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return undefined;
  }
}
