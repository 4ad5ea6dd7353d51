/** How a client proves who it is: with an access token, or, for reports, with a key. */
export function securitySchemes(issuer: string) {
  const scopes = {
    'books:write': 'Add, change and remove books',
    'loans:read': 'See loans',
    'loans:write': 'Lend books and take them back',
    'members:read': 'See the members',
    'reports:read': 'Read the numbers of the library',
  };
  const tokenUrl = `${issuer}/token`;
  return {
    oauth: {
      type: 'oauth2' as const,
      description:
        'An access token of the authorization server, good for some minutes. People sign in, programs use their secret.',
      flows: {
        authorizationCode: { authorizationUrl: `${issuer}/auth`, tokenUrl, scopes },
        clientCredentials: { tokenUrl, scopes: { 'reports:read': scopes['reports:read'] } },
      },
    },
    key: {
      type: 'apiKey' as const,
      in: 'header' as const,
      name: 'x-api-key',
    },
  };
}

type Requirement = Record<string, string[]>;

/** For a route that wants an access token, with these scopes. */
export const withToken = (...scopes: string[]): Requirement[] => [{ oauth: scopes }];

/** For a route that wants a key, or an access token with these scopes: one of the two is enough. */
export const withKeyOrToken = (...scopes: string[]): Requirement[] => [{ key: [] }, { oauth: scopes }];
