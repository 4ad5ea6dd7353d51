import { randomBytes } from 'node:crypto';
import type { JWK } from 'oidc-provider';
import Provider, { errors } from 'oidc-provider';
import { problemPage } from './page/sign-in-page.ts';
import { APP, AUDIENCE, CALLBACK_PATH, OTHER_AUDIENCE, REPORT, SCOPES, USERS } from './parties.ts';

/** Lifetimes in seconds: long enough to read a page in peace, short enough to see a token expire. */
const TTL = { token: 300, code: 60, signIn: 900, session: 1_800 };

/**
 * The authorization server of the lab at `issuer` (http://localhost:port): code with PKCE for the library app, client
 * credentials for the nightly report, JWT access tokens (RFC 9068) for two APIs. Everything is kept in memory.
 */
export function createProvider(issuer: string, options: { key: JWK; clientSecret: string }): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: APP.id,
        client_name: APP.name,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [issuer + CALLBACK_PATH],
      },
      {
        client_id: REPORT.id,
        client_name: REPORT.name,
        client_secret: options.clientSecret,
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
      },
    ],
    scopes: ['openid'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    jwks: { keys: [options.key] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, resource, client) => {
          if (resource !== AUDIENCE && resource !== OTHER_AUDIENCE) throw new errors.InvalidTarget();
          const scopes = client.clientId === REPORT.id ? REPORT.scopes : Object.keys(SCOPES);
          return {
            scope: scopes.join(' '),
            audience: resource,
            accessTokenTTL: TTL.token,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'RS256' } },
          };
        },
      },
    },
    findAccount: (_, id) => {
      const user = USERS.find((one) => one.id === id);
      return user && { accountId: user.id, claims: () => ({ sub: user.id, name: user.name }) };
    },
    extraTokenClaims: (_, token) => {
      const user = 'accountId' in token ? USERS.find((one) => one.id === token.accountId) : undefined;
      if (!user) return {};
      return { roles: user.roles, ...(user.memberId !== undefined && { member_id: user.memberId }) };
    },
    renderError: (ctx, { error, error_description }) => {
      ctx.type = 'html';
      ctx.body = problemPage(error, error_description ?? 'The request cannot be answered.');
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    // The only page that calls the token endpoint is this server's own.
    clientBasedCORS: (_, origin) => origin === issuer,
    ttl: {
      AccessToken: TTL.token,
      ClientCredentials: TTL.token,
      IdToken: TTL.token,
      AuthorizationCode: TTL.code,
      Interaction: TTL.signIn,
      Session: TTL.session,
      Grant: TTL.session,
    },
  });
}
