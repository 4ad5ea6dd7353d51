type Requirement = Record<string, string[]>;

/** For a route that wants an access token, with these scopes. */
export const withToken = (..._scopes: string[]): Requirement[] => [];

/** For a route that wants a key, or an access token with these scopes: one of the two is enough. */
export const withKeyOrToken = (..._scopes: string[]): Requirement[] => [];
