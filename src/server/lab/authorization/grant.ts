import type Provider from 'oidc-provider';
import { USERS } from './parties.ts';

export type Asked = { resource: string; scopes: string[] };

/** The scopes that an authorization request asks for, by API: `details` is what the consent prompt says is missing. */
export function askedScopes(details: unknown): Asked[] {
  const missing: unknown =
    typeof details === 'object' && details ? Reflect.get(details, 'missingResourceScopes') : null;
  if (typeof missing !== 'object' || missing === null) return [];
  return Object.entries(missing).map(([resource, scopes]) => ({
    resource,
    scopes: Array.isArray(scopes) ? scopes.map(String) : [],
  }));
}

/** Whether this user's role lets them give a scope to a program at all. */
export function mayGrant(userId: string, scope: string): boolean {
  return USERS.find(({ id }) => id === userId)?.scopes.includes(scope) ?? false;
}

/** Grants what was asked for and the user's role allows, and refuses the rest. Returns the grant's id. */
export async function saveGrant(
  provider: Provider,
  request: { userId: string; clientId: string; asked: Asked[]; oidcScopes: string[] },
): Promise<string> {
  const { userId, clientId, asked, oidcScopes } = request;
  const grant = new provider.Grant({ accountId: userId, clientId });
  if (oidcScopes.length > 0) grant.addOIDCScope(oidcScopes.join(' '));
  for (const { resource, scopes } of asked) {
    const allowed = scopes.filter((scope) => mayGrant(userId, scope));
    const refused = scopes.filter((scope) => !allowed.includes(scope));
    if (allowed.length > 0) grant.addResourceScope(resource, allowed.join(' '));
    if (refused.length > 0) grant.rejectResourceScope(resource, refused.join(' '));
  }
  return await grant.save();
}
