import type { ReceivedResponse, SentRequest } from '../../../contract/evidence.ts';

/** A header as it is being written; empty names are not sent. */
export type HeaderDraft = { name: string; value: string };
export type RequestDraft = { method: string; path: string; headers: HeaderDraft[]; body: string };

/** One sent request of this lesson with what came back (null: it could not be sent). `at` in epoch ms. */
export type Exchange = { id: number; at: number; request: SentRequest; response: ReceivedResponse | null };

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
const WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS']);

export function takesBody(method: string): boolean {
  return !WITHOUT_BODY.has(method);
}

/** A draft as it is sent: no body where the method takes none, content-type json where a body has none of its own. */
export function toRequest(draft: RequestDraft): SentRequest {
  const headers: Record<string, string> = {};
  for (const { name, value } of draft.headers) if (name.trim() !== '') headers[name.trim().toLowerCase()] = value;
  const path = draft.path.startsWith('/') ? draft.path : `/${draft.path}`;
  if (!takesBody(draft.method) || draft.body.trim() === '') return { method: draft.method, path, headers };
  return { method: draft.method, path, headers: { 'content-type': 'application/json', ...headers }, body: draft.body };
}

/** The draft that would send this request again. */
export function toDraft(request: SentRequest): RequestDraft {
  const headers = Object.entries(request.headers)
    .filter(([name, value]) => !(name === 'content-type' && value === 'application/json'))
    .filter(([name]) => !['host', 'connection', 'content-length'].includes(name))
    .map(([name, value]) => ({ name, value }));
  return { method: request.method.toUpperCase(), path: request.path, headers, body: pretty(request.body ?? '') };
}

/** JSON with two spaces; other text as it is. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Why a body is not JSON, in words; null when it is, or when it is empty. */
export function bodyProblem(text: string): string | null {
  if (text.trim() === '') return null;
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'This is not JSON.';
  }
}
