import type { OpenApiRule } from '../../contract/openapi-rule.ts';

/** What is said of a rule: of one place and of several that do not keep it, why it is a rule, how to mend it. */
export type RuleText = { one: string; many: string; why: string; mend: string };

const text = (one: string, many: string, why: string, mend: string): RuleText => ({ one, many, why, mend });

/** Every rule of style for a document, as a person would say it. `one` and `many` follow a number: "3 operations …". */
export const RULE_TEXTS: Record<OpenApiRule, RuleText> = {
  'info-contact': text(
    'document names nobody to ask',
    'documents name nobody to ask',
    'Whoever is stuck with your API needs to know whom to ask.',
    'an `info.contact` with a name and an address',
  ),
  'info-description': text(
    'document does not say what the API is for',
    'documents do not say what the API is for',
    'The first thing a stranger wants to know is whether this API is the one they need.',
    'an `info.description` of a few sentences',
  ),
  'info-license': text(
    'document names no license',
    'documents name no license',
    'Without a license nobody outside knows what they may do with the API.',
    'an `info.license` with a name',
  ),
  'operation-description': text(
    'operation has no description',
    'operations have no description',
    'A summary says what an operation does; a description says what a client must know before it calls it.',
    'a `description`: rules, side effects, what is not obvious',
  ),
  'operation-operationId': text(
    'operation has no operationId',
    'operations have no operationId',
    'Generated clients name their functions after it; without one the names are made up and change.',
    'an `operationId` such as listBooks',
  ),
  'operation-operationId-unique': text(
    'operationId is used twice',
    'operationIds are used twice',
    'Two operations of one name cannot both be found again.',
    'an `operationId` of its own for each operation',
  ),
  'operation-success-response': text(
    'operation names no success',
    'operations name no success',
    'A client cannot know that it worked when the document does not say what that looks like.',
    'at least one 2xx or 3xx response',
  ),
  'operation-tag-defined': text(
    'tag is not described',
    'tags are not described',
    'A tag that only operations use has no place and no text in the docs.',
    'the tag in the list `tags` of the document',
  ),
  'operation-tags': text(
    'operation has no tag',
    'operations have no tag',
    'Tags are the chapters of the docs; an operation without one stands outside them.',
    'one entry in `tags`, such as Books',
  ),
  'tag-description': text(
    'tag has no description',
    'tags have no description',
    'One sentence at the head of a chapter saves reading the chapter.',
    'a `description` of the tag',
  ),
  'oas3-api-servers': text(
    'document names no server',
    'documents name no server',
    'A path alone leads nowhere: clients and the docs need the address in front of it.',
    'at least one entry in `servers`',
  ),
  'oas3-schema': text(
    'place breaks the OpenAPI format',
    'places break the OpenAPI format',
    'Tools read the document by the format; what breaks it is ignored or stops them.',
    'what the OpenAPI specification allows here',
  ),
  'oas3-unused-component': text(
    'component is not used',
    'components are not used',
    'What nothing refers to misleads whoever reads it, and grows old unseen.',
    'a reference to it, or its removal',
  ),
  'oas3-valid-media-example': text(
    'example is not what its schema says',
    'examples are not what their schemas say',
    'People copy examples. A wrong one costs more than none.',
    'an example that its own schema accepts',
  ),
  'oas3-valid-schema-example': text(
    'example in a schema is not what the schema says',
    'examples in schemas are not what the schemas say',
    'People copy examples. A wrong one costs more than none.',
    'an example that its own schema accepts',
  ),
  'operation-summary': text(
    'operation has no summary',
    'operations have no summary',
    'The summary is the line that people see in a list of a hundred operations.',
    'a `summary` of a few words, such as List books',
  ),
  'parameter-description': text(
    'parameter has no description',
    'parameters have no description',
    'A name and a type do not say what a parameter does, nor what happens without it.',
    'a `description` of the parameter',
  ),
  'error-responses': text(
    'operation describes no error',
    'operations describe no error',
    'Half of the work of a client is with answers that are not a success; it must know their shape.',
    'at least one 4xx response with a schema of its body',
  ),
  'response-descriptions': text(
    'response is not described',
    'responses are not described',
    '“Default Response” is what a framework writes when nobody else did. It tells nobody when this answer comes.',
    'a `description` that says when this answer comes',
  ),
  'body-examples': text(
    'body has no example',
    'bodies have no example',
    'An example shows at a glance what a schema needs a page for, and docs fill their forms with it.',
    'an example of the whole body, or of each of its fields',
  ),
  'security-schemes': text(
    'way of authentication is missing or not described',
    'ways of authentication are not described',
    'A client that cannot find out how to authenticate gets nothing but 401.',
    'an entry in `components.securitySchemes` with a `description`',
  ),
  'write-operations-secured': text(
    'operation writes without security',
    'operations write without security',
    'Whoever may change data must be somebody; the document says so, and tools and people check it there.',
    'a `security` requirement of the operation, or of the whole document',
  ),
};
