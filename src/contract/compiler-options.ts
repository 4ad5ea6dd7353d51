/**
 * How the learner's TypeScript is read: strictly, and only what Node runs by stripping types. The same in the editor, in
 * `lesson verify` and in the tsconfig.json of every template, so that no place complains of what another one allows.
 * Where modules and libraries are found is each place's own matter.
 */
export const STRICTNESS = {
  strict: true,
  noUncheckedIndexedAccess: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  isolatedModules: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  noEmit: true,
} as const;
