import { z } from 'zod';

/**
 * Rules of style for an OpenAPI document, by the names that they have in Spectral's own ruleset for OpenAPI, and below
 * the workbench's own, which are written in the same way.
 */
export const OpenApiRule = z.enum([
  'info-contact',
  'info-description',
  'info-license',
  'operation-description',
  'operation-operationId',
  'operation-operationId-unique',
  'operation-success-response',
  'operation-tag-defined',
  'operation-tags',
  'tag-description',
  'oas3-api-servers',
  'oas3-schema',
  'oas3-unused-component',
  'oas3-valid-media-example',
  'oas3-valid-schema-example',
  // The workbench's own.
  'operation-summary',
  'parameter-description',
  'error-responses',
  'response-descriptions',
  'body-examples',
  'security-schemes',
  'write-operations-secured',
]);
export type OpenApiRule = z.infer<typeof OpenApiRule>;
